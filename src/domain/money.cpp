#include "domain/money.h"

#include "domain/currency.h"

namespace domain {

base::Result<Currency> Currency::from_code(std::string_view code) {
    const CurrencyRecord* const record = find_currency(code);
    if (record == nullptr) return base::fail(base::Code::not_a_currency, {}, std::string(code));
    return Currency({code[0], code[1], code[2]}, static_cast<std::uint8_t>(record->exponent));
}

std::int64_t Currency::minor_per_unit() const {
    std::int64_t minor = 1;
    for (int i = 0; i < exponent_; ++i)
        minor *= 10;
    return minor;
}

base::Result<Money> add(Money a, Money b) {
    if (a.currency != b.currency) return base::fail(base::Code::currency_mixed);
    return Money{TRY(base::checked_add(a.minor, b.minor)), a.currency};
}

base::Result<Money> subtract(Money a, Money b) {
    if (a.currency != b.currency) return base::fail(base::Code::currency_mixed);
    return Money{TRY(base::checked_subtract(a.minor, b.minor)), a.currency};
}

base::Result<Money> negate(Money amount) {
    return Money{TRY(base::checked_negate(amount.minor)), amount.currency};
}

base::Result<Money> parse_money(std::string_view plain, Currency currency) {
    return Money{TRY(base::parse_scaled(plain, currency.exponent())), currency};
}

std::string plain_text(Money amount) {
    return base::scaled_text(amount.minor, amount.currency.exponent());
}

base::Result<std::int64_t> percent_of(std::int64_t amount_minor, Percent percent,
                                      base::Rounding rounding) {
    return base::multiply_divide(amount_minor, percent.value.scaled, 100 * base::Decimal::scale,
                                 rounding);
}

} // namespace domain
