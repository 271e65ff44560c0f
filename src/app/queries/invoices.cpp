#include "app/queries/invoices.h"

#include "app/finalize_facts.h"
#include "app/queries/names.h"
#include "domain/decide_invoice.h"
#include "store/change_log.h"
#include "store/columns.h"
#include "store/payment_rows.h"
#include "store/write_off_rows.h"

#include <algorithm>

namespace app {

namespace {

base::Result<std::vector<InvoiceMoney>> money_of(const QueryContext& context,
                                                 domain::InvoiceId id) {
    std::vector<InvoiceMoney> money;
    for (const auto& place : TRY(store::allocations_of(context.database, id))) {
        const auto facts = TRY(store::load_payment_facts(context.database, place.payment));
        if (!facts) return base::fail(base::Code::damaged, "allocation");
        const auto allocation =
            std::ranges::find(facts->allocations, place.allocation, &domain::Allocation::id);
        if (allocation == facts->allocations.end())
            return base::fail(base::Code::damaged, "allocation");
        const auto live = TRY(domain::live_as_at(*allocation, facts->releases, context.today));
        const auto method = TRY(name_of_record(context.database, facts->payment.method.uuid));
        const auto payer = TRY(name_of_record(context.database, facts->payment.payer.uuid));
        InvoiceMoney row{.allocation = place.allocation,
                         .payment = place.payment,
                         .date = allocation->dated.effective,
                         .method_name = method.name,
                         .payer_name = payer.name,
                         .amount = live.amount,
                         .cash_rounding = live.cash_rounding,
                         .released_on = std::nullopt};
        if (live.amount.minor == 0 && live.cash_rounding.minor == 0)
            for (const domain::Release& release : facts->releases)
                if (release.allocation == place.allocation)
                    row.released_on = release.dated.effective;
        money.push_back(std::move(row));
    }
    return money;
}

base::Result<std::vector<InvoiceWriteOff>> write_offs_of(const QueryContext& context,
                                                         const domain::InvoiceFacts& facts) {
    const auto all =
        TRY(store::load_write_offs(context.database, facts.id, facts.payable.currency));
    std::vector<InvoiceWriteOff> rows;
    for (const domain::WriteOff& fact : all.facts) {
        const auto live = TRY(domain::live_write_offs({&fact, 1}, all.reversals));
        rows.push_back({.write_off = fact.id,
                        .date = fact.dated.effective,
                        .reason = fact.reason,
                        .amount = TRY(domain::sum_left(live, fact.amount.currency))});
    }
    return rows;
}

base::Result<std::vector<HistoryEntry>> history_of(const QueryContext& context,
                                                   domain::InvoiceId id) {
    std::vector<HistoryEntry> history;
    for (store::Change& change : TRY(store::changes_of(context.database, id.uuid)))
        history.push_back(
            {.at = change.recorded, .author = change.author, .command = std::move(change.command)});
    return history;
}

base::Result<std::string> void_reason_of(const QueryContext& context, domain::InvoiceId id) {
    auto row = TRY(context.database.prepare(
        "SELECT reason FROM invoice_void WHERE invoice_id = ? ORDER BY dot LIMIT 1"));
    TRY_VOID(row.bind(store::column(id)));
    return TRY(row.step()) ? std::string(row.text(0)) : std::string();
}

// All reasons of a refusal, first and others; none when it would be done.
std::vector<base::Error> reasons_of(const base::Result<domain::Events>& decision) {
    std::vector<base::Error> reasons;
    if (decision) return reasons;
    reasons = decision.error().also;
    base::Error first = decision.error();
    first.also.clear();
    reasons.insert(reasons.begin(), std::move(first));
    return reasons;
}

base::Result<void> add_reasons(const QueryContext& context, base::IdSource& ids, InvoiceView& view,
                               const domain::TakeBackFacts& facts) {
    const domain::Context decision{.now = context.now, .today = context.today, .ids = ids};
    const domain::InvoiceId id = facts.invoice.id;
    // A reason text is asked for in the dialog; here only what can't be mended there.
    view.void_reasons = reasons_of(domain::decide_void(
        facts, {.invoice = id, .date = context.today, .reason = "-"}, decision));
    view.revert_reasons = reasons_of(domain::decide_revert(
        facts, {.invoice = id, .date = context.today, .reason = "-"}, decision));
    return {};
}

} // namespace

base::Result<InvoiceView> query_invoice(const QueryContext& context, base::IdSource& ids,
                                        domain::InvoiceId id) {
    const auto document = TRY(store::load_issued(context.database, id));
    const auto facts = TRY(load_take_back_facts(context.database, context.practice, id));
    if (!document || !facts) return base::fail(base::Code::not_found, "invoice");
    const domain::Money balance = TRY(domain::balance_as_at(facts->money, context.today));
    domain::Money credit{0, balance.currency};
    for (const auto& held :
         TRY(store::load_credit(context.database, facts->money.account, balance.currency)))
        credit = TRY(domain::add(credit, held.left));
    domain::Money settled{0, balance.currency};
    auto money = TRY(money_of(context, id));
    for (const InvoiceMoney& part : money)
        settled = TRY(domain::add(settled, TRY(domain::add(part.amount, part.cash_rounding))));
    InvoiceView view{.document = *document,
                     .status = TRY(domain::status_as_at(facts->money, context.today)),
                     .balance = balance,
                     .settled = settled,
                     .money = std::move(money),
                     .write_offs = TRY(write_offs_of(context, facts->money)),
                     .history = TRY(history_of(context, id)),
                     .void_reason = TRY(void_reason_of(context, id)),
                     .credit_available = credit,
                     .has_left = TRY(store::has_left(context.database, id))};
    TRY_VOID(add_reasons(context, ids, view, *facts));
    return view;
}

} // namespace app
