// A decimal number of six fraction digits: quantities, unit prices and percents.
//
// Kept as an int64 scaled by 10^6, so 0.0258 x 804878.94 is exact until it is rounded to money.
// Reads and prints the plain text form ("-12.5": point, no groups) used by files and the command
// line; what a person types in their own notation is read by app/formats.
#pragma once

#include "base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace base {

struct Decimal {
    static constexpr std::int64_t scale = 1'000'000;
    static constexpr int fraction_digits = 6;

    std::int64_t scaled = 0; // The value times `scale`.

    // 3 -> 3.000000; for literals, |whole| <= 9 x 10^12.
    static constexpr Decimal whole(std::int64_t whole) { return {whole * scale}; }

    friend auto operator<=>(const Decimal&, const Decimal&) = default;
};

// Reads "12", "-0.5", "158.1250000000" (digits beyond the sixth must be zeros). Errors: wrong_type
// for anything else, too_precise for a seventh digit, overflow.
[[nodiscard]] Result<Decimal> parse_decimal(std::string_view text);

// The shortest plain text that reads back to the same value: "12", "-0.5".
[[nodiscard]] std::string to_text(Decimal value);

// Reads plain text into an integer of `fraction_digits` (0 to 6) decimals: ("12.5", 2) -> 1250.
[[nodiscard]] Result<std::int64_t> parse_scaled(std::string_view text, int fraction_digits);

// Prints with exactly `fraction_digits` decimals: (-1250, 2) -> "-12.50".
[[nodiscard]] std::string scaled_text(std::int64_t scaled, int fraction_digits);

} // namespace base
