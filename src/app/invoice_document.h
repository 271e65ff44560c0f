// From an invoice's facts to the texts on its page.
//
// Formats every figure by the invoice's own locale and names every row; documents/invoice then sets
// it. An issued invoice is given as it was frozen; a draft as it would be issued today, so that the
// preview is the very document. Nothing is computed here: amounts are those of the stored totals.
#pragma once

#include "base/result.h"
#include "documents/invoice.h"
#include "domain/invoice.h"
#include "store/practice_record.h"

#include <optional>

namespace app {

enum class Stage : std::uint8_t { draft, issued };

struct InvoicePage {
    domain::IssuedInvoice invoice;
    Stage stage = Stage::issued;
    store::Appearance appearance;
    std::optional<documents::Image> logo;
};

// Errors: not_found (a locale we have no forms for).
[[nodiscard]] base::Result<documents::InvoiceDocument> invoice_document(const InvoicePage& page);

} // namespace app
