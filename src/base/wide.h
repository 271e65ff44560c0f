// Integer arithmetic that says when a result does not fit, and division that says how it rounds.
//
// Money, quantities and rates are int64; their products are formed in 128 bits here and nowhere
// else. A result outside int64 is Code::overflow, never a wrap. Rounding is always an argument.
#pragma once

#include "base/result.h"

#include <cstdint>

namespace base {

__extension__ typedef __int128 Int128;

enum class Rounding {
    half_away_from_zero, // 0.5 -> 1, -0.5 -> -1: what billing rules ask for.
    floor,               // Towards minus infinity: the whole parts of a largest-remainder spread.
};

[[nodiscard]] Result<std::int64_t> checked_add(std::int64_t a, std::int64_t b);
[[nodiscard]] Result<std::int64_t> checked_subtract(std::int64_t a, std::int64_t b);
[[nodiscard]] Result<std::int64_t> checked_multiply(std::int64_t a, std::int64_t b);
[[nodiscard]] Result<std::int64_t> checked_negate(std::int64_t a);

// Narrows to int64; overflow when it does not fit.
[[nodiscard]] Result<std::int64_t> narrow(Int128 value);

// numerator / denominator in 128 bits; the denominator is not zero.
[[nodiscard]] Int128 divide(Int128 numerator, Int128 denominator, Rounding rounding);

// a x b / c, the product formed in 128 bits; c is not zero.
[[nodiscard]] Result<std::int64_t> multiply_divide(std::int64_t a, std::int64_t b, std::int64_t c,
                                                   Rounding rounding);

// The multiple of `step` (> 0) nearest to value: (1002, 5) -> 1000, (1003, 5) -> 1005.
[[nodiscard]] Result<std::int64_t> round_to_multiple(std::int64_t value, std::int64_t step,
                                                     Rounding rounding);

} // namespace base
