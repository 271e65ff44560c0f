// The versions of a book's tables, and the way from each to the newest.
//
// A migration is a file of SQL under migrations/, embedded at build time, never edited once
// shipped. A book says which version it has and the oldest program version that may still open it:
// a book from a newer program is `too_new` and stays as it is.
#pragma once

#include "store/sqlite.h"

namespace store {

inline constexpr int schema_version = 4;

// The book's version; 0 for an empty database.
[[nodiscard]] base::Result<int> stored_version(Connection& database);

// Brings an empty or older book to `schema_version`, inside the caller's transaction. Errors:
// too_new (detail: the book's version), and those of SQLite.
[[nodiscard]] base::Result<void> migrate(Connection& database);

} // namespace store
