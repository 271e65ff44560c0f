#include "base/encoding.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace base {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

// Bytes 0x80 to 0x9F; all others are the code points of their number. Source: unicode.org,
// Mappings/VENDORS/MICSFT/WINDOWS/CP1252.TXT, table version 2.01. 0: five bytes without a meaning.
constexpr std::array<char16_t, 32> windows_1252_high = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::optional<std::string> from_windows_1252(ByteView file) {
    std::string text;
    text.reserve(file.size());
    for (const std::uint8_t byte : file) {
        const bool is_high = byte >= 0x80 && byte < 0xA0;
        const char32_t code_point = is_high ? windows_1252_high[byte - 0x80U] : byte;
        if (code_point == 0) return std::nullopt;
        append_code_point(text, code_point);
    }
    return text;
}

} // namespace

Result<DecodedText> decode_text(ByteView file) {
    if (std::ranges::contains(file, 0)) return fail(Code::not_text);
    std::string text(file.begin(), file.end());
    if (text.starts_with(utf8_mark)) {
        text.erase(0, utf8_mark.size());
        if (!is_utf8(text)) return fail(Code::not_utf8);
        return DecodedText{.text = std::move(text), .encoding = TextEncoding::utf8_with_mark};
    }
    if (is_utf8(text)) return DecodedText{.text = std::move(text), .encoding = TextEncoding::utf8};
    auto decoded = from_windows_1252(file);
    if (!decoded) return fail(Code::not_text);
    return DecodedText{.text = *std::move(decoded), .encoding = TextEncoding::windows_1252};
}

} // namespace base
