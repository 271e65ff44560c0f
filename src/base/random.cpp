#include "base/random.h"

#include "base/assert.h"
#include "base/wide.h"

#include <bit>

namespace base {

namespace {

__extension__ typedef unsigned __int128 UnsignedInt128;

std::uint64_t split_mix(std::uint64_t& state) {
    state += 0x9E3779B97F4A7C15;
    std::uint64_t mixed = state;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
    return mixed ^ (mixed >> 31);
}

} // namespace

Random::Random(std::uint64_t seed) : state_{} {
    for (std::uint64_t& word : state_)
        word = split_mix(seed);
}

Random::Random(const std::array<std::uint64_t, 4>& seed) : state_{} {
    // Each word is mixed on its own, so that an all-zero seed is no fixed point of the generator.
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < state_.size(); ++i) {
        carry += seed[i];
        state_[i] = seed[i] ^ split_mix(carry);
    }
}

std::uint64_t Random::next() {
    const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
    const std::uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
}

std::uint64_t Random::below(std::uint64_t bound) {
    ASSERT(bound > 0);
    // Lemire, "Fast Random Integer Generation in an Interval" (2019): multiply, reject the
    // few low halves that would favour small values.
    const std::uint64_t rejected_below = (0 - bound) % bound;
    for (;;) {
        const UnsignedInt128 product = static_cast<UnsignedInt128>(next()) * bound;
        if (static_cast<std::uint64_t>(product) >= rejected_below)
            return static_cast<std::uint64_t>(product >> 64);
    }
}

std::int64_t Random::between(std::int64_t low, std::int64_t high) {
    ASSERT(low <= high);
    const std::uint64_t span = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
    const std::uint64_t offset = span == UINT64_MAX ? next() : below(span + 1);
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + offset);
}

} // namespace base
