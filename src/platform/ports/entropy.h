// The only source of randomness: keys, salts, ids.
//
// The bytes are good enough for keys everywhere but in platform/sim, where they come from a seed so
// that a run can be repeated.
#pragma once

#include <cstddef>
#include <span>

namespace platform {

class Entropy {
  public:
    virtual ~Entropy() = default;
    // Fills `bytes`; does not fail (a platform without randomness stops the program at start).
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

} // namespace platform
