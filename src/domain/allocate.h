// Spreading a sum by largest remainder: the parts always add up to the whole.
//
// Works over the whole int64 range and never fails. Weights are amounts with their sign: -20 beside
// 100 takes back a share. Ties go to the earlier weight, so the caller orders them (higher rate
// first, then tax code; within a group the earlier line).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace domain {

// Parts of `amount`, one for each weight (at least one weight).
//
// While amount lies between 0 and the weights' signed sum, each part lies between 0 and its weight:
// (7; 100, -20) -> 9, -2. Otherwise (a surcharge larger than the sum, a sum of zero) the sizes of
// the weights count without sign: (10; 100, -100) -> 5, 5. All weights zero: equal parts.
[[nodiscard]] std::vector<std::int64_t> allocate(std::int64_t amount,
                                                 std::span<const std::int64_t> weights);

} // namespace domain
