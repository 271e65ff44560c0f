// From the bytes of a text file to the UTF-8 that all texts in the program are.
//
// UTF-8, with or without its mark, is taken as it is; what is no UTF-8 is read as Windows-1252, the
// other encoding that spreadsheets of Western Europe write. Nothing is ever replaced by a question
// mark: bytes that are neither are refused. A guess can be wrong (a Polish file in Windows-1250
// reads as Windows-1252), so the caller shows what was taken.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <cstdint>
#include <string>

namespace base {

enum class TextEncoding : std::uint8_t { utf8, utf8_with_mark, windows_1252 };

struct DecodedText {
    std::string text; // Well-formed UTF-8 without a mark.
    TextEncoding encoding = TextEncoding::utf8;
};

// Errors: not_text for bytes that no text has (zeros, as in UTF-16, or none of Windows-1252),
// not_utf8 where the mark of UTF-8 stands before something else.
[[nodiscard]] Result<DecodedText> decode_text(ByteView file);

} // namespace base
