// Finalize, void, revert, and noting that a document left.
#include "app/commands/context.h"

#include "app/finalize_facts.h"
#include "app/payment_facts.h"
#include "domain/decide_invoice.h"
#include "domain/decide_payment.h"
#include "store/book_row.h"
#include "store/draft_rows.h"
#include "store/invoice_rows.h"
#include "store/payment_rows.h"
#include "store/records.h"

#include <algorithm>
#include <array>

namespace app {

namespace {

// The invoice as it was just decided, as something a payment can be put to.
base::Result<domain::OpenInvoice> open_invoice_of(const domain::Events& events) {
    std::optional<domain::OpenInvoice> open;
    for (const domain::Event& event : events) {
        if (const auto* issued = std::get_if<domain::InvoiceIssued>(&event))
            open = {.id = issued->invoice.id,
                    .account = issued->invoice.recipient.id,
                    .issue_date = issued->invoice.issued.effective,
                    .due_date = issued->invoice.due_date,
                    .number = issued->invoice.number.text,
                    .balance = issued->invoice.totals.payable};
        if (const auto* allocation = std::get_if<domain::Allocation>(&event))
            open->balance = TRY(domain::subtract(open->balance, allocation->amount));
    }
    ASSERT(open.has_value());
    return *std::move(open);
}

base::Result<domain::Events> received_with(const CommandContext& context,
                                           const store::PracticeRecord& practice,
                                           const domain::OpenInvoice& invoice,
                                           const AlreadyPaid& paid) {
    const auto method =
        TRY(store::load_record<domain::PaymentMethod>(context.database, paid.method.uuid));
    if (!method) return base::fail(base::Code::not_found, "payment.method");
    auto open =
        TRY(store::load_open_invoices(context.database, invoice.account, invoice.balance.currency));
    for (domain::OpenInvoice& one : open)
        one = TRY(as_from(context.database, std::move(one), paid.date));
    open.push_back(invoice);
    return domain::decide_record_payment({.method = *method,
                                          .auto_allocation = practice.billing.auto_allocation,
                                          .cash_step_minor = practice.billing.cash_step_minor,
                                          .lock_date = practice.billing.lock_date,
                                          .open_invoices = std::move(open)},
                                         {.payer = invoice.account,
                                          .amount = paid.amount,
                                          .date = paid.date,
                                          .method = paid.method,
                                          .reference = paid.reference,
                                          .for_invoice = invoice.id,
                                          .overpayment = paid.overpayment},
                                         context.domain);
}

// Gives all live money on the invoice back to its payments, and takes note in `facts`.
base::Result<domain::Events> release_all(const CommandContext& context,
                                         domain::TakeBackFacts& facts, const VoidInvoice& command) {
    domain::Events events;
    for (const auto& place : TRY(store::allocations_of(context.database, command.invoice))) {
        const auto payment = TRY(store::load_payment_facts(context.database, place.payment));
        if (!payment) return base::fail(base::Code::damaged, "allocation");
        auto released = domain::decide_release(
            *payment, facts.lock_date,
            {.allocation = place.allocation, .date = command.date, .reason = command.reason},
            context.domain);
        if (!released && released.error().code == base::Code::not_allocated)
            continue; // Released before.
        for (domain::Event& event : TRY(std::move(released))) {
            const auto& release = std::get<domain::Release>(event);
            facts.money.entries.push_back({.kind = domain::EntryKind::release,
                                           .date = command.date,
                                           .amount_minor = release.amount.minor});
            facts.money.entries.push_back({.kind = domain::EntryKind::cash_rounding,
                                           .date = command.date,
                                           .amount_minor = -release.cash_rounding.minor});
            events.push_back(std::move(event));
        }
    }
    return events;
}

base::Result<domain::TakeBackFacts> take_back_facts(const CommandContext& context,
                                                    const store::PracticeRecord& practice,
                                                    domain::InvoiceId id) {
    auto facts = TRY(load_take_back_facts(context.database, practice, id));
    if (!facts) return base::fail(base::Code::not_found, "invoice");
    return *std::move(facts);
}

} // namespace

base::Result<Outcome> handle(const CommandContext& context, const FinalizeInvoice& command) {
    auto draft = TRY(store::load_draft(context.database, command.invoice));
    if (!draft) {
        const auto row = TRY(store::find_draft_row(context.database, command.invoice));
        const bool is_issued = row && row->state == store::DraftState::issued;
        return base::fail(is_issued ? base::Code::already_issued : base::Code::not_found,
                          "invoice");
    }
    if (std::holds_alternative<UseCredit>(command.payment)) draft->wants_credit_applied = true;
    const auto practice = TRY(load_practice(context.database));
    const auto facts = TRY(load_finalize_facts(context.database, practice, *draft));
    domain::Events events =
        TRY(domain::decide_finalize(facts, {.invoice = command.invoice}, context.domain));
    const domain::OpenInvoice invoice = TRY(open_invoice_of(events));
    if (const auto* paid = std::get_if<AlreadyPaid>(&command.payment))
        std::ranges::move(TRY(received_with(context, practice, invoice, *paid)),
                          std::back_inserter(events));
    return Outcome{.operations = TRY(operations_of(context, events)),
                   .record = command.invoice.uuid,
                   .number = invoice.number};
}

base::Result<Outcome> handle(const CommandContext& context, const VoidInvoice& command) {
    const domain::VoidInvoice wish{
        .invoice = command.invoice, .date = command.date, .reason = command.reason};
    const auto practice = TRY(load_practice(context.database));
    Outcome outcome{.record = command.invoice.uuid};
    if (const auto draft = TRY(store::load_draft(context.database, command.invoice))) {
        outcome.operations = TRY(
            operations_of(context, TRY(domain::decide_void_draft(*draft, practice.billing.lock_date,
                                                                 wish, context.domain))));
        return outcome;
    }
    auto facts = TRY(take_back_facts(context, practice, command.invoice));
    domain::Events events;
    if (command.allocations == LiveAllocations::release)
        events = TRY(release_all(context, facts, command));
    std::ranges::move(TRY(domain::decide_void(facts, wish, context.domain)),
                      std::back_inserter(events));
    outcome.operations = TRY(operations_of(context, events));
    return outcome;
}

base::Result<Outcome> handle(const CommandContext& context, const RevertInvoice& command) {
    const auto practice = TRY(load_practice(context.database));
    if (TRY(store::load_draft(context.database, command.invoice)))
        return base::fail(base::Code::already_draft, "invoice");
    const auto facts = TRY(take_back_facts(context, practice, command.invoice));
    const auto events = TRY(domain::decide_revert(
        facts, {.invoice = command.invoice, .date = command.date, .reason = command.reason},
        context.domain));
    return Outcome{.operations = TRY(operations_of(context, events)),
                   .record = command.invoice.uuid};
}

base::Result<Outcome> handle(const CommandContext& context, const MarkLeft& command) {
    constexpr std::array<std::string_view, 3> ways{"printed", "downloaded", "exported"};
    if (std::ranges::find(ways, command.way) == ways.end())
        return base::fail(base::Code::unknown_choice, "way", command.way);
    const auto issued = TRY(store::load_issued(context.database, command.invoice));
    if (!issued) return base::fail(base::Code::not_found, "invoice");
    Outcome outcome{.record = command.invoice.uuid};
    if (!TRY(store::has_left(context.database, command.invoice)))
        outcome.operations.emplace_back(store::InvoiceLeft{
            .invoice = command.invoice, .version = issued->invoice.version, .way = command.way});
    return outcome;
}

} // namespace app
