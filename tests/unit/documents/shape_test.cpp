#include "documents/shape.h"

#include "samples.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

std::string read_back(const documents::ShapedLine& line) {
    std::string text;
    for (const auto& run : line.runs) {
        auto glyphs = run.glyphs;
        if (run.is_right_to_left) std::ranges::reverse(glyphs);
        for (const auto& glyph : glyphs)
            text += glyph.text;
    }
    return text;
}

} // namespace

TEST_CASE("shape: every script has its letters and reads back") {
    const auto fonts = samples::all_fonts();
    for (const char* name : {"Siobhán Ó Briain", "Żółć", "Ελληνικά", "Дмитрий", "עברית", "العربية",
                             "日本語", "ไทย", "हिन्दी", "Nguyễn Thị Lan", "Ł̈ukasz"}) {
        CAPTURE(name);
        const auto line = documents::shape_line(fonts, name, {});
        CHECK(read_back(line) == name);
        CHECK(line.width > 0);
        CHECK(fonts.missing(name).empty());
        for (const auto& run : line.runs) {
            for (const auto& glyph : run.glyphs)
                CHECK(glyph.id != 0);
        }
    }
}

TEST_CASE("shape: a Hebrew name in a Latin sentence keeps its own direction") {
    const auto fonts = samples::all_fonts();
    const auto line = documents::shape_line(fonts, "for יעל כהן now", {});
    REQUIRE(line.runs.size() >= 3);
    CHECK_FALSE(line.is_right_to_left);
    const auto hebrew =
        std::ranges::find_if(line.runs, [](const auto& run) { return run.is_right_to_left; });
    REQUIRE(hebrew != line.runs.end());
    CHECK(hebrew->face == documents::Face::hebrew_400);
    CHECK(hebrew->glyphs.front().text == "ן");
    CHECK(hebrew->glyphs.back().text == "י");
}

TEST_CASE("shape: glyphs of a line stand from left to right") {
    const auto fonts = samples::all_fonts();
    const auto line = documents::shape_line(fonts, "VAT 23 % on €1,234.50 for עברית", {});
    documents::Length x = -1;
    for (const auto& run : line.runs) {
        for (const auto& glyph : run.glyphs) {
            if (glyph.text.empty()) continue;
            CHECK(glyph.x > x);
            x = glyph.x;
        }
    }
    CHECK(x < line.width);
}

TEST_CASE("shape: tabular digits are of one width") {
    const auto fonts = samples::all_fonts();
    const documents::TextStyle style{.size = documents::points(9),
                                     .weight = documents::Weight::regular,
                                     .digits = documents::Digits::tabular,
                                     .ink = {}};
    const auto ones = documents::shape_line(fonts, "111.11", style);
    const auto eights = documents::shape_line(fonts, "888.88", style);
    CHECK(ones.width == eights.width);
}

TEST_CASE("shape: an empty paragraph is a line of its own") {
    const auto fonts = samples::all_fonts();
    CHECK(documents::shape_paragraphs(fonts, "a\n\nb", {}, 100'000).size() == 3);
    CHECK(documents::shape_paragraphs(fonts, "", {}, 100'000).size() == 1);
}

TEST_CASE("fonts: what a text needs is asked for, what nobody has is reported") {
    documents::FontSet none;
    CHECK(none.needed("Żółć", documents::Weight::regular) ==
          std::vector{documents::Face::document_400});
    CHECK(none.needed("日本 עברית", documents::Weight::bold) ==
          std::vector{documents::Face::document_600, documents::Face::hebrew_600,
                      documents::Face::japanese_600});
    const auto fonts = samples::all_fonts();
    CHECK(fonts.missing("a\u1208b\u1208") == std::vector<char32_t>{0x1208});
    CHECK_FALSE(documents::FontSet().add(documents::Face::document_400, {std::byte{1}}));
}

TEST_CASE("shape: a line of a Hebrew paragraph that begins with Latin letters ends at their left") {
    const auto fonts = samples::all_fonts();
    const auto lines = documents::shape_paragraphs(fonts, "טיפול משפחתי ABC של תשעים דקות", {},
                                                   documents::points(75));
    const auto begins_latin = std::ranges::find_if(lines, [](const auto& line) {
        return std::ranges::any_of(line.runs.back().glyphs,
                                   [](const auto& glyph) { return glyph.text == "A"; });
    });
    REQUIRE(begins_latin != lines.end());
    CHECK(begins_latin != lines.begin());
    CHECK(begins_latin->is_right_to_left);
    CHECK(begins_latin->runs.size() > 1);
}
