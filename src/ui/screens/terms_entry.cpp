#include "ui/screens/terms_entry.h"

#include "base/text.h"
#include "domain/limits.h"
#include "ui/screens/edited.h"

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

base::Result<Terms> in_days(std::string_view text, const app::Locale& locale) {
    const auto days = read_whole_number(text, locale);
    if (!days) return base::fail(days.error().code, "terms.days", days.error().detail);
    if (*days < 1) return base::fail(base::Code::too_low, "terms.days", "1");
    if (*days > domain::terms_days_max)
        return base::fail(base::Code::out_of_range, "terms.days",
                          std::to_string(domain::terms_days_max));
    return Terms{TermsKind::net_days, static_cast<int>(*days)};
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

base::Result<Terms> read_terms(std::string_view text, const app::Locale& locale) {
    const std::string folded = base::fold_for_search(base::trimmed(text));
    for (const Terms& terms : usual)
        if (base::fold_for_search(terms_words(terms)) == folded) return terms;
    std::string_view number = folded;
    if (number.starts_with("net")) number.remove_prefix(3);
    for (const std::string_view unit : {"days", "day"})
        if (number.ends_with(unit)) number.remove_suffix(unit.size());
    return in_days(base::trimmed(number), locale);
}

std::vector<Terms> terms_on_offer(const Terms& own, std::string_view typed,
                                  const app::Locale& locale) {
    std::vector<Terms> offer(usual.begin(), usual.end());
    const auto put = [&offer](const Terms& terms) {
        const auto is_it = [&terms](const Terms& one) { return is_same(one, terms); };
        if (std::ranges::any_of(offer, is_it)) return;
        const auto after = std::ranges::find_if(offer, [&terms](const Terms& one) {
            return one.kind == TermsKind::end_of_month || one.days > terms.days;
        });
        offer.insert(after, terms);
    };
    put(own);
    if (base::trimmed(typed).empty()) return offer;
    const auto said = read_terms(typed, locale);
    if (said) put(*said);
    const std::string part = base::fold_for_search(base::trimmed(typed));
    std::erase_if(offer, [&](const Terms& one) {
        return !(said && is_same(one, *said)) &&
               !base::fold_for_search(terms_words(one)).contains(part);
    });
    if (said)
        std::ranges::stable_partition(offer,
                                      [&said](const Terms& one) { return is_same(one, *said); });
    return offer;
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
    return std::optional(TRY(in_days(days, locale)));
}

} // namespace ui
