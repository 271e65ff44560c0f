#include "app/queries/receipt_page.h"

#include "app/queries/invoice_page.h"
#include "app/queries/invoices.h"

namespace app {

base::Result<ReceiptPage> query_receipt_page(const QueryContext& context, base::IdSource& ids,
                                             domain::PaymentId id) {
    ReceiptPage page{.payment = TRY(query_payment(context, ids, id)),
                     .recorded = {},
                     .invoices = {},
                     .practice = context.practice,
                     .logo = TRY(load_logo(context, context.practice.appearance))};
    for (const PaymentPart& part : page.payment.parts) {
        if (part.amount.minor == 0) continue; // Un-applied.
        InvoiceView view = TRY(query_invoice(context, ids, part.invoice));
        page.invoices.push_back({.invoice = std::move(view.document.invoice),
                                 .paid = part.amount,
                                 .balance = view.balance});
    }
    return page;
}

} // namespace app
