// Payments: what the payment sheet needs, and one payment with what it settled.
#pragma once

#include "app/queries/context.h"
#include "domain/decide_payment.h"
#include "domain/payment.h"
#include "domain/practice.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

struct PaymentEntry {
    domain::PartyId payer;
    std::string payer_name;
    domain::Money owed;
    domain::Money credit;
    std::vector<domain::OpenInvoice> open_invoices; // Oldest first.
    std::vector<domain::PaymentMethod> methods;     // In use.
    domain::AutoAllocation auto_allocation = domain::AutoAllocation::oldest_first;
};

struct PaymentPart {
    domain::AllocationId allocation;
    domain::InvoiceId invoice;
    std::string number;
    base::Date date;
    domain::Money amount; // Live.
    std::optional<base::Date> released_on;
};

struct PaymentView {
    domain::Payment payment;
    std::string payer_name;
    std::string method_name;
    std::vector<PaymentPart> parts; // Oldest first.
    domain::Money left;             // The payer's credit from it.
    std::optional<domain::PaymentVoid> voided;
    std::vector<base::Error> void_reasons; // What stands against voiding today.
};

[[nodiscard]] base::Result<PaymentEntry>
query_payment_entry(const QueryContext& context, domain::PartyId payer,
                    const std::optional<domain::Currency>& other_currency);
[[nodiscard]] base::Result<PaymentView> query_payment(const QueryContext& context,
                                                      base::IdSource& ids, domain::PaymentId id);

} // namespace app
