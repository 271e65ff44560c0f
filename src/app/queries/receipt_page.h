// What a receipt is made of: the payment, the invoices it pays and the practice that received it.
#pragma once

#include "app/queries/context.h"
#include "app/receipt_document.h"

namespace app {

// `recorded` is left to the caller, who knows the zone's clock. not_found: no such payment.
[[nodiscard]] base::Result<ReceiptPage>
query_receipt_page(const QueryContext& context, base::IdSource& ids, domain::PaymentId id);

} // namespace app
