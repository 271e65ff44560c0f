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

// The weights times numerator / denominator (0 < numerator <= denominator), rounded so that they
// add up to `whole`, which is their exact sum rounded half away from zero: the nets 83, 13 (exactly
// 83.3 and 12.5, together 95.8, rounded 96) of 100 and 15 at 100 / 120. Holds, unlike `allocate`,
// for weights that cancel.
[[nodiscard]] std::vector<std::int64_t> scale_to_sum(std::int64_t whole,
                                                     std::span<const std::int64_t> weights,
                                                     std::int64_t numerator,
                                                     std::int64_t denominator);

} // namespace domain
