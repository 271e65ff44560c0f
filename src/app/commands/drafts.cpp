// Drafts: saved as they are, deleted, copied.
#include "app/commands/context.h"

#include "domain/decide_invoice.h"
#include "domain/validate.h"
#include "store/draft_rows.h"
#include "store/invoice_rows.h"
#include "store/records.h"

namespace app {

namespace {

base::Result<domain::Draft> draft_in_work(const CommandContext& context, domain::InvoiceId id) {
    auto draft = TRY(store::load_draft(context.database, id));
    if (!draft) return base::fail(base::Code::not_found, "invoice");
    return *std::move(draft);
}

base::Result<Outcome> outcome_of(const CommandContext& context, domain::InvoiceId id,
                                 const domain::Events& events) {
    return Outcome{.operations = TRY(operations_of(context, events)), .record = id.uuid};
}

base::Result<domain::Terms> terms_of(const CommandContext& context, domain::PartyId client) {
    const auto record = TRY(store::load_record<domain::Client>(context.database, client.uuid));
    if (record && record->terms) return *record->terms;
    return TRY(load_practice(context.database)).billing.terms;
}

base::Result<Outcome> outcome_of_copy(const CommandContext& context, const domain::Events& events) {
    Outcome outcome{.operations = TRY(operations_of(context, events))};
    for (const domain::Event& event : events)
        if (const auto* written = std::get_if<domain::DraftWritten>(&event))
            outcome.record = written->draft.id.uuid;
    return outcome;
}

} // namespace

base::Result<Outcome> handle(const CommandContext& context, const SaveDraft& command) {
    domain::Draft draft = command.draft;
    if (draft.id.is_none()) draft.id = context.domain.new_id<domain::InvoiceId>();
    TRY_VOID(domain::validate(draft));
    const auto row = TRY(store::find_draft_row(context.database, draft.id));
    if (row && row->state == store::DraftState::issued)
        return base::fail(base::Code::already_issued, "id");
    if (row && row->state == store::DraftState::deleted)
        return base::fail(base::Code::not_found, "id");
    if (!row && draft.reverted) return base::fail(base::Code::not_numbered, "reverted");
    if (row) {
        const auto held = TRY(draft_in_work(context, draft.id));
        if (held.reverted != draft.reverted)
            return base::fail(base::Code::draft_numbered, "reverted");
    }
    Outcome outcome{.record = draft.id.uuid, .session = command.session};
    append(outcome.operations, TRY(store::changes_to_draft(context.database, draft)));
    return outcome;
}

base::Result<Outcome> handle(const CommandContext& context, const DeleteDraft& command) {
    const auto draft = TRY(draft_in_work(context, command.invoice));
    return outcome_of(context, command.invoice, TRY(domain::decide_delete_draft(draft)));
}

base::Result<Outcome> handle(const CommandContext& context, const DuplicateInvoice& command) {
    if (const auto draft = TRY(store::load_draft(context.database, command.invoice)))
        return outcome_of_copy(context, TRY(domain::decide_duplicate(*draft, context.domain)));
    const auto issued = TRY(store::load_issued(context.database, command.invoice));
    if (!issued) return base::fail(base::Code::not_found, "invoice");
    const auto terms = TRY(terms_of(context, issued->invoice.client.id));
    return outcome_of_copy(context,
                           TRY(domain::decide_duplicate(issued->invoice, terms, context.domain)));
}

} // namespace app
