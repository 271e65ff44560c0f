// The machine's clock, its randomness, and Argon2id computed in place.
#pragma once

#include "platform/ports/clock.h"
#include "platform/ports/entropy.h"
#include "platform/ports/key_derivation.h"

#include <optional>

namespace platform {

class SystemClock final : public Clock {
  public:
    [[nodiscard]] base::Instant now() const override;
    [[nodiscard]] std::int64_t monotonic_ms() const override;
};

class SystemEntropy final : public Entropy {
  public:
    void fill(std::span<std::uint8_t> bytes) override;
};

// Works inside `start`; about 0.2 s.
class DirectKeyDerivation final : public KeyDerivation {
  public:
    void start(std::string_view passphrase, const BookSalt& salt) override;
    [[nodiscard]] State state() override { return state_; }
    [[nodiscard]] std::optional<BookKey> take() override;

  private:
    State state_ = State::idle;
    BookKey key_{};
};

} // namespace platform
