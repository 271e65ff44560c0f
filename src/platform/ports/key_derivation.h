// Turns a passphrase into the key of a book: Argon2id, version 1.3.
//
// Memory-hard on purpose (64 MiB, three passes, one lane: about 0.3 s), so it is asynchronous: the
// page does it in a throw-away worker. The same passphrase and salt give the same key everywhere.
// Does not keep the passphrase.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace platform {

inline constexpr std::size_t argon2_memory_bytes = 64ULL * 1024 * 1024;
inline constexpr unsigned argon2_passes = 3;

using BookKey = std::array<std::uint8_t, 32>;
using BookSalt = std::array<std::uint8_t, 16>;

class KeyDerivation {
  public:
    virtual ~KeyDerivation() = default;
    // Starts one derivation; a derivation under way is given up.
    virtual void start(std::string_view passphrase, const BookSalt& salt) = 0;
    enum class State : std::uint8_t { idle, working, done, failed };
    [[nodiscard]] virtual State state() = 0;
    // The key once `state()` is done; the derivation is idle again afterwards.
    [[nodiscard]] virtual std::optional<BookKey> take() = 0;
};

} // namespace platform
