// Decisions over what is given up of an invoice: write off, reverse, and what a payment brings
// back.
//
// Pure, like domain/decide_invoice.h.
#pragma once

#include "domain/balance.h"
#include "domain/context.h"
#include "domain/event.h"
#include "domain/write_off.h"

#include <optional>
#include <string>
#include <vector>

namespace domain {

struct WriteOffFacts {
    InvoiceFacts invoice;
    std::vector<WriteOff> write_offs; // Of this invoice, all that ever were.
    std::vector<WriteOffReversal> reversals;
    std::optional<base::Date> lock_date;
};

struct WriteOffInvoice {
    InvoiceId invoice;
    std::optional<Money> amount; // Default: all that is owed.
    base::Date date;
    std::string reason;
};

// Events: WriteOff. At most the lowest balance from its date on. Refused: not_found, nothing_open,
// above_balance (detail: what may be written off), amount_not_positive, currency_mixed, missing
// (reason), too_long, date_before_issue, date_locked, date_in_future.
[[nodiscard]] base::Result<Events> decide_write_off(const WriteOffFacts& facts,
                                                    const WriteOffInvoice& command,
                                                    const Context& context);

struct ReverseWriteOff {
    InvoiceId invoice;
    WriteOffId write_off;
    base::Date date;
    std::string reason;
};

// Events: WriteOffReversal of all that is left of it; it is owed again from that day. Refused:
// not_found, not_written_off (all of it was reversed), missing (reason), too_long,
// date_before_write_off, date_locked, date_in_future.
[[nodiscard]] base::Result<Events> decide_reverse_write_off(const WriteOffFacts& facts,
                                                            const ReverseWriteOff& command,
                                                            const Context& context);

// Money that comes in after all takes back that much of what was given up, the newest write-off
// first, each from the later of `date` and its own date on (rules section 3; what the open balance
// takes up reverses nothing, so that a partial write-off stays when the rest is paid). `amount` is
// at most what is left of `live`, which is oldest first.
[[nodiscard]] std::vector<WriteOffReversal> reversed_by_payment(InvoiceId invoice,
                                                                std::span<const LiveWriteOff> live,
                                                                Money amount, base::Date date,
                                                                const Context& context);

} // namespace domain
