#include "domain/balance.h"

#include "base/wide.h"

#include <algorithm>

namespace domain {

namespace {

using base::Result;

// The way an entry moves the balance; see EntryKind.
int direction(EntryKind kind) {
    switch (kind) {
    case EntryKind::allocation:
    case EntryKind::cash_rounding:
    case EntryKind::credit_note:
    case EntryKind::write_off: return -1;
    case EntryKind::release:
    case EntryKind::late_fee: return 1;
    case EntryKind::refund: return 0;
    }
    return 0;
}

bool happened(const std::optional<base::Date>& date, base::Date day) {
    return date.has_value() && *date <= day;
}

// The sum of the entries of one kind dated on or before `day`.
Result<std::int64_t> sum_of(const InvoiceFacts& invoice, EntryKind kind, base::Date day) {
    std::int64_t sum = 0;
    for (const Entry& entry : invoice.entries)
        if (entry.kind == kind && entry.date <= day)
            sum = TRY(base::checked_add(sum, entry.amount_minor));
    return sum;
}

Result<Status> settled_status(const InvoiceFacts& invoice, base::Date day) {
    if (TRY(sum_of(invoice, EntryKind::write_off, day)) > 0) return Status::written_off;
    const bool is_credited =
        invoice.payable.minor > 0 &&
        TRY(sum_of(invoice, EntryKind::credit_note, day)) >= invoice.payable.minor;
    if (!is_credited) return Status::paid;
    return TRY(sum_of(invoice, EntryKind::refund, day)) > 0 ? Status::refunded : Status::credited;
}

} // namespace

Result<std::vector<Entry>> entries_of(std::span<const Allocation> allocations,
                                      std::span<const Release> releases) {
    std::vector<Entry> entries;
    const auto append = [&](EntryKind kind, const Dated& dated, std::int64_t minor) {
        if (minor != 0)
            entries.push_back({.kind = kind, .date = dated.effective, .amount_minor = minor});
    };
    for (const Allocation& allocation : allocations) {
        append(EntryKind::allocation, allocation.dated, allocation.amount.minor);
        append(EntryKind::cash_rounding, allocation.dated, allocation.cash_rounding.minor);
    }
    for (const Release& release : releases) {
        const Money rounding_back = TRY(negate(release.cash_rounding));
        append(EntryKind::release, release.dated, release.amount.minor);
        append(EntryKind::cash_rounding, release.dated, rounding_back.minor);
    }
    return entries;
}

Result<Money> balance_as_at(const InvoiceFacts& invoice, base::Date day) {
    if (day < invoice.issue_date || happened(invoice.voided_on, day) ||
        happened(invoice.reverted_on, day))
        return Money{0, invoice.payable.currency};
    std::int64_t balance = invoice.payable.minor;
    for (const Entry& entry : invoice.entries) {
        if (entry.date > day) continue;
        const std::int64_t moved =
            TRY(base::checked_multiply(entry.amount_minor, direction(entry.kind)));
        balance = TRY(base::checked_add(balance, moved));
    }
    return Money{balance, invoice.payable.currency};
}

Result<Money> lowest_balance_from(const InvoiceFacts& invoice, base::Date day) {
    Money lowest = TRY(balance_as_at(invoice, day));
    for (const Entry& entry : invoice.entries) {
        if (entry.date <= day) continue;
        const Money then = TRY(balance_as_at(invoice, entry.date));
        lowest.minor = std::min(lowest.minor, then.minor);
    }
    return lowest;
}

Result<Status> status_as_at(const InvoiceFacts& invoice, base::Date day) {
    if (happened(invoice.voided_on, day)) return Status::voided;
    if (day < invoice.issue_date || happened(invoice.reverted_on, day)) return Status::draft;
    const Money balance = TRY(balance_as_at(invoice, day));
    if (balance.minor <= 0) return settled_status(invoice, day);
    if (invoice.due_date.has_value() && day > *invoice.due_date) return Status::overdue;
    const std::int64_t allocated =
        TRY(base::checked_subtract(TRY(sum_of(invoice, EntryKind::allocation, day)),
                                   TRY(sum_of(invoice, EntryKind::release, day))));
    return allocated > 0 ? Status::partially_paid : Status::open;
}

} // namespace domain
