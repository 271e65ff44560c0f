// The plan of an import as JSON, one object a line, for the command line and scripts.
//
// {"columns": [{"column": "E-Mail", "field": "email"}, ...], "encoding": "utf8", ...} first, then a
// line for each fault ("error", with "line" and "column"), for each repeated row ("repeated"), for
// the first rows as they were understood ("row"), and the counts ("plan") last.
#pragma once

#include "app/imports/import.h"
#include "store/json_codec.h"

#include <optional>
#include <string_view>
#include <vector>

namespace app {

constexpr std::size_t shown_rows_max = 10;

[[nodiscard]] std::vector<store::Json> plan_json(const ImportPlan& plan);

// The words of the command line for the kinds and options; nothing for others.
[[nodiscard]] std::optional<ImportKind> import_kind(std::string_view word);
[[nodiscard]] std::optional<DecimalMark> decimal_mark(std::string_view word);
[[nodiscard]] std::optional<RepeatedRows> repeated_rows(std::string_view word);
// "E-Mail=email"; "Hobby=" for a column that is not imported.
[[nodiscard]] std::optional<ColumnChoice> column_choice(std::string_view text);

} // namespace app
