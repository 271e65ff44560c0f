#include "domain/allocate.h"

#include "base/assert.h"
#include "base/wide.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace domain {

namespace {

using base::Int128;

Int128 size_of(Int128 value) { return value < 0 ? -value : value; }

Int128 sum_of(const std::vector<Int128>& weights) {
    return std::accumulate(weights.begin(), weights.end(), Int128{0});
}

void negate_all(std::vector<Int128>& values) {
    std::ranges::transform(values, values.begin(), [](Int128 value) { return -value; });
}

// Turns sizes into weights where the signed ones have no meaningful share of `amount`.
std::vector<Int128> effective_weights(std::int64_t amount, std::span<const std::int64_t> weights) {
    std::vector<Int128> effective(weights.begin(), weights.end());
    const Int128 sum = sum_of(effective);
    const bool shares_fit = sum > 0 ? amount >= 0 && amount <= sum : amount <= 0 && amount >= sum;
    if (sum != 0 && shares_fit) return effective;
    std::ranges::transform(effective, effective.begin(), size_of);
    if (sum_of(effective) == 0) std::ranges::fill(effective, Int128{1});
    return effective;
}

struct Ratio {
    Int128 numerator;
    Int128 denominator;
};

// The weights times `ratio`, as integers that add up to `whole`: floors, and one more for the
// largest remainders. A negative whole mirrors the positive one, so -a spreads as a does.
std::vector<std::int64_t> largest_remainder(std::int64_t whole, std::vector<Int128> weights,
                                            Ratio ratio) {
    const bool is_mirrored = whole < 0;
    if (is_mirrored) negate_all(weights);
    std::vector<Int128> parts(weights.size());
    std::vector<Int128> remainders(weights.size());
    Int128 left = size_of(whole);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const Int128 product = weights[i] * ratio.numerator; // At most 2^63 x 2^63.
        parts[i] = base::divide(product, ratio.denominator, base::Rounding::floor);
        remainders[i] = product - parts[i] * ratio.denominator;
        left -= parts[i];
    }

    // `left` is the rounded sum of the remainders, so at most the number of those above zero.
    ASSERT(left >= 0 && left <= static_cast<Int128>(parts.size()));
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(
        order, [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i)
        parts[order[i]] += 1;

    if (is_mirrored) negate_all(parts);
    std::vector<std::int64_t> result(parts.size());
    std::ranges::transform(parts, result.begin(),
                           [](Int128 part) { return static_cast<std::int64_t>(part); });
    return result;
}

} // namespace

std::vector<std::int64_t> allocate(std::int64_t amount, std::span<const std::int64_t> weights) {
    ASSERT(!weights.empty());
    std::vector<Int128> effective = effective_weights(amount, weights);
    Int128 sum = sum_of(effective);
    if (amount < 0 && sum > 0) // Sizes: they bear the amount's sign.
        negate_all(effective);
    sum = size_of(sum);
    return largest_remainder(amount, std::move(effective), {size_of(amount), sum});
}

std::vector<std::int64_t> scale_to_sum(std::int64_t whole, std::span<const std::int64_t> weights,
                                       std::int64_t numerator, std::int64_t denominator) {
    ASSERT(numerator > 0 && numerator <= denominator);
    return largest_remainder(whole, {weights.begin(), weights.end()}, {numerator, denominator});
}

} // namespace domain
