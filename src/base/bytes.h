// Raw bytes and their hexadecimal text.
//
// A ByteView is a view and is never stored. Holds no format of its own: what the bytes mean is the
// business of who packs them.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace base {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

// The bytes of a text, in place.
ByteView as_bytes(std::string_view text);

// Lower case, two digits a byte.
std::string hex_text(ByteView bytes);
// Reads what hex_text prints, either case; wrong_type otherwise.
Result<Bytes> parse_hex(std::string_view text);

} // namespace base
