// Files of other programs brought into the book: clients, services, products from CSV.
//
// A plan is made first and changes nothing: which column is which field, what each row would become
// with every number as it was understood, each fault with its line and column, and which rows are
// there already. A plan without faults becomes one command, so a file is imported whole or not at
// all, once, and can be undone as a whole.
//
// A kind of record is a table of fields (imports/field.h) and one case in plan_import.
#pragma once

#include "app/command.h"
#include "app/queries/context.h"
#include "base/bytes.h"
#include "base/csv.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace app {

enum class ImportKind : std::uint8_t { clients, services, products };

enum class DecimalMark : std::uint8_t { comma, point };

// Rows that are in the book already, or stand in the file before.
enum class RepeatedRows : std::uint8_t { refuse, leave_out, add };

struct ColumnChoice {
    std::string column; // As its heading says.
    std::string field;  // Empty: not imported.
};

struct ImportOptions {
    std::vector<ColumnChoice> columns;       // Where the guess is wrong.
    std::optional<DecimalMark> decimal_mark; // Instead of that of the practice's locale.
    RepeatedRows repeated = RepeatedRows::refuse;
};

struct ImportColumn {
    std::string heading;    // "column 3" where it has none.
    std::string_view field; // Of the kind's table; empty: not imported.
    bool is_chosen = false; // By a ColumnChoice; else guessed from the heading.
};

struct ImportFault {
    std::size_t line = 0; // 0: the file as a whole.
    std::string column;   // Its heading; empty: the row as a whole.
    base::Error error;
};

// A row that would become a record: its values as they were understood, in plain notation, one for
// each column; empty where the column is not imported or the cell says nothing.
struct UnderstoodRow {
    std::size_t line = 0;
    std::vector<std::string> values;
};

struct RepeatedRow {
    std::size_t line = 0;
    std::string name;
    base::Error error; // already_in_book or twice_in_file.
};

using ImportRecords = std::variant<std::vector<domain::Client>, std::vector<domain::Service>,
                                   std::vector<domain::Product>>;

struct ImportPlan {
    base::TextEncoding encoding = base::TextEncoding::utf8;
    char separator = ',';
    DecimalMark decimal_mark = DecimalMark::point;
    // The other mark, where numbers are refused with this one and none would be with that.
    std::optional<DecimalMark> better_mark;
    RepeatedRows repeated = RepeatedRows::refuse;
    std::size_t row_count = 0; // In the file.
    std::vector<ImportColumn> columns;
    std::vector<ImportFault> faults; // By line.
    std::vector<RepeatedRow> repeated_rows;
    std::vector<UnderstoodRow> rows; // What would be added...
    ImportRecords records;           // ... in the same order.
};

// Errors are those of base::read_csv, and of the choices: no_such_column, column_repeated,
// unknown_field. Everything else is a fault in the plan.
[[nodiscard]] base::Result<ImportPlan> plan_import(const QueryContext& context, ImportKind kind,
                                                   base::ByteView file,
                                                   const ImportOptions& options);

// The command that carries the plan out. Errors: the faults, all at once, each at
// "line 3, E-mail"; repeated_rows where what to do with them is not said; no_rows where all are
// left out.
[[nodiscard]] base::Result<Command> import_command(const ImportPlan& plan);

} // namespace app
