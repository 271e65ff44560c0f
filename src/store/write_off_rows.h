// Write-offs and their reversals: insert-only facts.
#pragma once

#include "domain/write_off.h"
#include "store/dot.h"
#include "store/sqlite.h"

#include <vector>

namespace store {

[[nodiscard]] base::Result<void> insert_write_off(Connection& database, Dot dot,
                                                  const domain::WriteOff& fact);
[[nodiscard]] base::Result<void> insert_reversal(Connection& database, Dot dot,
                                                 const domain::WriteOffReversal& fact);

// Of one invoice, oldest first.
struct WriteOffs {
    std::vector<domain::WriteOff> facts;
    std::vector<domain::WriteOffReversal> reversals;
};
[[nodiscard]] base::Result<WriteOffs>
load_write_offs(Connection& database, domain::InvoiceId invoice, domain::Currency currency);

} // namespace store
