// Payments, what they settle, and what is left of them as credit.
//
// All four records are insert-only facts. Money that is received and not allocated is the credit of
// the payer; a release gives an allocation back to its payment. The amount of a payment never
// changes.
#pragma once

#include "domain/context.h"
#include "domain/ids.h"
#include "domain/money.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace domain {

struct Payment {
    PaymentId id;
    PartyId payer;
    Money amount; // Above zero; what was accepted, in the currency of the invoices it pays.
    MethodId method;
    std::string reference;
    std::string tendered_memo; // Another currency: what was handed over, and the rate.
    std::string note;
    Dated received;

    friend bool operator==(const Payment&, const Payment&) = default;
};

// Money of a payment put to an invoice. Where cash settles the rest, `cash_rounding` is what coins
// could not pay (10.00 for 10.02: 0.02; 10.05 for 10.03: -0.02); it lowers the balance beside
// `amount`.
struct Allocation {
    AllocationId id;
    PaymentId payment;
    InvoiceId invoice;
    Money amount;
    Money cash_rounding;
    Dated dated;

    friend bool operator==(const Allocation&, const Allocation&) = default;
};

// An allocation given back (un-applied), whole or in part.
struct Release {
    ReleaseId id;
    AllocationId allocation;
    Money amount;
    Money cash_rounding;
    std::string reason;
    Dated dated;

    friend bool operator==(const Release&, const Release&) = default;
};

// A payment that was entered by mistake.
struct PaymentVoid {
    PaymentId payment;
    std::string reason;
    Dated dated;

    friend bool operator==(const PaymentVoid&, const PaymentVoid&) = default;
};

// All facts about one payment.
struct PaymentFacts {
    Payment payment;
    std::vector<Allocation> allocations;
    std::vector<Release> releases;
    std::optional<PaymentVoid> voided;
};

// What of an allocation is in force as at `day`: facts dated later do not count.
struct LiveAllocation {
    Money amount;
    Money cash_rounding;
};
[[nodiscard]] base::Result<LiveAllocation>
live_as_at(const Allocation& allocation, const std::vector<Release>& releases, base::Date day);

// What of the payment is not allocated as at `day`; zero once voided.
[[nodiscard]] base::Result<Money> credit_as_at(const PaymentFacts& facts, base::Date day);

// The lowest credit on `day` or any later day: what a fact dated `day` may take from it.
[[nodiscard]] base::Result<Money> lowest_credit_from(const PaymentFacts& facts, base::Date day);

} // namespace domain
