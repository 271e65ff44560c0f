// Whether the texts of a database are texts: SQLite keeps whatever bytes it was given.
//
// All texts in the program are UTF-8, checked where they enter; with a copy they enter from a file
// that anything may have written. Reads every row once, as `quick_check` does.
#pragma once

#include "store/sqlite.h"

namespace store {

// `damaged` names the first table with a text that is no UTF-8.
[[nodiscard]] base::Result<void> check_texts(Connection& database);

} // namespace store
