// Text in few bytes, for the bodies of the log: raw deflate with words given beforehand.
//
// Most of a body is the names of its fields. They stand in `packed_words`, which is part of the
// format: a shipped list is never edited, a better one gets the next number. The caller may have
// words of its own beside them. The first byte of what is packed says which words it needs. The
// same text may pack to other bytes in another version; what counts, is hashed and compared is the
// plain text.
// Keeps no checksum: the log's hashes and the pages' checksums do that.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace store {

// Of the plain text: several times the body of an invoice with as many lines as may be.
inline constexpr std::size_t packed_text_size_max = std::size_t{16} * 1024 * 1024;

// Words beyond those of every program, under a number for whoever unpacks.
struct OwnWords {
    std::uint8_t number = 0; // own_words_first to own_words_last.
    std::string_view text;   // What is over own_words_size_max only costs time.
};
inline constexpr std::uint8_t own_words_first = 16;
inline constexpr std::uint8_t own_words_last = 255;
inline constexpr std::size_t own_words_size_max = 24'000;

// `at_hand` is text that whoever unpacks has too, whose words then cost nothing: a receipt names
// what its body names. too_long above the limit.
[[nodiscard]] base::Result<base::Bytes> pack_text(std::string_view text,
                                                  std::string_view at_hand = {});
[[nodiscard]] base::Result<base::Bytes> pack_text(std::string_view text, const OwnWords& own);

// The number of the own words that are needed to unpack; none for words of every program.
[[nodiscard]] std::optional<std::uint8_t> own_words_of(base::ByteView bytes);

// `damaged` for what `pack_text` does not give: other words, an end missing, bytes after it, more
// than the limit. Takes no more memory than the limit, whatever the bytes say.
[[nodiscard]] base::Result<std::string> unpack_text(base::ByteView bytes,
                                                    std::string_view at_hand = {});
[[nodiscard]] base::Result<std::string> unpack_text(base::ByteView bytes, const OwnWords& own);

} // namespace store
