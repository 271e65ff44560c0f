// SHA-256, for identity and the audit chain: what follows from the same bytes is the same digest.
//
// From libsodium, so wasm and native agree. The checksum against damage is base/checksum.h.
#pragma once

#include "base/bytes.h"

#include <array>
#include <cstdint>

namespace base {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(ByteView bytes);

} // namespace base
