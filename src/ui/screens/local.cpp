#include "ui/screens/local.h"

#include "app/app.h"
#include "base/assert.h"
#include "base/text.h"
#include "domain/currency.h"

namespace ui {

std::string Local::bare(domain::Money amount) const {
    return app::money_text(
        amount, amount.currency == currency ? app::MoneyStyle::bare : app::MoneyStyle::with_code,
        *locale);
}

std::string Local::whole(domain::Money amount) const {
    return app::money_text(amount, app::MoneyStyle::with_symbol, *locale);
}

std::string Local::brief(base::Date date) const {
    return app::date_text(date, app::DateStyle::brief, today, *locale);
}

std::string Local::numeric(base::Date date) const {
    return app::date_text(date, app::DateStyle::numeric, today, *locale);
}

std::string Local::with_year(base::Date date) const {
    // Seen from another year, a brief date names its own.
    return app::date_text(date, app::DateStyle::brief, base::Date(), *locale);
}

std::string Local::sentence(base::Date date) const {
    return app::date_text(date, app::DateStyle::sentence, today, *locale);
}

std::string_view Local::symbol() const {
    const domain::CurrencyRecord* const record = domain::find_currency(currency.code());
    ASSERT(record != nullptr);
    return record->symbol;
}

int Local::cents_bytes(domain::Money amount) const {
    const int digits = amount.currency.exponent();
    // A symbol after the figure would be taken for cents: such places show them alike.
    if (digits == 0 || locale->symbol_place == app::SymbolPlace::after) return 0;
    return digits + 1;
}

Local local_of(app::App& app) {
    const auto usual = app::find_locale("en-IE");
    ASSERT(usual.has_value());
    const auto euro = domain::Currency::from_code("EUR");
    ASSERT(euro.has_value());
    Local local{.locale = *usual, .currency = *euro, .today = app.today()};
    const auto settings = app.settings();
    if (!settings) return local;
    local.currency = settings->practice.billing.currency;
    if (const auto own = app::find_locale(settings->practice.billing.locale)) local.locale = *own;
    return local;
}

std::string_view status_word(domain::Status status) {
    switch (status) {
    case domain::Status::voided: return "Voided";
    case domain::Status::draft: return "Draft";
    case domain::Status::overdue: return "Overdue";
    case domain::Status::partially_paid: return "Part paid";
    case domain::Status::open: return "Open";
    case domain::Status::written_off: return "Written off";
    case domain::Status::refunded: return "Refunded";
    case domain::Status::credited: return "Credited";
    case domain::Status::paid: return "Paid";
    }
    UNREACHABLE();
}

Badge badge_of(domain::Status status) {
    const std::string_view word = status_word(status);
    switch (status) {
    case domain::Status::voided: return status_badge(Status::voided, word);
    case domain::Status::draft: return status_badge(Status::draft, word);
    case domain::Status::overdue: return status_badge(Status::overdue, word);
    case domain::Status::partially_paid: return status_badge(Status::part_paid, word);
    case domain::Status::open: return status_badge(Status::open, word);
    case domain::Status::written_off: return status_badge(Status::written_off, word);
    case domain::Status::refunded:
    case domain::Status::credited: return status_badge(Status::refunded, word);
    case domain::Status::paid: return status_badge(Status::paid, word);
    }
    UNREACHABLE();
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string initials(std::string_view name) {
    std::string first, last;
    for (std::size_t at = 0; at < name.size();) {
        while (at < name.size() && name[at] == ' ')
            ++at;
        if (at == name.size()) break;
        std::size_t end = at;
        (void)base::next_code_point(name, end);
        (first.empty() ? first : last) = std::string(name.substr(at, end - at));
        while (at < name.size() && name[at] != ' ')
            ++at;
    }
    return first + last;
}

} // namespace ui
