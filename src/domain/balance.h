// What is owed on an invoice, and the status that follows from it.
//
// Nothing of this is stored: balance and status are folds over dated facts, so "as at D" counts
// exactly the facts dated on or before D. A new kind of fact (credit note, write-off, late fee) is
// one more EntryKind. The balance is never below zero; facts that would make it so are refused.
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "domain/ids.h"
#include "domain/money.h"
#include "domain/payment.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace domain {

// What moves a balance, and which way.
enum class EntryKind : std::uint8_t {
    allocation,    // lowers
    release,       // raises
    cash_rounding, // lowers by its signed amount; a release takes it back
    credit_note,   // lowers
    write_off,     // lowers; a reversal is a negative entry of its own date
    late_fee,      // raises; a waiver is a negative entry of its own date
    refund,        // does not move it: the release beside it does
};

struct Entry {
    EntryKind kind;
    base::Date date;
    std::int64_t amount_minor;
};

// The facts about one issued invoice that its balance follows from.
struct InvoiceFacts {
    InvoiceId id;
    PartyId account;
    Money payable;
    base::Date issue_date;
    std::optional<base::Date> due_date;
    std::optional<base::Date> reverted_on; // A numbered draft from that day.
    std::optional<base::Date> voided_on;
    std::vector<Entry> entries;
};

// The entries that allocations to one invoice and their releases make.
[[nodiscard]] base::Result<std::vector<Entry>> entries_of(std::span<const Allocation> allocations,
                                                          std::span<const Release> releases);

[[nodiscard]] base::Result<Money> balance_as_at(const InvoiceFacts& invoice, base::Date day);

// The lowest balance on `day` or any later day: what a fact dated `day` may take from it, so that
// no later day falls below zero.
[[nodiscard]] base::Result<Money> lowest_balance_from(const InvoiceFacts& invoice, base::Date day);

enum class Status : std::uint8_t {
    voided,
    draft,
    overdue,
    partially_paid,
    open,
    written_off,
    refunded,
    credited,
    paid,
};

// The first status that matches, in the order of the enumeration. Before its issue date an invoice
// is a draft.
[[nodiscard]] base::Result<Status> status_as_at(const InvoiceFacts& invoice, base::Date day);

} // namespace domain
