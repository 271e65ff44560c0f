// Keys for books that are not sealed.
#pragma once

#include "platform/ports/key_derivation.h"

#include <optional>
#include <string_view>

namespace fuzz {

class NoKeys final : public platform::KeyDerivation {
  public:
    void start(std::string_view, const platform::BookSalt&) override {}
    State state() override { return State::failed; }
    std::optional<platform::BookKey> take() override { return std::nullopt; }
};

} // namespace fuzz
