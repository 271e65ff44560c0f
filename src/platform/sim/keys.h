// Keys of a simulation: made from passphrase and salt at once, by a hash without any hardness.
#pragma once

#include "base/bytes.h"
#include "base/hash.h"
#include "platform/ports/key_derivation.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace platform {

class SimKeys final : public KeyDerivation {
  public:
    void start(std::string_view passphrase, const BookSalt& salt) override {
        std::string text(passphrase);
        text.append(reinterpret_cast<const char*>(salt.data()), salt.size());
        const auto digest = base::sha256(base::as_bytes(text));
        key_.emplace();
        std::ranges::copy(digest, key_->begin());
    }
    [[nodiscard]] State state() override { return key_ ? State::done : State::idle; }
    [[nodiscard]] std::optional<BookKey> take() override { return std::exchange(key_, {}); }

  private:
    std::optional<BookKey> key_;
};

} // namespace platform
