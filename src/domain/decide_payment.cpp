#include "domain/decide_payment.h"

#include "base/wide.h"
#include "domain/adjustment.h"
#include "domain/checks.h"
#include "domain/decide_write_off.h"
#include "domain/limits.h"
#include "domain/payment_plan.h"

#include <algorithm>

namespace domain {

namespace {

using base::Code;
using base::Result;

Dated dated_on(base::Date date, const Context& context) {
    return {.effective = date, .recorded = context.now};
}

const OpenInvoice* find_open(const std::vector<OpenInvoice>& invoices, InvoiceId id) {
    const auto found = std::ranges::find(invoices, id, &OpenInvoice::id);
    return found == invoices.end() ? nullptr : &*found;
}

// What a person chose must be open, dated right, and at most the balance; returns the sum.
Result<std::int64_t> check_chosen(const AllocateFacts& facts, const AllocatePayment& command,
                                  Checks& checks) {
    const Currency currency = facts.payment.payment.amount.currency;
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < command.chosen.size(); ++i) {
        const ChosenAmount& chosen = command.chosen[i];
        const std::string at = indexed("chosen", i);
        const OpenInvoice* const invoice = find_open(facts.open_invoices, chosen.invoice);
        if (invoice == nullptr) {
            checks.refuse(Code::not_found, at + ".invoice");
            continue;
        }
        if (chosen.amount.currency != currency || invoice->balance.currency != currency) {
            checks.refuse(Code::currency_mixed, at + ".amount");
            continue;
        }
        if (const Money most = TRY(most_payable(*invoice)); chosen.amount.minor > most.minor)
            checks.refuse(Code::above_balance, at + ".amount", plain_text(most));
        else
            checks.above_zero(chosen.amount, at + ".amount");
        checks.not_before(command.date, invoice->issue_date, Code::date_before_issue, "date");
        const auto before = command.chosen.begin();
        if (std::ranges::find(before, before + static_cast<std::ptrdiff_t>(i), chosen.invoice,
                              &ChosenAmount::invoice) != before + static_cast<std::ptrdiff_t>(i))
            checks.refuse(Code::not_unique, at + ".invoice");
        sum += std::clamp<std::int64_t>(chosen.amount.minor, 0, amount_minor_max);
    }
    return sum;
}

// The reversals that make room for money beyond the balance.
void append_brought_back(Events& events, const OpenInvoice& invoice, Money amount, base::Date date,
                         const Context& context) {
    for (WriteOffReversal& reversal :
         reversed_by_payment(invoice.id, invoice.written_off, amount, date, context))
        events.emplace_back(std::move(reversal));
}

} // namespace

Result<Events> decide_record_payment(const PaymentContextFacts& facts, const RecordPayment& command,
                                     const Context& context) {
    Checks checks;
    checks.dated(command.date, facts.lock_date, context.today, "date");
    if (facts.method.is_archived) checks.refuse(Code::method_archived, "method");
    checks.text(command.reference, short_text_length_max, "reference");
    checks.text(command.tendered_memo, line_text_length_max, "tendered_memo");
    checks.text(command.note, long_text_length_max, "note");
    Result<AllocationPlan> plan = plan_payment(facts, command);
    if (!plan.has_value())
        checks.refuse(plan.error(), "");
    else if (needs_confirmation(command, *plan))
        checks.refuse(Code::overpayment_unconfirmed, "amount", plain_text(plan->kept_as_credit));
    TRY_VOID(checks.result());

    const Payment payment{.id = context.new_id<PaymentId>(),
                          .payer = command.payer,
                          .amount = command.amount,
                          .method = command.method,
                          .reference = command.reference,
                          .tendered_memo = command.tendered_memo,
                          .note = command.note,
                          .received = dated_on(command.date, context)};
    Events events{payment};
    for (std::size_t i = 0; i < plan->allocations.size(); ++i) {
        Allocation& allocation = plan->allocations[i];
        if (plan->brought_back[i].minor > 0)
            append_brought_back(events, *find_open(facts.open_invoices, allocation.invoice),
                                plan->brought_back[i], allocation.dated.effective, context);
        allocation.id = context.new_id<AllocationId>();
        allocation.payment = payment.id;
        // Money may come before the invoice; it pays it on the day the invoice begins to exist.
        allocation.dated.recorded = context.now;
        events.push_back(std::move(allocation));
    }
    return events;
}

Result<Events> decide_allocate(const AllocateFacts& facts, const AllocatePayment& command,
                               const Context& context) {
    const Payment& payment = facts.payment.payment;
    if (command.payment != payment.id) return base::fail(Code::not_found, "payment");
    if (facts.payment.voided.has_value()) return base::fail(Code::payment_voided, "payment");
    Checks checks;
    checks.dated(command.date, facts.lock_date, context.today, "date");
    checks.not_before(command.date, payment.received.effective, Code::date_before_payment, "date");
    if (command.chosen.empty())
        checks.refuse(Code::missing, "chosen");
    else
        checks.range(static_cast<std::int64_t>(command.chosen.size()), 1,
                     static_cast<std::int64_t>(payment_allocations_max), "chosen");
    const std::int64_t sum = TRY(check_chosen(facts, command, checks));
    const Money credit = TRY(lowest_credit_from(facts.payment, command.date));
    if (sum > credit.minor && command.date >= payment.received.effective)
        checks.refuse(Code::above_credit, "chosen", plain_text(credit));
    TRY_VOID(checks.result());

    Events events;
    for (const ChosenAmount& chosen : command.chosen) {
        const OpenInvoice& invoice = *find_open(facts.open_invoices, chosen.invoice);
        const Money beyond = TRY(subtract(chosen.amount, invoice.balance));
        append_brought_back(events, invoice, beyond, command.date, context);
        events.push_back(Allocation{.id = context.new_id<AllocationId>(),
                                    .payment = payment.id,
                                    .invoice = chosen.invoice,
                                    .amount = chosen.amount,
                                    .cash_rounding = {0, chosen.amount.currency},
                                    .dated = dated_on(command.date, context)});
    }
    return events;
}

