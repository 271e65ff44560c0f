// Digests: SHA-256 for identity and the audit chain, CRC-32C to find damage.
//
// SHA-256 comes from libsodium, the same in wasm and native. CRC-32C (Castagnoli, as in iSCSI) only
// tells torn or flipped bytes apart from good ones; it proves nothing about who wrote them.
#pragma once

#include "base/bytes.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace base {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(ByteView bytes);

// CRC-32C of `bytes`, going on from `previous` (0 at the start): "123456789" -> 0xE3069283.
std::uint32_t crc32c(ByteView bytes, std::uint32_t previous = 0);

} // namespace base
