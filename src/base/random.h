// Random numbers from a seed: the same seed gives the same sequence on every platform.
//
// xoshiro256** (Blackman and Vigna, 2018), seeded through SplitMix64. Good for ids, tests and
// simulations; never for keys, which come from the Entropy port through libsodium.
#pragma once

#include <array>
#include <cstdint>

namespace base {

class Random {
  public:
    explicit Random(std::uint64_t seed);
    // Full-width seed, for ids that must not collide between devices.
    explicit Random(const std::array<std::uint64_t, 4>& seed);

    std::uint64_t next();
    // Uniform in [0, bound); bound > 0.
    std::uint64_t below(std::uint64_t bound);
    // Uniform in [low, high]; low <= high.
    std::int64_t between(std::int64_t low, std::int64_t high);

  private:
    std::array<std::uint64_t, 4> state_;
};

} // namespace base
