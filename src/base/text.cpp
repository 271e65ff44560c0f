#include "base/text.h"

#include "base/assert.h"
#include "base/fold_table.h"

#include <algorithm>
#include <iterator>

namespace base {

namespace {

static_assert(std::ranges::is_sorted(fold_rows, {}, &FoldRow::first));

constexpr char32_t code_points_per_row = 16;

bool is_space(char32_t code_point) {
    switch (code_point) {
    case U'\t':
    case U'\n':
    case U'\r':
    case U' ':
    case 0x00A0: // No-break space.
    case 0x2009: // Thin space.
    case 0x202F: // Narrow no-break space.
    case 0x3000: // Ideographic space.
        return true;
    default: return false;
    }
}

bool is_combining_mark(char32_t code_point) { return code_point >= 0x300 && code_point <= 0x36F; }

// The folded letters of a code point, or an empty text where it stays as it is.
std::string_view folded(char32_t code_point) {
    const auto* const after = std::ranges::upper_bound(fold_rows, code_point, {}, &FoldRow::first);
    if (after == std::begin(fold_rows)) return {};
    const FoldRow& row = *std::prev(after);
    if (code_point >= row.first + code_points_per_row) return {};
    std::string_view rest = row.words;
    for (char32_t skipped = row.first; skipped < code_point; ++skipped) {
        const std::size_t space = rest.find(' ');
        if (space == std::string_view::npos) return {};
        rest.remove_prefix(space + 1);
    }
    const std::string_view word = rest.substr(0, rest.find(' '));
    return word == "." ? std::string_view() : word;
}

void append_folded(std::string& text, char32_t code_point) {
    if (code_point >= U'A' && code_point <= U'Z')
        return append_code_point(text, code_point - U'A' + U'a');
    const std::string_view letters = folded(code_point);
    if (letters.empty()) return append_code_point(text, code_point);
    text.append(letters);
}

} // namespace

bool is_utf8(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    for (std::size_t at = 0; at < text.size();) {
        const unsigned char lead = byte(at);
        const std::size_t size = lead < 0x80                   ? 1
                                 : lead >= 0xC2 && lead < 0xE0 ? 2
                                 : lead >= 0xE0 && lead < 0xF0 ? 3
                                 : lead >= 0xF0 && lead < 0xF5 ? 4
                                                               : 0;
        if (size == 0 || text.size() - at < size) return false;
        for (std::size_t i = 1; i < size; ++i)
            if ((byte(at + i) & 0xC0) != 0x80) return false;
        // Table 3-7 of the Unicode standard: second bytes that would be overlong, a surrogate, or
        // above U+10FFFF.
        const unsigned char second = size > 1 ? byte(at + 1) : 0;
        if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
            (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F))
            return false;
        at += size;
    }
    return true;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    ASSERT(at < text.size());
    const auto lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80) return lead;
    const std::size_t following = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    ASSERT(text.size() - at >= following);
    char32_t code_point = lead & (0x3FU >> following);
    for (std::size_t i = 0; i < following; ++i)
        code_point = (code_point << 6) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
    return code_point;
}

void append_code_point(std::string& text, char32_t code_point) {
    const auto append = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (code_point < 0x80) return append(code_point);
    if (code_point < 0x800) {
        append(0xC0 | (code_point >> 6));
    } else {
        if (code_point < 0x10000) {
            append(0xE0 | (code_point >> 12));
        } else {
            append(0xF0 | (code_point >> 18));
            append(0x80 | ((code_point >> 12) & 0x3F));
        }
        append(0x80 | ((code_point >> 6) & 0x3F));
    }
    append(0x80 | (code_point & 0x3F));
}

std::size_t length_in_code_points(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (byte & 0xC0) != 0x80; }));
}

std::string_view trimmed(std::string_view text) {
    std::size_t begin = text.size();
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        if (is_space(next_code_point(text, at))) continue;
        begin = std::min(begin, from);
        end = at;
    }
    return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

std::string fold_for_search(std::string_view text) {
    std::string result;
    text = trimmed(text);
    bool after_space = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code_point = next_code_point(text, at);
        if (is_combining_mark(code_point)) continue;
        const bool space = is_space(code_point);
        if (space && !after_space) result.push_back(' ');
        if (!space) append_folded(result, code_point);
        after_space = space;
    }
    return result;
}

std::string integer_text(std::int64_t value, std::size_t digits_min) {
    std::string digits = std::to_string(value);
    const std::size_t sign = value < 0 ? 1 : 0;
    if (digits.size() - sign < digits_min)
        digits.insert(sign, digits_min - (digits.size() - sign), '0');
    return digits;
}

} // namespace base
