#include "ui/screens/terms_entry.h"

#include "domain/limits.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

using domain::Terms;
using domain::TermsKind;

constexpr std::array usual{Terms{TermsKind::on_receipt, 14},   Terms{TermsKind::net_days, 7},
                           Terms{TermsKind::net_days, 14},     Terms{TermsKind::net_days, 30},
                           Terms{TermsKind::end_of_month, 14}, Terms{TermsKind::none, 14}};
constexpr int days_option = static_cast<int>(usual.size()) + 1; // After the practice's and these.

// The days only matter where the terms count them.
bool is_same(const Terms& a, const Terms& b) {
    return a.kind == b.kind && (a.kind != TermsKind::net_days || a.days == b.days);
}

} // namespace

std::string terms_words(const Terms& terms) {
    switch (terms.kind) {
    case TermsKind::none: return "No due date";
    case TermsKind::on_receipt: return "On receipt";
    case TermsKind::net_days: return "Net " + std::to_string(terms.days);
    case TermsKind::end_of_month: return "End of month";
    }
    return {};
}

TermsEntry::TermsEntry(const Terms& practice) {
    options_.push_back("As the practice: " + terms_words(practice));
    for (const Terms& terms : usual)
        options_.push_back(terms_words(terms));
    options_.emplace_back("Other days");
}

bool TermsEntry::asks_days() const { return chosen == days_option; }

void TermsEntry::set(const std::optional<Terms>& terms) {
    days.clear();
    chosen = 0;
    if (!terms) return;
    const auto found =
        std::ranges::find_if(usual, [&](const Terms& one) { return is_same(one, *terms); });
    if (found != usual.end()) {
        chosen = static_cast<int>(found - usual.begin()) + 1;
        return;
    }
    chosen = days_option;
    days = std::to_string(terms->days);
}

base::Result<std::optional<Terms>> TermsEntry::read(const app::Locale& locale) const {
    if (chosen == 0) return std::optional<Terms>();
    if (!asks_days()) return std::optional(usual[static_cast<std::size_t>(chosen - 1)]);
    const auto read = app::read_quantity(days, locale);
    if (!read) return base::fail(read.error().code, "terms.days", read.error().detail);
    const std::int64_t one = base::Decimal::whole(1).scaled;
    const std::int64_t count = read->scaled / one;
    if (read->scaled % one != 0 || count < 1 || count > domain::terms_days_max)
        return base::fail(base::Code::out_of_range, "terms.days",
                          std::to_string(domain::terms_days_max));
    return std::optional(Terms{TermsKind::net_days, static_cast<int>(count)});
}

} // namespace ui
