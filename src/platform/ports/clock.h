// The only source of time.
//
// `now` is the wall clock as its owner has set it: it may jump. `monotonic_ms` never goes
// back and says nothing about the date; waiting and measuring use it. Layers below app get both
// as values or by this interface, never from the system.
#pragma once

#include "base/instant.h"

#include <cstdint>

namespace platform {

class Clock {
  public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual base::Instant now() const = 0;
    // Milliseconds since some moment before the program's start.
    [[nodiscard]] virtual std::int64_t monotonic_ms() const = 0;
};

} // namespace platform
