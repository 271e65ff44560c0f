#include "platform/native/system.h"

#include "base/assert.h"

#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

namespace platform {

base::Instant SystemClock::now() const {
    using namespace std::chrono;
    return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

std::int64_t SystemClock::monotonic_ms() const {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

void SystemEntropy::fill(std::span<std::uint8_t> bytes) {
    // Not libsodium's: in wasm that asks a page's script, which a command line has not.
    constexpr std::size_t size_max = 256;
    while (!bytes.empty()) {
        const auto part = bytes.first(std::min(bytes.size(), size_max));
        ASSERT(getentropy(part.data(), part.size()) == 0);
        bytes = bytes.subspan(part.size());
    }
}

void DirectKeyDerivation::start(std::string_view passphrase, const BookSalt& salt) {
    const int result =
        crypto_pwhash(key_.data(), key_.size(), passphrase.data(), passphrase.size(), salt.data(),
                      argon2_passes, argon2_memory_bytes, crypto_pwhash_ALG_ARGON2ID13);
    state_ = result == 0 ? State::done : State::failed;
}

std::optional<BookKey> DirectKeyDerivation::take() {
    if (state_ != State::done) return std::nullopt;
    state_ = State::idle;
    const BookKey key = key_;
    sodium_memzero(key_.data(), key_.size());
    return key;
}

} // namespace platform
