#include "app/payment_facts.h"

#include "app/finalize_facts.h"
#include "domain/balance.h"
#include "store/invoice_rows.h"
#include "store/records.h"
#include "store/write_off_rows.h"

#include <algorithm>

namespace app {

base::Result<domain::PaymentContextFacts>
load_payment_context(store::Connection& database, const store::PracticeRecord& practice,
                     const domain::RecordPayment& payment) {
    if (!TRY(load_party(database, payment.payer)))
        return base::fail(base::Code::not_found, "payer");
    auto method = TRY(store::load_record<domain::PaymentMethod>(database, payment.method.uuid));
    if (!method) return base::fail(base::Code::not_found, "method");
    domain::PaymentContextFacts facts{
        .method = *std::move(method),
        .auto_allocation = practice.billing.auto_allocation,
        .cash_step_minor = practice.billing.cash_step_minor,
        .lock_date = practice.billing.lock_date,
        .open_invoices =
            TRY(store::load_open_invoices(database, payment.payer, payment.amount.currency)),
    };
    std::vector<domain::InvoiceId> named;
    if (payment.for_invoice) named.push_back(*payment.for_invoice);
    if (payment.chosen)
        std::ranges::transform(*payment.chosen, std::back_inserter(named),
                               &domain::ChosenAmount::invoice);
    for (const domain::InvoiceId& id : named) {
        if (std::ranges::contains(facts.open_invoices, id, &domain::OpenInvoice::id)) continue;
        if (auto open = TRY(store::load_open_invoice(database, id)))
            facts.open_invoices.push_back(*std::move(open));
    }
    for (domain::OpenInvoice& invoice : facts.open_invoices)
        invoice = TRY(as_from(database, std::move(invoice), payment.date));
    return facts;
}

base::Result<domain::OpenInvoice> as_from(store::Connection& database, domain::OpenInvoice invoice,
                                          base::Date date) {
    const auto facts = TRY(store::load_invoice_facts(database, invoice.id));
    if (!facts) return base::fail(base::Code::damaged, "invoice");
    invoice.balance = TRY(domain::lowest_balance_from(*facts, date));
    if (std::ranges::contains(facts->entries, domain::EntryKind::write_off, &domain::Entry::kind)) {
        const auto all =
            TRY(store::load_write_offs(database, invoice.id, invoice.balance.currency));
        invoice.written_off = TRY(domain::live_write_offs(all.facts, all.reversals));
    }
    return invoice;
}

} // namespace app
