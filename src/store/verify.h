// Whether a book keeps what it promises: `folio verify`, and the simulation's whole-book check.
//
// Looks at everything: the chain of the log, each issued document's totals, money put to invoices
// and taken from payments, numbers without gaps, the caches against the facts, and SQLite's own
// check. Changes nothing.
#pragma once

#include "store/sqlite.h"

#include <string>
#include <vector>

namespace store {

// What is wrong, a line each: "invoice INV-0012: totals differ (totals.net)". None when all is
// well.
[[nodiscard]] base::Result<std::vector<std::string>> verify_book(Connection& database);

} // namespace store
