#include "app/queries/drafts.h"

#include "app/finalize_facts.h"
#include "domain/decide_invoice.h"
#include "domain/numbering.h"
#include "store/draft_rows.h"
#include "store/records.h"

namespace app {

namespace {

base::Result<std::string> number_for(const domain::FinalizeFacts& facts, base::Date issue_date) {
    if (facts.draft.reverted) return facts.draft.reverted->number.text;
    auto number = domain::expected_number(facts.series, issue_date);
    return number ? *std::move(number) : std::string(); // The reasons say why there is none.
}

base::Result<domain::Money> credit_in(const domain::FinalizeFacts& facts) {
    domain::Money credit{0, facts.draft.currency};
    for (const domain::HeldCredit& held : facts.credit)
        credit = TRY(domain::add(credit, held.left));
    return credit;
}

base::Result<domain::Terms> terms_for(const QueryContext& context,
                                      const std::optional<domain::Client>& client) {
    return client && client->terms ? *client->terms : context.practice.billing.terms;
}

} // namespace

base::Result<DraftView> query_preview(const QueryContext& context, base::IdSource& ids,
                                      const domain::Draft& draft) {
    const auto facts = TRY(load_finalize_facts(context.database, context.practice, draft));
    const base::Date issue_date = draft.issue_date.value_or(context.today);
    DraftView view{.draft = draft,
                   .issue_date = issue_date,
                   .due_date = draft.due_date ? draft.due_date
                                              : TRY(domain::due_date(draft.terms, issue_date)),
                   .expected_number = TRY(number_for(facts, issue_date)),
                   .legal_contents_count = facts.profile->legal.size(),
                   .credit_available = TRY(credit_in(facts))};
    if (facts.client) view.client_name = facts.client->name;
    if (facts.recipient) {
        view.recipient_name = facts.recipient->name;
        view.recipient_email = facts.recipient->email;
    }
    const auto input =
        domain::totals_input(draft, facts.taxes, context.practice.billing, issue_date);
    auto totals = input ? domain::compute_totals(*input)
                        : base::Result<domain::Totals>(base::fail(input.error()));
    if (totals)
        view.totals = *std::move(totals);
    else
        view.totals_error = totals.error();
    view.finalize_reasons =
        domain::finalize_reasons(facts, {.now = context.now, .today = context.today, .ids = ids});
    if (const auto row = TRY(store::find_draft_row(context.database, draft.id)))
        view.saved_at = row->edited;
    return view;
}

base::Result<DraftView> query_draft(const QueryContext& context, base::IdSource& ids,
                                    domain::InvoiceId id) {
    const auto draft = TRY(store::load_draft(context.database, id));
    if (!draft) return base::fail(base::Code::not_found, "invoice");
    return query_preview(context, ids, *draft);
}

base::Result<domain::Draft> make_draft(const QueryContext& context, domain::InvoiceId id,
                                       std::optional<domain::PartyId> client_id) {
    std::optional<domain::Client> client;
    if (client_id) {
        client = TRY(store::load_record<domain::Client>(context.database, client_id->uuid));
        if (!client) return base::fail(base::Code::not_found, "client");
    }
    const auto& billing = context.practice.billing;
    domain::Draft draft{.id = id,
                        .client = client_id,
                        .recipient = client ? client->invoice_to : std::nullopt,
                        .currency = billing.currency,
                        .price_mode = billing.price_mode,
                        .terms = TRY(terms_for(context, client)),
                        .memo = billing.default_memo,
                        .footer = billing.default_footer};
    // Who works alone is on every invoice.
    const auto practitioners = TRY(store::load_all<domain::Practitioner>(context.database));
    std::size_t in_use = 0;
    for (const domain::Practitioner& practitioner : practitioners) {
        if (practitioner.is_archived) continue;
        ++in_use;
        draft.practitioner = practitioner.id;
    }
    if (in_use != 1) draft.practitioner.reset();
    return draft;
}

} // namespace app