Result<Events> decide_release(const PaymentFacts& facts, const std::optional<base::Date>& lock_date,
                              const ReleaseAllocation& command, const Context& context) {
    const auto found = std::ranges::find(facts.allocations, command.allocation, &Allocation::id);
    if (found == facts.allocations.end()) return base::fail(Code::not_found, "allocation");
    // What later releases take is gone too, so all of them count, whatever their date.
    const base::Date last_day = TRY(base::Date::from_civil({.year = 9999, .month = 12, .day = 31}));
    const LiveAllocation live = TRY(live_as_at(*found, facts.releases, last_day));
    Checks checks;
    if (live.amount.minor == 0 && live.cash_rounding.minor == 0)
        checks.refuse(Code::not_allocated, "allocation");
    checks.dated(command.date, lock_date, context.today, "date");
    checks.not_before(command.date, found->dated.effective, Code::date_before_allocation, "date");
    checks.text(command.reason, long_text_length_max, "reason");
    TRY_VOID(checks.result());
    return Events{Release{.id = context.new_id<ReleaseId>(),
                          .allocation = found->id,
                          .amount = live.amount,
                          .cash_rounding = live.cash_rounding,
                          .reason = command.reason,
                          .dated = dated_on(command.date, context)}};
}

Result<Events> decide_void_payment(const PaymentFacts& facts,
                                   const std::optional<base::Date>& lock_date,
                                   const VoidPayment& command, const Context& context) {
    if (command.payment != facts.payment.id) return base::fail(Code::not_found, "payment");
    if (facts.voided.has_value()) return base::fail(Code::payment_voided, "payment");
    Checks checks;
    const base::Date received = facts.payment.received.effective;
    const Money credit = TRY(lowest_credit_from(facts, std::max(command.date, received)));
    if (credit != facts.payment.amount) checks.refuse(Code::has_allocations, "payment");
    if (lock_date.has_value() && received <= *lock_date)
        checks.refuse(Code::date_locked, "payment", base::iso_text(*lock_date));
    checks.dated(command.date, lock_date, context.today, "date");
    checks.not_before(command.date, received, Code::date_before_payment, "date");
    checks.required(command.reason, long_text_length_max, "reason");
    TRY_VOID(checks.result());
    return Events{PaymentVoid{.payment = facts.payment.id,
                              .reason = command.reason,
                              .dated = dated_on(command.date, context)}};
}

Result<Events> decide_apply_credit(const ApplyCreditFacts& facts, const ApplyCredit& command,
                                   const Context& context) {
    const OpenInvoice& invoice = facts.invoice;
    if (command.invoice != invoice.id) return base::fail(Code::not_found, "invoice");
    Checks checks;
    checks.dated(command.date, facts.lock_date, context.today, "date");
    checks.not_before(command.date, invoice.issue_date, Code::date_before_issue, "date");
    if (command.at_most.has_value()) {
        if (command.at_most->currency != invoice.balance.currency)
            checks.refuse(Code::currency_mixed, "at_most");
        checks.above_zero(*command.at_most, "at_most");
    }
    if (invoice.balance.minor <= 0) checks.refuse(Code::nothing_open, "invoice");
    for (const PaymentFacts& payment : facts.payments)
        if (payment.payment.payer != invoice.account)
            checks.refuse(Code::other_account, "payments");
    TRY_VOID(checks.result());

    std::vector<const PaymentFacts*> oldest_first;
    for (const PaymentFacts& payment : facts.payments)
        if (payment.payment.amount.currency == invoice.balance.currency)
            oldest_first.push_back(&payment);
    std::ranges::sort(oldest_first, [](const PaymentFacts* a, const PaymentFacts* b) {
        const base::Date date_a = a->payment.received.effective;
        const base::Date date_b = b->payment.received.effective;
        return date_a != date_b ? date_a < date_b : a->payment.id < b->payment.id;
    });
    std::int64_t open =
        std::min(invoice.balance.minor, command.at_most.value_or(invoice.balance).minor);
    Events events;
    for (const PaymentFacts* const payment : oldest_first) {
        const Money credit = TRY(lowest_credit_from(*payment, command.date));
        const std::int64_t used = std::min(open, credit.minor);
        if (used <= 0) continue;
        events.push_back(Allocation{.id = context.new_id<AllocationId>(),
                                    .payment = payment->payment.id,
                                    .invoice = invoice.id,
                                    .amount = {used, credit.currency},
                                    .cash_rounding = {0, credit.currency},
                                    .dated = dated_on(command.date, context)});
        open -= used;
    }
    if (events.empty()) return base::fail(Code::no_credit, "invoice");
    return events;
}

} // namespace domain
