// Money: an amount in minor units of one ISO 4217 currency.
//
// Never a float. Sums are checked (overflow) and refuse to mix currencies (currency_mixed). Knows
// no notation: printing for people is app/formats, plain text for files is `plain_text`.
#pragma once

#include "base/decimal.h"
#include "base/result.h"
#include "base/wide.h"

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace domain {

// A currency of the ISO 4217 table with 0, 2 or 3 decimals.
class Currency {
  public:
    // "EUR"; not_a_currency for an unknown code.
    static base::Result<Currency> from_code(std::string_view code);

    std::string_view code() const { return {code_.data(), code_.size()}; }
    int exponent() const { return exponent_; }
    // Minor units in one unit: 1, 100 or 1000.
    std::int64_t minor_per_unit() const;

    friend bool operator==(const Currency&, const Currency&) = default;

  private:
    constexpr Currency(std::array<char, 3> code, std::uint8_t exponent)
        : code_(code), exponent_(exponent) {}

    std::array<char, 3> code_;
    std::uint8_t exponent_;
};

struct Money {
    std::int64_t minor;
    Currency currency;

    friend bool operator==(const Money&, const Money&) = default;
};

[[nodiscard]] base::Result<Money> add(Money a, Money b);
[[nodiscard]] base::Result<Money> subtract(Money a, Money b);
[[nodiscard]] base::Result<Money> negate(Money amount);

// Reads plain text ("-12.50", any number of decimals that are zeros beyond the exponent).
[[nodiscard]] base::Result<Money> parse_money(std::string_view plain, Currency currency);
// Prints with the currency's decimals and no symbol: "-12.50".
[[nodiscard]] std::string plain_text(Money amount);

// A share of something, in hundredths: Percent{10} of 90 is 9.
struct Percent {
    base::Decimal value;

    friend auto operator<=>(const Percent&, const Percent&) = default;
};

// amount x percent / 100, rounded to minor units.
[[nodiscard]] base::Result<std::int64_t> percent_of(std::int64_t amount_minor, Percent percent,
                                                    base::Rounding rounding);

} // namespace domain
