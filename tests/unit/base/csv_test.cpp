#include "base/csv.h"

#include "base/text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace std::string_literals;
using base::Code;

namespace {

using Cells = std::vector<std::vector<std::string>>;

base::Result<base::CsvTable> read(std::string_view text) {
    return base::read_csv(base::as_bytes(text));
}

Cells cells_of(const base::CsvTable& table) {
    Cells cells;
    for (const base::CsvRow& row : table.rows)
        cells.push_back(row.cells);
    return cells;
}

} // namespace

TEST_CASE("csv: files as programs write them give the cells that people see") {
    struct Row {
        const char* name;
        std::string text;
        char separator;
        Cells cells;
    };
    const Row rows[] = {
        {"commas", "Name,City\nAnna,Graz\nEva,Wien\n", ',', {{"Anna", "Graz"}, {"Eva", "Wien"}}},
        {"semicolons", "Name;Price\nAnna;1,50\n", ';', {{"Anna", "1,50"}}},
        {"tabs", "Name\tCity\nAnna\tGraz, Wien; Linz\n", '\t', {{"Anna", "Graz, Wien; Linz"}}},
        {"one column", "Name\nAnna\n", ',', {{"Anna"}}},
        {"a comma in a heading of semicolons", "Price, net;Tax\n1;2\n", ';', {{"1", "2"}}},
        {"a quoted separator in the heading", "\"A;B;C\",D\n1,2\n", ',', {{"1", "2"}}},
        {"Windows line ends", "A,B\r\n1,2\r\n", ',', {{"1", "2"}}},
        {"old Mac line ends", "A,B\r1,2\r3,4", ',', {{"1", "2"}, {"3", "4"}}},
        {"no line end at the end", "A,B\n1,2", ',', {{"1", "2"}}},
        {"a quoted separator", "A,B\n\"1,5\",2\n", ',', {{"1,5", "2"}}},
        {"a quoted line end", "A,B\n\"Flat 3\r\nMain St\",2\n", ',', {{"Flat 3\nMain St", "2"}}},
        {"doubled quotes", "A,B\n\"Anna \"\"Ann\"\" Kos\",2\n", ',', {{"Anna \"Ann\" Kos", "2"}}},
        {"quotes within a plain cell",
         "A,B\nAnna \"Ann\" Kos,2\n",
         ',',
         {{"Anna \"Ann\" Kos", "2"}}},
        {"an empty quoted cell", "A,B\n\"\",2\n", ',', {{"", "2"}}},
        {"spaces around a quoted cell", "A,B\n1, \"2, 3\" \n", ',', {{"1", "2, 3"}}},
        {"spaces of a plain cell stay", "A,B\n 1 ,2\n", ',', {{" 1 ", "2"}}},
        {"blank lines", "\n\nA,B\n\n1,2\n,\n  ,\n3,4\n\n", ',', {{"1", "2"}, {"3", "4"}}},
        {"empty cells too many", "A,B\n1,2,,\n", ',', {{"1", "2"}}},
        {"a heading with separators too many",
         "A,B,,\n1,2,,\n3,4\n",
         ',',
         {{"1", "2"}, {"3", "4"}}},
        {"Excel's line of the separator", "sep=;\r\nA;B\r\n1,0;2\r\n", ';', {{"1,0", "2"}}},
        {"the mark of UTF-8", "\xEF\xBB\xBF\"A\",B\n1,2\n", ',', {{"1", "2"}}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const auto table = read(row.text);
        REQUIRE(table.has_value());
        CHECK(table->separator == row.separator);
        CHECK(cells_of(*table) == row.cells);
        for (const base::CsvRow& one : table->rows)
            CHECK_FALSE(one.fault.has_value());
    }
}

TEST_CASE("csv: a row that can't be trusted is told with its line, the others stay") {
    struct Row {
        const char* name;
        std::string text;
        std::size_t line;
        Code code;
        const char* detail;
    };
    const std::string limit = std::to_string(base::csv_cell_length_max);
    const std::string long_cell(base::csv_cell_length_max + 1, 'a');
    const Row rows[] = {
        {"a cell too few", "A,B\n1,2\n3\n4,5\n", 3, Code::row_length, "2"},
        {"a cell too many", "A,B\n1,2\n3,4,5\n4,5\n", 3, Code::row_length, "2"},
        {"lines are counted within cells and between rows", "A,B\r\n\"1\r\n\r\n\",2\r\n\r\n3\r\n",
         6, Code::row_length, "2"},
        {"lines are counted after Excel's own", "sep=,\nA,B\n1\n", 3, Code::row_length, "2"},
        {"a quote that is never closed", "A,B\n1,2\n3,\"4\n5,6\n", 3, Code::quote_open, ""},
        {"text after a closing quote", "A,B\n1,2\n\"3\"x,4\n", 3, Code::text_after_quote, ""},
        {"a cell that is too long", "A,B\n1,2\n" + long_cell + ",4\n", 3, Code::cell_too_long,
         limit.c_str()},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const auto table = read(row.text);
        REQUIRE(table.has_value());
        std::size_t faults = 0;
        for (const base::CsvRow& one : table->rows) {
            if (!one.fault) continue;
            ++faults;
            CHECK(one.line == row.line);
            CHECK(one.fault->code == row.code);
            CHECK(one.fault->detail == row.detail);
        }
        CHECK(faults == 1);
    }
}

TEST_CASE("csv: what is no table is refused as a whole") {
    struct Row {
        const char* name;
        std::string text;
        Code code;
    };
    const Row rows[] = {
        {"nothing", "", Code::no_rows},
        {"blank lines", "\n \n", Code::no_rows},
        {"a heading alone", "Name,City\n", Code::no_rows},
        {"a spreadsheet's own file", "PK\x03\x04\0\0"s, Code::not_text},
        {"UTF-16, as Excel's \"Unicode text\"", "\xFF\xFEN\0a\0"s, Code::not_text},
        {"neither UTF-8 nor Windows-1252", "Name\n\x8Ar\x8D\n"s, Code::not_text},
        {"the mark of UTF-8 before something else", "\xEF\xBB\xBFName\nM\xFCller\n",
         Code::not_utf8},
        {"a heading with an open quote", "\"Name,City\nAnna,Graz\n", Code::quote_open},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const auto table = read(row.text);
        REQUIRE_FALSE(table.has_value());
        CHECK(table.error().code == row.code);
    }
}

TEST_CASE("csv: a table is read up to each limit and refused beyond") {
    const auto rows = [](std::size_t count) {
        std::string text = "A\n";
        for (std::size_t i = 0; i < count; ++i)
            text += "1\n";
        return text;
    };
    CHECK(read(rows(base::csv_rows_max)).has_value());
    CHECK(read(rows(base::csv_rows_max + 1)).error().code == Code::too_many_rows);

    const auto columns = [](std::size_t count) {
        const std::string row = std::string("1") + [&] {
            std::string more;
            for (std::size_t i = 1; i < count; ++i)
                more += ",1";
            return more;
        }();
        return row + "\n" + row + "\n";
    };
    CHECK(read(columns(base::csv_columns_max)).has_value());
    CHECK(read(columns(base::csv_columns_max + 1)).error().code == Code::too_many_columns);

    const auto cell = [](std::size_t count) {
        std::string text = "A\n";
        for (std::size_t i = 0; i < count; ++i)
            text += "\u00E9";
        return text;
    };
    CHECK_FALSE(read(cell(base::csv_cell_length_max))->rows[0].fault.has_value());
    CHECK(read(cell(base::csv_cell_length_max + 1))->rows[0].fault.has_value());

    const std::size_t size_max = base::csv_megabytes_max * 1'000'000;
    std::string file = "A\n1";
    file.append(size_max - file.size(), '\n');
    CHECK(read(file).has_value());
    CHECK(read(file + "\n").error().code == Code::file_too_large);
}

TEST_CASE("encoding: what is no UTF-8 is read as Windows-1252, and said so") {
    const auto utf8 = base::decode_text(base::as_bytes("Müller"));
    REQUIRE(utf8.has_value());
    CHECK(utf8->text == "Müller");
    CHECK(utf8->encoding == base::TextEncoding::utf8);

    const auto marked = base::decode_text(base::as_bytes("\xEF\xBB\xBFMüller"));
    REQUIRE(marked.has_value());
    CHECK(marked->text == "Müller");
    CHECK(marked->encoding == base::TextEncoding::utf8_with_mark);

    const auto western = base::decode_text(base::as_bytes("M\xFCller \x80 90 \x84gut\x93 \x9E"));
    REQUIRE(western.has_value());
    CHECK(western->text == "Müller € 90 „gut“ ž");
    CHECK(western->encoding == base::TextEncoding::windows_1252);
}

TEST_CASE("encoding: every byte of Windows-1252 has its letter, save five") {
    std::size_t refused = 0;
    for (unsigned byte = 0x80; byte <= 0xFF; ++byte) {
        const std::string text(1, static_cast<char>(byte));
        const auto decoded = base::decode_text(base::as_bytes(text));
        if (!decoded) {
            ++refused;
            continue;
        }
        CHECK(base::is_utf8(decoded->text));
        CHECK(base::length_in_code_points(decoded->text) == 1);
    }
    CHECK(refused == 5);
}
