// Tables in text files, as spreadsheets and other programs write them ("CSV").
//
// RFC 4180, and what is met beside it: commas, semicolons or tabs between cells (told from the
// heading row, or from Excel's "sep=;" before it); lines ended by LF, CR LF or CR; quoted cells
// with separators, line ends and doubled quotes; spaces around a quoted cell; a quote within a
// plain cell, taken as it stands; blank lines, passed over. Cells are kept as they are, but for
// line ends within them, which become LF. What a cell means is not known here.
#pragma once

#include "base/bytes.h"
#include "base/encoding.h"
#include "base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace base {

// What is imported is one change of the log, and the text of a change has at most 16 MiB
// (store/packed_text.h): rows of six field groups in a file of this size stay below.
constexpr std::size_t csv_megabytes_max = 4;
constexpr std::size_t csv_rows_max = 10'000; // Without the heading.
constexpr std::size_t csv_columns_max = 200;
constexpr std::size_t csv_cell_length_max = 10'000; // In code points.

struct CsvRow {
    std::size_t line = 0; // Of the file, from 1: where the row begins.
    std::vector<std::string> cells;
    // Why its cells can't be trusted; the other rows can. quote_open (then it is the last row),
    // text_after_quote, cell_too_long (detail: the limit), row_length (detail: the cells that the
    // heading has; empty ones too many at the end are dropped instead).
    std::optional<Error> fault;
};

struct CsvTable {
    TextEncoding encoding = TextEncoding::utf8;
    char separator = ','; // ',', ';' or '\t'.
    std::vector<std::string> heading;
    std::vector<CsvRow> rows; // One at least; each with a cell for each of the heading, or a fault.
};

// Errors: file_too_large (detail: megabytes), too_many_rows, too_many_columns (detail: the limit),
// no_rows, those of decode_text, and a fault of the heading itself.
[[nodiscard]] Result<CsvTable> read_csv(ByteView file);

} // namespace base
