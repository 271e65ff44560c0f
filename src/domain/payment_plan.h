// How a payment is put to invoices, before anything is recorded.
//
// The payment screen shows this plan; recording carries out the same one. What a person chose wins;
// else the invoice it is recorded on, then by the setting, on invoices of the payer's own account.
#pragma once

#include "domain/decide_payment.h"

namespace domain {

// Whether something is left of a payment that was meant to settle invoices, and nobody has said yet
// that it shall be kept as credit.
[[nodiscard]] bool needs_confirmation(const RecordPayment& command, const AllocationPlan& plan);

} // namespace domain
