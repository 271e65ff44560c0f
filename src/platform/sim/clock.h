// A clock that moves only when told, and entropy from a seed.
#pragma once

#include "base/random.h"
#include "platform/ports/clock.h"
#include "platform/ports/entropy.h"

#include <cstdint>
#include <span>

namespace platform {

class SimClock final : public Clock {
  public:
    explicit SimClock(base::Instant start) : start_(start) {}
    [[nodiscard]] base::Instant now() const override { return {start_.unix_ms + passed_ms_}; }
    [[nodiscard]] std::int64_t monotonic_ms() const override { return passed_ms_; }
    void advance(std::int64_t ms) { passed_ms_ += ms; }

  private:
    base::Instant start_;
    std::int64_t passed_ms_ = 0;
};

class SimEntropy final : public Entropy {
  public:
    explicit SimEntropy(std::uint64_t seed) : random_(seed) {}
    void fill(std::span<std::uint8_t> bytes) override {
        for (std::uint8_t& byte : bytes)
            byte = static_cast<std::uint8_t>(random_.below(256));
    }

  private:
    base::Random random_;
};

} // namespace platform
