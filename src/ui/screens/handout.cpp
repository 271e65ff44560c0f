#include "ui/screens/handout.h"

#include "app/messages.h"
#include "platform/ports/files.h"
#include "platform/ports/print.h"

namespace ui {

void Handout::step() {
    if (wishes_.empty() || desk_.app.saved_revision() < desk_.app.revision()) return;
    const Wish wish = wishes_.front();
    auto prepared = std::visit([this](const auto& what) { return prepare(what); }, wish.what);
    if (prepared && prepared->document.faces == app::Faces::fetching) return;
    wishes_.pop_front();
    if (!prepared) {
        desk_.notices.refused(app::message(prepared.error()));
        return;
    }
    if (prepared->document.faces == app::Faces::unreachable) {
        desk_.notices.refused("A typeface of this document is not here yet. Connect once, then try "
                              "again.");
        return;
    }
    if (const auto done = hand_out(wish, *prepared); !done)
        desk_.notices.refused(app::message(done.error()));
}

base::Result<Handout::Prepared> Handout::prepare(domain::InvoiceId invoice) {
    const auto page = TRY(desk_.app.invoice_page(invoice));
    return Prepared{.document = TRY(desk_.typesetter.set(TRY(app::invoice_document(page)))),
                    .file_name =
                        pdf_file_name(page.invoice.number.text, page.invoice.recipient.name)};
}

base::Result<Handout::Prepared> Handout::prepare(const Receipt& receipt) {
    const auto page = TRY(desk_.app.receipt_page(receipt.payment));
    const std::string day = base::iso_text(page.payment.payment.received.effective);
    Prepared prepared{.document = {},
                      .file_name = pdf_file_name("Receipt " + day, page.payment.payer_name)};
    if (receipt.form == ReceiptForm::paper) {
        prepared.document =
            TRY(desk_.typesetter.set(TRY(app::receipt_on_paper(page, receipt.original))));
        return prepared;
    }
    const auto roll = TRY(app::receipt_document(page, {.width = receipt.form == ReceiptForm::roll_80
                                                                    ? documents::RollWidth::mm_80
                                                                    : documents::RollWidth::mm_58,
                                                       .original = receipt.original,
                                                       .given = receipt.given}));
    prepared.document = TRY(desk_.typesetter.set(roll));
    return prepared;
}

base::Result<void> Handout::mark(const Wish& wish) {
    const auto* const invoice = std::get_if<domain::InvoiceId>(&wish.what);
    if (invoice == nullptr || TRY(desk_.app.invoice(*invoice)).has_left) return {};
    TRY(desk_.app.execute(app::MarkLeft{.invoice = *invoice,
                                        .way = wish.way == Way::print ? "printed" : "downloaded"}));
    return {};
}

base::Result<void> Handout::hand_out(const Wish& wish, const Prepared& prepared) {
    const std::string pdf = TRY(desk_.typesetter.pdf(prepared.document));
    TRY_VOID(mark(wish)); // First: what left must not look as if it never had.
    const auto bytes = std::as_bytes(std::span(pdf));
    if (wish.way == Way::print)
        desk_.print.print(bytes);
    else
        desk_.files.save(prepared.file_name, "application/pdf", bytes);
    return {};
}

std::string pdf_file_name(std::string_view number, std::string_view name) {
    std::string file(number);
    if (!name.empty()) (file += ' ') += name;
    constexpr std::string_view refused = "/\\:*?\"<>|";
    std::erase_if(file, [refused](char letter) {
        return static_cast<unsigned char>(letter) < 0x20 || refused.contains(letter);
    });
    return file + ".pdf";
}

} // namespace ui
