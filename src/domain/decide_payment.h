// Decisions over money received: record, allocate, un-apply, void, apply credit.
//
// Pure, like domain/decide_invoice.h. Amounts are in one currency per command; a payment never pays
// more than it holds nor an invoice more than its balance.
#pragma once

#include "domain/context.h"
#include "domain/event.h"
#include "domain/payment.h"
#include "domain/practice.h"
#include "domain/write_off.h"

#include <optional>
#include <string>
#include <vector>

namespace domain {

// An invoice that can take money, with its lowest balance from the date of the command on (see
// lowest_balance_from).
struct OpenInvoice {
    InvoiceId id;
    PartyId account;
    base::Date issue_date;
    std::optional<base::Date> due_date;
    std::string number; // Settles ties between equal dates.
    Money balance;
    std::vector<LiveWriteOff> written_off; // Oldest first; money put to it can bring this back.
};

// The most that may be put to it by name: its balance, and what was written off of it.
[[nodiscard]] base::Result<Money> most_payable(const OpenInvoice& invoice);

// One invoice and the amount a person wants put to it.
struct ChosenAmount {
    InvoiceId invoice;
    Money amount;
};

enum class Overpayment : std::uint8_t { refuse, keep_as_credit };

struct RecordPayment {
    PartyId payer;
    Money amount;
    base::Date date;
    MethodId method;
    std::string reference;
    std::string tendered_memo;
    std::string note;
    std::optional<InvoiceId> for_invoice;            // Recorded on this invoice: it is paid first.
    std::optional<std::vector<ChosenAmount>> chosen; // What a person chose; wins over the setting.
    Overpayment overpayment = Overpayment::refuse;   // keep_as_credit once confirmed.
};

struct PaymentContextFacts {
    PaymentMethod method;
    AutoAllocation auto_allocation = AutoAllocation::oldest_first;
    std::int64_t cash_step_minor = 1;
    std::optional<base::Date> lock_date;
    std::vector<OpenInvoice>
        open_invoices; // Of the payer's account, and any that the command names.
};

// Events: Payment, then its Allocations, each dated like the payment or on the invoice's issue date
// where that is later. What goes beyond the balance of the invoice that the payment is recorded on,
// or of one that was chosen, first reverses write-offs of it. Refused: amount_not_positive,
// out_of_range (amount), currency_mixed, not_found, not_unique, method_archived, above_balance,
// above_payment, overpayment_unconfirmed (detail: the rest in plain text), date_locked,
// date_in_future.
[[nodiscard]] base::Result<Events> decide_record_payment(const PaymentContextFacts& facts,
                                                         const RecordPayment& command,
                                                         const Context& context);

// How a payment would be put to invoices: what the payment screen shows before anything is
// recorded.
struct AllocationPlan {
    std::vector<Allocation> allocations; // Ids are none until recorded.
    std::vector<Money> brought_back;     // As many: what each reverses of write-offs.
    Money kept_as_credit;
};
[[nodiscard]] base::Result<AllocationPlan> plan_payment(const PaymentContextFacts& facts,
                                                        const RecordPayment& command);

// Puts credit of one payment to invoices, by choice.
struct AllocatePayment {
    PaymentId payment;
    std::vector<ChosenAmount> chosen;
    base::Date date;
};

struct AllocateFacts {
    PaymentFacts payment;
    std::vector<OpenInvoice> open_invoices;
    std::optional<base::Date> lock_date;
};

// Events: Allocations, each behind the reversals of write-offs that make room for it. Refused:
// payment_voided, above_credit, above_balance, currency_mixed, date_before_payment,
// date_before_issue, date_locked, date_in_future, not_found.
[[nodiscard]] base::Result<Events>
decide_allocate(const AllocateFacts& facts, const AllocatePayment& command, const Context& context);

struct ReleaseAllocation {
    AllocationId allocation;
    base::Date date;
    std::string reason;
};

// Un-applies: all of an allocation goes back to its payment's credit. Events: Release. Refused:
// not_found, not_allocated (nothing of it is live), date_locked, date_in_future,
// date_before_allocation.
[[nodiscard]] base::Result<Events> decide_release(const PaymentFacts& facts,
                                                  const std::optional<base::Date>& lock_date,
                                                  const ReleaseAllocation& command,
                                                  const Context& context);

struct VoidPayment {
    PaymentId payment;
    base::Date date;
    std::string reason;
};

// For a keying error: nothing may be allocated. Events: PaymentVoid. Refused: payment_voided,
// has_allocations, missing (reason), date_locked (also when the payment's own day is locked),
// date_in_future, date_before_payment.
[[nodiscard]] base::Result<Events> decide_void_payment(const PaymentFacts& facts,
                                                       const std::optional<base::Date>& lock_date,
                                                       const VoidPayment& command,
                                                       const Context& context);

// Applies the recipient's credit to an invoice, oldest payment first, at most its balance.
struct ApplyCredit {
    InvoiceId invoice;
    base::Date date;
    std::optional<Money> at_most;
};

struct ApplyCreditFacts {
    OpenInvoice invoice;
    std::vector<PaymentFacts> payments; // Of the invoice's account, in its currency.
    std::optional<base::Date> lock_date;
};

// Events: Allocations, none dated before its payment. Refused: no_credit, nothing_open,
// other_account, date_locked, date_in_future, date_before_issue.
[[nodiscard]] base::Result<Events> decide_apply_credit(const ApplyCreditFacts& facts,
                                                       const ApplyCredit& command,
                                                       const Context& context);

} // namespace domain
