#include "base/decimal.h"

#include "base/assert.h"
#include "base/wide.h"

#include <algorithm>

namespace base {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

} // namespace

Result<Decimal> parse_decimal(std::string_view text) {
    return Decimal{TRY(parse_scaled(text, Decimal::fraction_digits))};
}

std::string to_text(Decimal value) {
    std::string text = scaled_text(value.scaled, Decimal::fraction_digits);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

Result<std::int64_t> parse_scaled(std::string_view text, int fraction_digits) {
    ASSERT(fraction_digits >= 0 && fraction_digits <= Decimal::fraction_digits);
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point);
    const std::string_view fraction = point < text.size() ? text.substr(point + 1) : "";
    if (whole.empty() || (point < text.size() && fraction.empty()) ||
        !std::ranges::all_of(whole, is_digit) || !std::ranges::all_of(fraction, is_digit))
        return fail(Code::wrong_type);

    // Built below zero, because the negative side of int64 reaches one further.
    std::int64_t scaled = 0;
    const auto append = [&](char digit) -> Result<void> {
        scaled = TRY(checked_subtract(TRY(checked_multiply(scaled, 10)), digit - '0'));
        return {};
    };
    for (const char digit : whole)
        TRY_VOID(append(digit));
    for (int i = 0; i < fraction_digits; ++i) {
        const auto index = static_cast<std::size_t>(i);
        TRY_VOID(append(index < fraction.size() ? fraction[index] : '0'));
    }
    const auto kept = std::min(fraction.size(), static_cast<std::size_t>(fraction_digits));
    if (fraction.substr(kept).find_first_not_of('0') != std::string_view::npos)
        return fail(Code::too_precise);
    return negative ? Result<std::int64_t>(scaled) : checked_negate(scaled);
}

std::string scaled_text(std::int64_t scaled, int fraction_digits) {
    ASSERT(fraction_digits >= 0 && fraction_digits <= Decimal::fraction_digits);
    // The size of INT64_MIN is not an int64, but it is a uint64.
    auto size = static_cast<std::uint64_t>(scaled);
    if (scaled < 0) size = 0 - size;
    std::string reversed;
    for (int i = 0; size != 0 || i <= fraction_digits; ++i) {
        if (i == fraction_digits && fraction_digits > 0) reversed.push_back('.');
        reversed.push_back(static_cast<char>('0' + size % 10));
        size /= 10;
    }
    if (scaled < 0) reversed.push_back('-');
    std::ranges::reverse(reversed);
    return reversed;
}

} // namespace base
