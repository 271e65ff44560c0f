// Whatever a program writes as CSV, in whichever of its ways, reads back as the same cells.
#include "base/csv.h"
#include "base/text.h"
#include "property/generate.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t tables = 500;

std::string any_cell(base::Random& random) {
    constexpr std::array<std::string_view, 14> pieces{
        "a", "Ö", "z", " ", ",", ";", "\t", "\"", "\"\"", "\n", "1.5", "日本", "sep=;", "'"};
    std::string cell;
    for (std::uint64_t left = random.below(6); left > 0; --left)
        cell += pieces[random.below(pieces.size())];
    return cell;
}

// The first column is never empty, so that no row is blank and no column without a name.
Rows any_table(base::Random& random) {
    const std::size_t columns = 1 + random.below(5);
    Rows rows(2 + random.below(6), std::vector<std::string>(columns));
    for (auto& row : rows)
        for (std::string& cell : row)
            cell = any_cell(random);
    for (auto& row : rows)
        row.front() += "x";
    for (std::string& name : rows.front())
        name += "x";
    return rows;
}

struct Writing {
    char separator = ',';
    std::string_view line_end = "\n";
    bool quotes_all = false;
    bool has_mark = false;
    bool ends_last_line = true;
};

Writing any_writing(base::Random& random) {
    constexpr std::string_view separators = ",;\t";
    constexpr std::array<std::string_view, 3> line_ends{"\n", "\r\n", "\r"};
    return {.separator = separators[random.below(separators.size())],
            .line_end = line_ends[random.below(line_ends.size())],
            .quotes_all = random.below(2) == 0,
            .has_mark = random.below(2) == 0,
            .ends_last_line = random.below(2) == 0};
}

std::string cell_text(const std::string& cell, const Writing& writing) {
    const bool needs_quotes = cell.find_first_of("\",;\t\r\n") != std::string::npos;
    if (!needs_quotes && !writing.quotes_all) return cell;
    std::string text = "\"";
    for (const char c : cell) {
        if (c == '"') text += '"';
        text += c;
    }
    return text + "\"";
}

std::string file_text(const Rows& rows, const Writing& writing) {
    std::string text = writing.has_mark ? "\xEF\xBB\xBF" : "";
    // One column has no separator to be told by; Excel's line tells it.
    if (rows.front().size() == 1)
        text += std::string("sep=") + writing.separator + std::string(writing.line_end);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            if (column > 0) text += writing.separator;
            text += cell_text(rows[row][column], writing);
        }
        if (row + 1 < rows.size() || writing.ends_last_line) text += writing.line_end;
    }
    return text;
}

} // namespace

TEST_CASE("property: every table reads back as it was written") {
    for (const std::uint64_t seed : generate::seeds(tables)) {
        CAPTURE(seed);
        base::Random random(seed);
        const Rows rows = any_table(random);
        const Writing writing = any_writing(random);
        const std::string text = file_text(rows, writing);
        CAPTURE(text);
        const auto table = base::read_csv(base::as_bytes(text));
        REQUIRE(table.has_value());
        CHECK(table->separator == writing.separator);
        Rows read{table->heading};
        for (const base::CsvRow& row : table->rows) {
            CHECK_FALSE(row.fault.has_value());
            read.push_back(row.cells);
        }
        CHECK(read == rows);
    }
}
