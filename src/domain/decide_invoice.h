// Decisions over an invoice's life: finalize, revert, void, delete, duplicate.
//
// Pure: facts, command and context in, events or every reason against out. Nothing here writes,
// prints or sends. A refusal carries all reasons at once, in the order of rules section 3.
#pragma once

#include "domain/balance.h"
#include "domain/context.h"
#include "domain/country.h"
#include "domain/event.h"
#include "domain/party.h"
#include "domain/practice.h"

#include <optional>
#include <string>
#include <vector>

namespace domain {

// A party's credit that may be applied: a payment with what is left of it, oldest first or not.
struct HeldCredit {
    PaymentId payment;
    base::Date received;
    Money left;
};

// What finalize looks at. `recipient` is the party that `draft.recipient`, or else the client, is.
struct FinalizeFacts {
    Draft draft;
    std::optional<PartySnapshot> client;
    std::optional<PartySnapshot> recipient;
    std::string practitioner_name;
    std::string location_name;
    // Names for the lines' own practitioners and locations.
    std::vector<Practitioner> practitioners;
    std::vector<Location> locations;
    PracticeIdentity practice;
    BillingSettings settings;
    std::vector<TaxDefinition> taxes;
    const CountryProfile* profile = nullptr;
    Series series;
    std::vector<HeldCredit> credit; // Of the recipient, in the draft's currency.
};

struct FinalizeInvoice {
    InvoiceId invoice;
};

// Events: InvoiceIssued, SeriesAdvanced (not for a reverted draft, which keeps its number), then an
// Allocation for each credit applied. Refused with every reason that holds: no_client, no_lines,
// due_before_issue, total_below_zero, issue_date_in_future, date_locked, issue_before_series,
// currency_mixed, legal_field_missing (field = what is missing), and errors of the totals. Credit
// is applied oldest first as the draft wishes, dated today.
[[nodiscard]] base::Result<Events>
decide_finalize(const FinalizeFacts& facts, const FinalizeInvoice& command, const Context& context);

// The same checks without taking a number: the reasons against, none when it may be finalized.
[[nodiscard]] std::vector<base::Error> finalize_reasons(const FinalizeFacts& facts,
                                                        const Context& context);

// The invoice as finalizing would issue it now, still without a number: what a preview shows. The
// parties are blank while there are none. Errors: those of the totals.
[[nodiscard]] base::Result<IssuedInvoice> as_issued(const FinalizeFacts& facts,
                                                    const Context& context);

// What stands against taking an issued invoice back.
enum class LeftProgram : std::uint8_t { never, sent_or_taken_out };

struct TakeBackFacts {
    IssuedInvoice invoice;
    InvoiceFacts money;
    LeftProgram left = LeftProgram::never; // Sent, published, printed, downloaded or exported.
    Strictness strictness = Strictness::open;
    std::optional<base::Date> lock_date;
};

struct RevertInvoice {
    InvoiceId invoice;
    base::Date date;
    std::string reason;
};

// Events: InvoiceReverted, DraftWritten. Refused: already_voided, already_draft, has_allocations,
// has_credit_notes, has_write_offs, has_late_fees, has_refunds, date_locked, left_program,
// date_before_issue, date_before_last_fact, date_in_future.
[[nodiscard]] base::Result<Events>
decide_revert(const TakeBackFacts& facts, const RevertInvoice& command, const Context& context);

struct VoidInvoice {
    InvoiceId invoice;
    base::Date date;
    std::string reason;
};

// Events: InvoiceVoided. The conditions of revert, and a reason. With live allocations it is
// has_allocations: the caller offers to release them first.
[[nodiscard]] base::Result<Events> decide_void(const TakeBackFacts& facts,
                                               const VoidInvoice& command, const Context& context);

// Voids a reverted draft as it is: it keeps its number. not_numbered for any other draft.
[[nodiscard]] base::Result<Events> decide_void_draft(const Draft& draft,
                                                     const std::optional<base::Date>& lock_date,
                                                     const VoidInvoice& command,
                                                     const Context& context);

// Events: DraftDeleted; draft_numbered for one that had a number.
[[nodiscard]] base::Result<Events> decide_delete_draft(const Draft& draft);

// Events: DraftWritten, a new draft with the same client, lines and texts, without number and
// dates. An issued invoice keeps no terms, so those of its client (or the practice) are given.
[[nodiscard]] base::Result<Events> decide_duplicate(const IssuedInvoice& invoice,
                                                    const Terms& terms, const Context& context);
[[nodiscard]] base::Result<Events> decide_duplicate(const Draft& draft, const Context& context);

} // namespace domain
