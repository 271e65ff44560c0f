// Write-offs: what a practice gives up of an invoice, and takes up again.
//
// Insert-only facts. A write-off lowers what is owed and changes neither revenue nor invoiced tax;
// a reversal of all or part of it stands on its own date.
#pragma once

#include "domain/context.h"
#include "domain/ids.h"
#include "domain/money.h"

#include <span>
#include <string>
#include <vector>

namespace domain {

struct WriteOff {
    WriteOffId id;
    InvoiceId invoice;
    Money amount; // Above zero.
    std::string reason;
    Dated dated;

    friend bool operator==(const WriteOff&, const WriteOff&) = default;
};

struct WriteOffReversal {
    WriteOffReversalId id;
    WriteOffId write_off;
    InvoiceId invoice;
    Money amount; // Above zero.
    std::string reason;
    Dated dated;

    friend bool operator==(const WriteOffReversal&, const WriteOffReversal&) = default;
};

// A write-off and what no reversal has taken back yet, whatever its date.
struct LiveWriteOff {
    WriteOffId id;
    base::Date date;
    Money left;

    friend bool operator==(const LiveWriteOff&, const LiveWriteOff&) = default;
};

// Those with something left, oldest first.
[[nodiscard]] base::Result<std::vector<LiveWriteOff>>
live_write_offs(std::span<const WriteOff> write_offs, std::span<const WriteOffReversal> reversals);

[[nodiscard]] base::Result<Money> sum_left(std::span<const LiveWriteOff> write_offs,
                                           Currency currency);

} // namespace domain
