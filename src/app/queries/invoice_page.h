// What an invoice's page is made of: its facts, the template they are shown by and the logo.
#pragma once

#include "app/invoice_document.h"
#include "app/queries/context.h"
#include "domain/invoice.h"

namespace app {

// The picture that the template names, if it names one.
[[nodiscard]] base::Result<std::optional<documents::Image>>
load_logo(const QueryContext& context, const store::Appearance& appearance);

// The last version as it was frozen; not_found for a draft that never was issued.
[[nodiscard]] base::Result<InvoicePage> query_invoice_page(const QueryContext& context,
                                                           domain::InvoiceId id);
// A draft as it would be issued now, by today's template. Errors: those of its totals.
[[nodiscard]] base::Result<InvoicePage>
query_draft_page(const QueryContext& context, base::IdSource& ids, const domain::Draft& draft);

} // namespace app
