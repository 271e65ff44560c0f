#include "documents/line_break.h"

#include "base/text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

// Lines when every code point is 10 wide.
std::vector<std::string> broken(std::string_view text, documents::Length width) {
    std::vector<documents::Length> widths(text.size(), 0);
    for (std::size_t at = 0; at < text.size();) {
        widths[at] = 10;
        (void)base::next_code_point(text, at);
    }
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = documents::line_end(text, widths, at, width);
        REQUIRE(end.next > at);
        lines.emplace_back(text.substr(at, end.visible - at));
        at = end.next;
    }
    return lines;
}

} // namespace

TEST_CASE("lines: a paragraph breaks where its readers expect") {
    struct Row {
        const char* name;
        const char* text;
        documents::Length width;
        std::vector<std::string> lines;
    };
    const std::vector<Row> rows{
        {"fits", "one two", 70, {"one two"}},
        {"at a space, which is not drawn", "one two", 60, {"one", "two"}},
        {"spaces at the end take no room", "one   two", 30, {"one", "two"}},
        {"after a hyphen", "part-time", 60, {"part-", "time"}},
        {"after a slash", "and/or", 40, {"and/", "or"}},
        {"not within a number", "of 2006/112", 80, {"of", "2006/112"}},
        {"not within a reference", "no INV-0148", 90, {"no", "INV-0148"}},
        {"a long word breaks anywhere", "abcdefgh", 30, {"abc", "def", "gh"}},
        {"a word wider than the line after a short one", "a bcdefgh", 40, {"a", "bcde", "fgh"}},
        {"between ideographs", "日本語日本語", 40, {"日本語日", "本語"}},
        {"not before a full stop", "日本語。", 30, {"日本", "語。"}},
        {"not after an opening bracket", "日本「語」", 30, {"日本", "「語」"}},
        {"one letter is wider than the line", "ab", 5, {"a", "b"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(broken(row.text, row.width) == row.lines);
    }
}
