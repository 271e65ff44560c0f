#include "base/wide.h"

#include "base/assert.h"

#include <limits>

namespace base {

Result<std::int64_t> checked_add(std::int64_t a, std::int64_t b) {
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a, b, &sum)) return fail(Code::overflow);
    return sum;
}

Result<std::int64_t> checked_subtract(std::int64_t a, std::int64_t b) {
    std::int64_t difference = 0;
    if (__builtin_sub_overflow(a, b, &difference)) return fail(Code::overflow);
    return difference;
}

Result<std::int64_t> checked_multiply(std::int64_t a, std::int64_t b) {
    return narrow(Int128{a} * b);
}

Result<std::int64_t> checked_negate(std::int64_t a) { return checked_subtract(0, a); }

Result<std::int64_t> narrow(Int128 value) {
    if (value < std::numeric_limits<std::int64_t>::min() ||
        value > std::numeric_limits<std::int64_t>::max())
        return fail(Code::overflow);
    return static_cast<std::int64_t>(value);
}

Int128 divide(Int128 numerator, Int128 denominator, Rounding rounding) {
    ASSERT(denominator != 0);
    const Int128 quotient = numerator / denominator;
    const Int128 rest = numerator % denominator;
    if (rest == 0) return quotient;
    const bool negative = (numerator < 0) != (denominator < 0);
    switch (rounding) {
    case Rounding::half_away_from_zero: {
        const Int128 rest_size = rest < 0 ? -rest : rest;
        const Int128 denominator_size = denominator < 0 ? -denominator : denominator;
        // rest >= denominator / 2, written so that nothing is doubled out of range.
        if (rest_size < denominator_size - rest_size) return quotient;
        return negative ? quotient - 1 : quotient + 1;
    }
    case Rounding::floor: return negative ? quotient - 1 : quotient;
    }
    UNREACHABLE();
}

Result<std::int64_t> multiply_divide(std::int64_t a, std::int64_t b, std::int64_t c,
                                     Rounding rounding) {
    return narrow(divide(Int128{a} * b, c, rounding));
}

Result<std::int64_t> round_to_multiple(std::int64_t value, std::int64_t step, Rounding rounding) {
    ASSERT(step > 0);
    return narrow(divide(value, step, rounding) * step);
}

} // namespace base
