// Money received: recorded, put to invoices, taken back.
#include "app/commands/context.h"

#include "app/payment_facts.h"
#include "domain/decide_payment.h"
#include "store/invoice_rows.h"
#include "store/payment_rows.h"

#include <algorithm>

namespace app {

namespace {

base::Result<domain::PaymentFacts> payment_facts(const CommandContext& context,
                                                 domain::PaymentId id) {
    auto facts = TRY(store::load_payment_facts(context.database, id));
    if (!facts) return base::fail(base::Code::not_found, "payment");
    return *std::move(facts);
}

base::Result<std::optional<base::Date>> lock_date(const CommandContext& context) {
    return TRY(load_practice(context.database)).billing.lock_date;
}

base::Result<Outcome> outcome_of(const CommandContext& context, const base::Uuid& record,
                                 const domain::Events& events) {
    return Outcome{.operations = TRY(operations_of(context, events)), .record = record};
}

} // namespace

base::Result<Outcome> handle(const CommandContext& context, const RecordPayment& command) {
    const auto facts = TRY(load_payment_context(
        context.database, TRY(load_practice(context.database)), command.payment));
    const auto events = TRY(domain::decide_record_payment(facts, command.payment, context.domain));
    const auto payment = std::ranges::find_if(events, [](const domain::Event& event) {
        return std::holds_alternative<domain::Payment>(event);
    });
    ASSERT(payment != events.end());
    return outcome_of(context, std::get<domain::Payment>(*payment).id.uuid, events);
}

base::Result<Outcome> handle(const CommandContext& context, const AllocatePayment& command) {
    domain::AllocateFacts facts{.payment = TRY(payment_facts(context, command.allocation.payment)),
                                .open_invoices = {},
                                .lock_date = TRY(lock_date(context))};
    for (const domain::ChosenAmount& chosen : command.allocation.chosen)
        if (const auto open = TRY(store::load_open_invoice(context.database, chosen.invoice)))
            facts.open_invoices.push_back(
                TRY(as_from(context.database, *open, command.allocation.date)));
    return outcome_of(context, command.allocation.payment.uuid,
                      TRY(domain::decide_allocate(facts, command.allocation, context.domain)));
}

base::Result<Outcome> handle(const CommandContext& context, const ReleaseAllocation& command) {
    const auto facts = TRY(payment_facts(context, command.payment));
    const auto events = TRY(domain::decide_release(
        facts, TRY(lock_date(context)),
        {.allocation = command.allocation, .date = command.date, .reason = command.reason},
        context.domain));
    Outcome outcome = TRY(outcome_of(context, command.payment.uuid, events));
    outcome.also_about.push_back(command.payment.uuid);
    for (const domain::Allocation& allocation : facts.allocations)
        if (allocation.id == command.allocation)
            outcome.also_about.push_back(allocation.invoice.uuid);
    return outcome;
}

base::Result<Outcome> handle(const CommandContext& context, const VoidPayment& command) {
    const auto facts = TRY(payment_facts(context, command.payment));
    return outcome_of(
        context, command.payment.uuid,
        TRY(domain::decide_void_payment(
            facts, TRY(lock_date(context)),
            {.payment = command.payment, .date = command.date, .reason = command.reason},
            context.domain)));
}

base::Result<Outcome> handle(const CommandContext& context, const ApplyCredit& command) {
    const auto open = TRY(store::load_open_invoice(context.database, command.invoice));
    if (!open) return base::fail(base::Code::not_found, "invoice");
    domain::ApplyCreditFacts facts{.invoice = TRY(as_from(context.database, *open, command.date)),
                                   .payments = {},
                                   .lock_date = TRY(lock_date(context))};
    for (const domain::HeldCredit& held :
         TRY(store::load_credit(context.database, open->account, open->balance.currency)))
        facts.payments.push_back(TRY(payment_facts(context, held.payment)));
    return outcome_of(
        context, command.invoice.uuid,
        TRY(domain::decide_apply_credit(facts, {.invoice = command.invoice, .date = command.date},
                                        context.domain)));
}

} // namespace app
