// The records that operations touch: what is projected anew once they are written, and what one who
// has read the book before them must read again.
#pragma once

#include "domain/ids.h"
#include "store/operation.h"
#include "store/sqlite.h"

#include <set>
#include <utility>

namespace store {

struct Touched {
    std::set<std::pair<RecordKind, base::Uuid>> records; // Drafts of issued invoices among them.
    std::set<domain::InvoiceId> invoices;                // Their state or balance.
    std::set<domain::PaymentId> payments;                // Their state or what is left of them.
};

// Adds what the operations touch. They stand in the book already: a release names an allocation.
[[nodiscard]] base::Result<void> touch(Connection& database, const Operations& operations,
                                       Touched& touched);

} // namespace store
