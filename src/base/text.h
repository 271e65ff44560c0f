// Texts: UTF-8 checks, folding for search, integers without <format>.
//
// All texts in the program are valid UTF-8, checked where they enter. Folding is for finding names,
// not for comparing or sorting them: it drops case and diacritics of Latin, Greek and Cyrillic, so
// that "wojcik" finds "Wójcik"; other scripts pass unchanged.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace base {

// Well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_utf8(std::string_view text);

// The code point at `at` (moved behind it) of a well-formed text.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_code_point(std::string& text, char32_t code_point);

// Number of code points of a well-formed text: what text limits count.
std::size_t length_in_code_points(std::string_view text);

// Without the white space around it: space, tab, line ends, no-break spaces, thin spaces.
std::string_view trimmed(std::string_view text);

// Lower case without diacritics, runs of white space as one space: "Wójcik  Łucja" ->
// "wojcik lucja", "Straße" -> "strasse". A well-formed text in, a well-formed text out.
std::string fold_for_search(std::string_view text);

// Decimal digits with leading zeros up to `digits_min`: (7, 4) -> "0007".
std::string integer_text(std::int64_t value, std::size_t digits_min = 1);

} // namespace base
