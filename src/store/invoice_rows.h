// Issued invoices and what ended them: facts in typed rows, documents in the log.
//
// The row holds what lists and reports count by; the document as it was frozen is read from the
// change that issued it, and its sender from the letterhead. Nothing here updates or deletes.
#pragma once

#include "domain/balance.h"
#include "domain/decide_payment.h"
#include "domain/invoice.h"
#include "store/dot.h"
#include "store/operation.h"
#include "store/sqlite.h"

#include <optional>
#include <vector>

namespace store {

[[nodiscard]] base::Result<void> insert_letterhead(Connection& database, Dot dot,
                                                   const Letterhead& letterhead);
[[nodiscard]] base::Result<bool> has_letterhead(Connection& database, const base::Digest& digest);
[[nodiscard]] base::Result<void> insert_invoice(Connection& database, Dot dot,
                                                const InvoiceFact& fact);
[[nodiscard]] base::Result<void> insert_void(Connection& database, Dot dot,
                                             const domain::InvoiceVoided& fact);
[[nodiscard]] base::Result<void> insert_revert(Connection& database, Dot dot,
                                               const domain::InvoiceReverted& fact);
[[nodiscard]] base::Result<void> insert_left(Connection& database, Dot dot,
                                             const InvoiceLeft& fact);

// The last version as it was issued, sender included, with its template settings.
struct IssuedDocument {
    domain::IssuedInvoice invoice;
    Appearance appearance;
};
[[nodiscard]] base::Result<std::optional<IssuedDocument>> load_issued(Connection& database,
                                                                      domain::InvoiceId id);

// What the balance of the last version follows from.
[[nodiscard]] base::Result<std::optional<domain::InvoiceFacts>>
load_invoice_facts(Connection& database, domain::InvoiceId id);

// Whether the last version was printed, downloaded or exported.
[[nodiscard]] base::Result<bool> has_left(Connection& database, domain::InvoiceId id);

// The invoice as something that can take money; nothing when voided, reverted or not issued.
[[nodiscard]] base::Result<std::optional<domain::OpenInvoice>>
load_open_invoice(Connection& database, domain::InvoiceId id);
// Those of an account with a balance, oldest due first, then by number; none due last.
[[nodiscard]] base::Result<std::vector<domain::OpenInvoice>>
load_open_invoices(Connection& database, domain::PartyId account, domain::Currency currency);

} // namespace store
