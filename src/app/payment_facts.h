// The facts that recording a payment looks at, for the command and for the sheet's plan alike.
#pragma once

#include "domain/decide_payment.h"
#include "store/practice_record.h"
#include "store/sqlite.h"

namespace app {

// Open invoices of the payer's account and those the payment names. not_found: the payer, the
// method.
[[nodiscard]] base::Result<domain::PaymentContextFacts>
load_payment_context(store::Connection& database, const store::PracticeRecord& practice,
                     const domain::RecordPayment& payment);

// The invoice with what a fact of `date` may take from it: later facts count too, so that no later
// day falls below zero.
[[nodiscard]] base::Result<domain::OpenInvoice>
as_from(store::Connection& database, domain::OpenInvoice invoice, base::Date date);

} // namespace app
