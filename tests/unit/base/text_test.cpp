#include "base/text.h"

#include <doctest/doctest.h>

#include <string>

using namespace std::string_literals;

TEST_CASE("text: a plain spelling finds the name as its owner writes it") {
    struct Row {
        const char* name;
        const char* folded;
    };
    for (const Row& row :
         {Row{"Wójcik", "wojcik"}, Row{"Żółć", "zolc"}, Row{"STRASSE", "strasse"},
          Row{"Straße", "strasse"}, Row{"Ελληνικά", "ελληνικα"}, Row{"Οδυσσεύς", "οδυσσευσ"},
          Row{"Дмитрий Ёлкин", "дмитрии елкин"}, Row{"Lukáš  Dvořák ", "lukas dvorak"},
          Row{"Nguyễn Thị Ánh", "nguyen thi anh"}, Row{"Ærø Ørsted", "aero orsted"},
          Row{"İstanbul", "istanbul"}, Row{"e\u0301clair", "eclair"}, Row{"עברית", "עברית"},
          Row{"日本語", "日本語"}, Row{"", ""}, Row{" \u00A0 ", ""}, Row{"A\tB", "a b"}}) {
        CAPTURE(std::string(row.name));
        CHECK(base::fold_for_search(row.name) == row.folded);
        CHECK(base::fold_for_search(row.folded) == row.folded);
    }
}

TEST_CASE("text: only well-formed UTF-8 passes") {
    for (const std::string& text :
         {""s, "a"s, "é"s, "€"s, "𝄞"s, "\xF4\x8F\xBF\xBF"s, "\xED\x9F\xBF"s})
        CHECK(base::is_utf8(text));
    for (const std::string& text :
         {"\x80"s, "\xC0\x80"s, "\xC1\xBF"s, "\xE0\x9F\xBF"s, "\xED\xA0\x80"s, "\xF0\x8F\xBF\xBF"s,
          "\xF4\x90\x80\x80"s, "\xF5\x80\x80\x80"s, "\xE2\x82"s, "a\xC3"s, "\xC3(\xA9"s, "\xFF"s})
        CHECK_FALSE(base::is_utf8(text));
}

TEST_CASE("text: code points and back") {
    for (const char32_t code_point :
         {U'a', U'é', U'€', U'𝄞', char32_t{0x7F}, char32_t{0x80}, char32_t{0x7FF}, char32_t{0x800},
          char32_t{0xFFFF}, char32_t{0x10000}, char32_t{0x10FFFF}}) {
        std::string text;
        base::append_code_point(text, code_point);
        REQUIRE(base::is_utf8(text));
        std::size_t at = 0;
        CHECK(base::next_code_point(text, at) == code_point);
        CHECK(at == text.size());
        CHECK(base::length_in_code_points(text) == 1);
    }
}

TEST_CASE("text: white space of every kind is trimmed") {
    CHECK(base::trimmed(" \t a b\u202F\n") == "a b");
    CHECK(base::trimmed("\u00A0") == "");
    CHECK(base::trimmed("x") == "x");
}

TEST_CASE("text: integers with leading zeros") {
    CHECK(base::integer_text(7, 4) == "0007");
    CHECK(base::integer_text(12345, 4) == "12345");
    CHECK(base::integer_text(-7, 4) == "-0007");
    CHECK(base::integer_text(INT64_MIN) == "-9223372036854775808");
}
