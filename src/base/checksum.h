// The checksum of everything that goes to the disk: XXH64 with seed 0, for whole stripes.
//
// Finds torn and flipped bytes at memory speed: the whole book passes through it at every start,
// and a table-driven CRC would take longer than reading the disk. It is no signature: it does not
// stop a person who wants to change the book. The sealed book's authentication does that. XXH64:
// https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md, read 2026-11.
#pragma once

#include "base/bytes.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace base {

class Checksum {
  public:
    static constexpr std::size_t stripe_size = 32;

    // `bytes` must be whole stripes: a multiple of 32 bytes.
    void add(ByteView bytes);
    // The checksum of all that was added. Two of no stripes are equal.
    [[nodiscard]] std::uint64_t value() const;

  private:
    static constexpr std::uint64_t prime_1 = 0x9E3779B185EBCA87ULL;
    static constexpr std::uint64_t prime_2 = 0xC2B2AE3D27D4EB4FULL;

    std::array<std::uint64_t, 4> lanes_{prime_1 + prime_2, prime_2, 0, 0 - prime_1};
    std::uint64_t size_ = 0;
};

} // namespace base
