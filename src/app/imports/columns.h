// Which column of a file is which field.
//
// Guessed from the headings as practice software and spreadsheets in English, German, French,
// Spanish and Polish write them; a choice of the person who imports stands above every guess. A
// column is taken for a field only if its whole heading is a name of it: a guess that may be wrong
// is worse than a column that is listed as not imported.
#pragma once

#include "app/imports/field.h"
#include "app/imports/import.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {

// The first column whose heading fits has a field. Errors, all at once: no_such_column,
// unknown_field, column_repeated.
[[nodiscard]] base::Result<std::vector<ImportColumn>>
assign_columns(std::span<const std::string> heading, std::span<const FieldName> fields,
               std::span<const ColumnChoice> choices);

// A heading as the tables write it: folded, what is not a letter or digit a space, without what
// stands in brackets: "Preis (EUR)" -> "preis", "E-Mail" -> "e mail".
[[nodiscard]] std::string plain_heading(std::string_view heading);

// Whether `text` is one of the words between '|'.
[[nodiscard]] bool is_among(std::string_view words, std::string_view text);

} // namespace app
