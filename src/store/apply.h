// From operations to rows: the one way by which a book's tables are written.
//
// A command's own change, a replay of the log and a change of another device all come through here,
// so they give the same rows. Facts are inserted; values replace what their group held; then every
// record touched is projected anew. Runs inside the caller's transaction and checks no rule of
// billing: that was decided before.
#pragma once

#include "base/instant.h"
#include "store/dot.h"
#include "store/operation.h"
#include "store/sqlite.h"

namespace store {

// The change that the rows belong to.
struct Origin {
    Dot dot;
    base::Instant recorded;
};

[[nodiscard]] base::Result<void> apply_operations(Connection& database, const Origin& origin,
                                                  const Operations& operations);

} // namespace store
