// Payments, allocations, releases and voided payments: insert-only facts.
//
// The amount of a payment and of an allocation never changes; what is left of either follows from
// later facts (domain/payment.h). Nothing here updates or deletes.
#pragma once

#include "domain/decide_invoice.h"
#include "domain/payment.h"
#include "store/dot.h"
#include "store/sqlite.h"

#include <optional>
#include <vector>

namespace store {

[[nodiscard]] base::Result<void> insert_payment(Connection& database, Dot dot,
                                                const domain::Payment& payment);
[[nodiscard]] base::Result<void> insert_payment_void(Connection& database, Dot dot,
                                                     const domain::PaymentVoid& fact);
[[nodiscard]] base::Result<void> insert_allocation(Connection& database, Dot dot,
                                                   const domain::Allocation& allocation);
[[nodiscard]] base::Result<void> insert_release(Connection& database, Dot dot,
                                                const domain::Release& release);

// All facts about one payment.
[[nodiscard]] base::Result<std::optional<domain::PaymentFacts>>
load_payment_facts(Connection& database, domain::PaymentId id);

struct AllocationPlace {
    domain::AllocationId allocation;
    domain::PaymentId payment;
};
// An invoice's allocations, oldest first, released ones too.
[[nodiscard]] base::Result<std::vector<AllocationPlace>> allocations_of(Connection& database,
                                                                        domain::InvoiceId invoice);

// The payer's payments with money left, oldest first.
[[nodiscard]] base::Result<std::vector<domain::HeldCredit>>
load_credit(Connection& database, domain::PartyId payer, domain::Currency currency);

} // namespace store
