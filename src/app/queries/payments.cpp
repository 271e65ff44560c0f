#include "app/queries/payments.h"

#include "app/finalize_facts.h"
#include "app/queries/names.h"
#include "store/columns.h"
#include "store/invoice_rows.h"
#include "store/payment_rows.h"
#include "store/records.h"

namespace app {

namespace {

base::Result<std::string> number_of(const QueryContext& context, domain::InvoiceId id) {
    auto row = TRY(context.database.prepare(
        "SELECT number FROM issued_invoice WHERE id = ? ORDER BY version DESC LIMIT 1"));
    TRY_VOID(row.bind(store::column(id)));
    return TRY(row.step()) ? std::string(row.text(0)) : std::string();
}

base::Result<PaymentPart> part_of(const QueryContext& context, const domain::PaymentFacts& facts,
                                  const domain::Allocation& allocation) {
    const auto live = TRY(domain::live_as_at(allocation, facts.releases, context.today));
    PaymentPart part{.allocation = allocation.id,
                     .invoice = allocation.invoice,
                     .number = TRY(number_of(context, allocation.invoice)),
                     .date = allocation.dated.effective,
                     .amount = live.amount,
                     .released_on = std::nullopt};
    if (live.amount.minor == 0 && live.cash_rounding.minor == 0)
        for (const domain::Release& release : facts.releases)
            if (release.allocation == allocation.id) part.released_on = release.dated.effective;
    return part;
}

std::vector<base::Error> reasons_of(const base::Result<domain::Events>& decision) {
    if (decision) return {};
    std::vector<base::Error> reasons{decision.error()};
    reasons.front().also.clear();
    reasons.insert(reasons.end(), decision.error().also.begin(), decision.error().also.end());
    return reasons;
}

} // namespace

base::Result<PaymentEntry>
query_payment_entry(const QueryContext& context, domain::PartyId payer,
                    const std::optional<domain::Currency>& other_currency) {
    const auto party = TRY(load_party(context.database, payer));
    if (!party) return base::fail(base::Code::not_found, "payer");
    const auto currency = other_currency.value_or(context.practice.billing.currency);
    PaymentEntry entry{.payer = payer,
                       .payer_name = party->name,
                       .owed = {0, currency},
                       .credit = {0, currency},
                       .open_invoices =
                           TRY(store::load_open_invoices(context.database, payer, currency)),
                       .methods = {},
                       .auto_allocation = context.practice.billing.auto_allocation};
    for (const domain::OpenInvoice& invoice : entry.open_invoices)
        entry.owed = TRY(domain::add(entry.owed, invoice.balance));
    for (const domain::HeldCredit& held :
         TRY(store::load_credit(context.database, payer, currency)))
        entry.credit = TRY(domain::add(entry.credit, held.left));
    for (domain::PaymentMethod& method :
         TRY(store::load_all<domain::PaymentMethod>(context.database)))
        if (!method.is_archived) entry.methods.push_back(std::move(method));
    return entry;
}

base::Result<PaymentView> query_payment(const QueryContext& context, base::IdSource& ids,
                                        domain::PaymentId id) {
    const auto facts = TRY(store::load_payment_facts(context.database, id));
    if (!facts) return base::fail(base::Code::not_found, "payment");
    PaymentView view{
        .payment = facts->payment,
        .payer_name = TRY(name_of_record(context.database, facts->payment.payer.uuid)).name,
        .method_name = TRY(name_of_record(context.database, facts->payment.method.uuid)).name,
        .parts = {},
        .left = TRY(domain::credit_as_at(*facts, context.today)),
        .voided = facts->voided,
        .void_reasons = reasons_of(
            domain::decide_void_payment(*facts, context.practice.billing.lock_date,
                                        {.payment = id, .date = context.today, .reason = "-"},
                                        {.now = context.now, .today = context.today, .ids = ids}))};
    for (const domain::Allocation& allocation : facts->allocations)
        view.parts.push_back(TRY(part_of(context, *facts, allocation)));
    return view;
}

} // namespace app
