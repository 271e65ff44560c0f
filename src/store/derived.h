// Caches of sums, so that lists and searches never add up the whole book.
//
// Kept in the same transaction as the facts, never exchanged, dropped and rebuilt at will. The
// views invoice_now and payment_now say what they must hold; `derived_differences` compares.
#pragma once

#include "domain/ids.h"
#include "store/sqlite.h"

#include <cstdint>

namespace store {

[[nodiscard]] base::Result<void> refresh_invoice(Connection& database, domain::InvoiceId id);
[[nodiscard]] base::Result<void> refresh_payment(Connection& database, domain::PaymentId id);

// Empties the caches and fills them from the facts.
[[nodiscard]] base::Result<void> rebuild_derived(Connection& database);

// Rows that the caches have too many, too few or otherwise than the facts say.
[[nodiscard]] base::Result<std::int64_t> derived_differences(Connection& database);

} // namespace store
