#include "ui/screens/take_back.h"

#include "app/messages.h"

namespace ui {

namespace {

bool has_money(const app::InvoiceView& view) { return view.settled.minor != 0; }

} // namespace

ReasonDialog::Question void_question(const app::InvoiceView& view, const Local& local) {
    const domain::IssuedInvoice& invoice = view.document.invoice;
    ReasonDialog::Question question{
        .title = "Void " + invoice.number.text + "?",
        .lead = "The number stays in the list, marked Voided, and takes no payment.",
        .action = "Void invoice",
        .keep = "Keep invoice",
        .against = {},
        .release = {}};
    for (const base::Error& reason : view.void_reasons)
        if (reason.code != base::Code::has_allocations)
            question.against.push_back(app::message(reason));
    if (has_money(view))
        question.release = "Un-apply " + local.whole(view.settled) + " first; it becomes credit";
    return question;
}

app::VoidInvoice void_command(const app::InvoiceView& view, const ReasonDialog::Answer& answer) {
    return {.invoice = view.document.invoice.id,
            .date = answer.date,
            .reason = answer.reason,
            .allocations =
                has_money(view) ? app::LiveAllocations::release : app::LiveAllocations::refuse};
}

ReasonDialog::Question revert_question(const app::InvoiceView& view) {
    ReasonDialog::Question question{
        .title = "Revert " + view.document.invoice.number.text + " to a draft?",
        .lead = "It keeps its number and counts nothing until it is finalized again.",
        .action = "Revert to draft",
        .keep = "Keep as issued",
        .kind = ButtonKind::primary,
        .against = {},
        .release = {}};
    for (const base::Error& reason : view.revert_reasons)
        question.against.push_back(app::message(reason));
    return question;
}

ReasonDialog::Question release_question(std::string_view number, domain::Money amount,
                                        const Local& local) {
    return {.title = "Un-apply " + local.whole(amount) + " from " + std::string(number) + "?",
            .lead = "The money becomes credit of its payer, and the invoice is owed again.",
            .action = "Un-apply",
            .keep = "Keep applied",
            .kind = ButtonKind::primary,
            .against = {},
            .release = {}};
}

} // namespace ui
