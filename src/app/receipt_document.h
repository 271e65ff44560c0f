// From a payment's facts to the texts of its receipt.
//
// A receipt names its payer, the day, the method and what was paid; one invoice is shown with its
// lines and taxes, several by number. Receipts have no numbers of their own: they name the
// invoices. Formats by the practice's locale; the amounts are those of the stored facts.
#pragma once

#include "app/local_time.h"
#include "app/queries/payments.h"
#include "base/result.h"
#include "documents/invoice.h"
#include "documents/receipt.h"
#include "domain/invoice.h"
#include "store/practice_record.h"

#include <optional>
#include <vector>

namespace app {

// An invoice that the payment pays, as it was frozen.
struct PaidInvoice {
    domain::IssuedInvoice invoice;
    domain::Money paid;    // Of this payment, live.
    domain::Money balance; // Of the invoice now.
};

struct ReceiptPage {
    PaymentView payment;
    LocalTime recorded;
    std::vector<PaidInvoice> invoices; // In the order in which they were paid.
    store::PracticeRecord practice;
    std::optional<documents::Image> logo;
};

enum class Original : std::uint8_t { first, copy }; // A reprint says COPY.

struct RollReceipt {
    documents::RollWidth width = documents::RollWidth::mm_80;
    Original original = Original::first;
    std::optional<domain::Money> given; // Cash handed over: the receipt shows the change.
};

// Errors: not_found (a locale we have no forms for).
[[nodiscard]] base::Result<documents::ReceiptDocument> receipt_document(const ReceiptPage& page,
                                                                        const RollReceipt& roll);
// On the practice's paper, under the heading "Receipt".
[[nodiscard]] base::Result<documents::InvoiceDocument> receipt_on_paper(const ReceiptPage& page,
                                                                        Original original);

} // namespace app
