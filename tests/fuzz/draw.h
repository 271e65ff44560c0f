// Takes an input apart, for targets whose bytes describe something: small numbers and short runs
// of bytes from the front. Past the end everything is zero or empty.
#pragma once

#include "base/bytes.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

namespace fuzz {

class Draw {
  public:
    explicit Draw(base::ByteView input) : left_(input) {}

    [[nodiscard]] bool is_empty() const { return left_.empty(); }

    std::uint8_t byte() {
        if (left_.empty()) return 0;
        const std::uint8_t value = left_.front();
        left_ = left_.subspan(1);
        return value;
    }
    // Little-endian, of `count` bytes.
    std::uint64_t number(int count) {
        std::uint64_t value = 0;
        for (int index = 0; index < count; ++index)
            value |= std::uint64_t{byte()} << (8 * index);
        return value;
    }
    // Below `bound`, which is at most 65536; 0 for a bound of 0.
    std::size_t below(std::size_t bound) {
        const auto value = static_cast<std::size_t>(number(bound > 256 ? 2 : 1));
        return bound == 0 ? 0 : value % bound;
    }
    base::ByteView bytes(std::size_t size) {
        const base::ByteView taken = left_.first(std::min(size, left_.size()));
        left_ = left_.subspan(taken.size());
        return taken;
    }
    // A length in one byte, then so many bytes.
    base::ByteView run() { return bytes(byte()); }
    base::ByteView rest() { return bytes(left_.size()); }

  private:
    base::ByteView left_;
};

inline std::string text_of(base::ByteView bytes) { return {bytes.begin(), bytes.end()}; }

} // namespace fuzz
