// One number for all that a book says, to compare two books.
//
// SHA-256 over the rows of every table but the log's own keys and the book's local row, in the
// order of their keys. A book and the replay of its log have equal digests.
#pragma once

#include "base/hash.h"
#include "store/sqlite.h"

namespace store {

[[nodiscard]] base::Result<base::Digest> digest_of(Connection& database);

} // namespace store
