// What is given up of an invoice, and taken up again.
#include "app/commands/context.h"

#include "domain/decide_write_off.h"
#include "store/invoice_rows.h"
#include "store/write_off_rows.h"

namespace app {

namespace {

base::Result<domain::WriteOffFacts> facts_of(const CommandContext& context, domain::InvoiceId id) {
    auto invoice = TRY(store::load_invoice_facts(context.database, id));
    if (!invoice) return base::fail(base::Code::not_found, "invoice");
    auto all = TRY(store::load_write_offs(context.database, id, invoice->payable.currency));
    return domain::WriteOffFacts{.invoice = *std::move(invoice),
                                 .write_offs = std::move(all.facts),
                                 .reversals = std::move(all.reversals),
                                 .lock_date =
                                     TRY(load_practice(context.database)).billing.lock_date};
}

} // namespace

base::Result<Outcome> handle(const CommandContext& context, const WriteOffInvoice& command) {
    const auto events = TRY(domain::decide_write_off(TRY(facts_of(context, command.invoice)),
                                                     {.invoice = command.invoice,
                                                      .amount = command.amount,
                                                      .date = command.date,
                                                      .reason = command.reason},
                                                     context.domain));
    return Outcome{.operations = TRY(operations_of(context, events)),
                   .record = std::get<domain::WriteOff>(events.front()).id.uuid};
}

base::Result<Outcome> handle(const CommandContext& context, const ReverseWriteOff& command) {
    const auto events =
        TRY(domain::decide_reverse_write_off(TRY(facts_of(context, command.invoice)),
                                             {.invoice = command.invoice,
                                              .write_off = command.write_off,
                                              .date = command.date,
                                              .reason = command.reason},
                                             context.domain));
    return Outcome{.operations = TRY(operations_of(context, events)),
                   .record = command.write_off.uuid};
}

} // namespace app
