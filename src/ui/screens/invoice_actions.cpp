#include "ui/screens/invoice_actions.h"

#include "app/messages.h"
#include "ui/screens/take_back.h"

namespace ui {

void InvoiceActions::draw(Frame& frame) {
    handout_.step();
    dialog_.draw(frame);
    payment_.draw(frame);
}

void InvoiceActions::refuse(const base::Error& error) {
    desk_.notices.refused(app::message(error));
}

void InvoiceActions::duplicate(domain::InvoiceId invoice) {
    const auto done = desk_.app.execute(app::DuplicateInvoice{.invoice = invoice});
    if (!done) return refuse(done.error());
    desk_.routes.go("#/drafts/" + to_text(done->record));
}

void InvoiceActions::delete_draft(domain::InvoiceId invoice, std::string_view client) {
    const base::Uuid command = desk_.app.new_id();
    const auto done = desk_.app.execute(command, app::DeleteDraft{.invoice = invoice});
    if (!done) return refuse(done.error());
    const std::string name = client.empty() ? "Draft" : "Draft for " + std::string(client);
    desk_.notices.done(name + " deleted", command);
}

void InvoiceActions::apply_credit(domain::InvoiceId invoice) {
    const auto before = desk_.app.invoice(invoice);
    const auto done =
        desk_.app.execute(app::ApplyCredit{.invoice = invoice, .date = desk_.app.today()});
    if (!done) return refuse(done.error());
    const auto after = desk_.app.invoice(invoice);
    if (!before || !after) return;
    const auto used = domain::subtract(before->balance, after->balance);
    if (used) desk_.notices.say(local_of(desk_.app).whole(*used) + " of credit applied");
}

void InvoiceActions::ask_to_void(domain::InvoiceId invoice) {
    const auto view = desk_.app.invoice(invoice);
    if (!view) return refuse(view.error());
    const Local local = local_of(desk_.app);
    dialog_.open(void_question(*view, local), local.today, local,
                 [this, view = *view](const ReasonDialog::Answer& answer) -> base::Result<void> {
                     TRY(desk_.app.execute(void_command(view, answer)));
                     desk_.notices.say(view.document.invoice.number.text + " voided", Icon::ban);
                     return {};
                 });
}

void InvoiceActions::ask_to_revert(domain::InvoiceId invoice) {
    const auto view = desk_.app.invoice(invoice);
    if (!view) return refuse(view.error());
    const Local local = local_of(desk_.app);
    dialog_.open(revert_question(*view), local.today, local,
                 [this, invoice](const ReasonDialog::Answer& answer) -> base::Result<void> {
                     TRY(desk_.app.execute(app::RevertInvoice{
                         .invoice = invoice, .date = answer.date, .reason = answer.reason}));
                     desk_.routes.go("#/drafts/" + to_text(invoice));
                     return {};
                 });
}

void InvoiceActions::ask_to_release(domain::PaymentId payment, domain::AllocationId allocation,
                                    std::string_view number, domain::Money amount) {
    const Local local = local_of(desk_.app);
    const std::string done = local.whole(amount) + " un-applied from " + std::string(number);
    dialog_.open(release_question(number, amount, local), local.today, local,
                 [this, payment, allocation,
                  done](const ReasonDialog::Answer& answer) -> base::Result<void> {
                     TRY(desk_.app.execute(app::ReleaseAllocation{.payment = payment,
                                                                  .allocation = allocation,
                                                                  .date = answer.date,
                                                                  .reason = answer.reason}));
                     desk_.notices.say(done, Icon::undo_2);
                     return {};
                 });
}

} // namespace ui
