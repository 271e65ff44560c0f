// The log of one book carried out again in another, empty one.
//
// Proves that the log holds all there is: the two books have equal digests. Copies what is local
// (devices, the book's row) and the attachments, which the log only names; everything else comes
// from the changes in causal order.
#pragma once

#include "store/sqlite.h"

namespace store {

// `to` has the newest schema and no practice; the caller holds a transaction in it.
[[nodiscard]] base::Result<void> replay(Connection& from, Connection& to);

} // namespace store
