#include "base/hash.h"

#include "base/assert.h"

#include <sodium.h>

#include <bit>
#include <cstring>

namespace base {

namespace {

constexpr std::uint32_t castagnoli_reflected = 0x82F63B78;

// Eight tables, so that eight bytes go in one step (Kounavis and Berry, "slicing-by-8", 2005).
using Tables = std::array<std::array<std::uint32_t, 256>, 8>;

consteval Tables make_tables() {
    Tables tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t rest = byte;
        for (int bit = 0; bit < 8; ++bit)
            rest = (rest >> 1) ^ ((rest & 1) != 0 ? castagnoli_reflected : 0);
        tables[0][byte] = rest;
    }
    for (std::size_t table = 1; table < tables.size(); ++table)
        for (std::size_t byte = 0; byte < 256; ++byte) {
            const std::uint32_t rest = tables[table - 1][byte];
            tables[table][byte] = (rest >> 8) ^ tables[0][rest & 255];
        }
    return tables;
}

constexpr Tables tables = make_tables();

static_assert(std::endian::native == std::endian::little, "crc32c reads words as they lie");

} // namespace

Digest sha256(ByteView bytes) {
    Digest digest;
    const int failed = crypto_hash_sha256(digest.data(), bytes.data(), bytes.size());
    ASSERT(failed == 0);
    return digest;
}

std::uint32_t crc32c(ByteView bytes, std::uint32_t previous) {
    std::uint32_t rest = ~previous;
    for (; bytes.size() >= 8; bytes = bytes.subspan(8)) {
        std::array<std::uint32_t, 2> words;
        std::memcpy(words.data(), bytes.data(), 8);
        words[0] ^= rest;
        rest = 0;
        for (std::size_t i = 0; i < 8; ++i)
            rest ^= tables[7 - i][(words[i / 4] >> (i % 4 * 8)) & 255];
    }
    for (const std::uint8_t byte : bytes)
        rest = (rest >> 8) ^ tables[0][(rest ^ byte) & 255];
    return ~rest;
}

} // namespace base
