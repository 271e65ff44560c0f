// What a decision says happened: the facts to be written, all or none.
//
// An event is exactly what a row keeps; insert-only facts, and the registers (draft, series) that
// the decision changes. Decisions return them in the order in which they are to be written.
#pragma once

#include "domain/invoice.h"
#include "domain/numbering.h"
#include "domain/payment.h"
#include "domain/write_off.h"

#include <string>
#include <variant>
#include <vector>

namespace domain {

struct DraftWritten {
    Draft draft;
};
struct DraftDeleted {
    InvoiceId invoice;
};
struct InvoiceIssued {
    IssuedInvoice invoice;
};
struct InvoiceReverted {
    InvoiceId invoice;
    int version = 1;
    std::string reason;
    Dated dated;
};
struct InvoiceVoided {
    InvoiceId invoice;
    int version = 1; // Of the issued invoice, or the version a numbered draft would replace.
    std::string reason;
    Dated dated;
};
struct SeriesAdvanced {
    Series series;
};

using Event = std::variant<DraftWritten, DraftDeleted, InvoiceIssued, InvoiceReverted,
                           InvoiceVoided, SeriesAdvanced, NumbersSkipped, Payment, Allocation,
                           Release, PaymentVoid, WriteOff, WriteOffReversal>;
using Events = std::vector<Event>;

} // namespace domain
