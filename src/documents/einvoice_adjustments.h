// The taxes, discounts and charges of an issued invoice as EN 16931 states them: the inside of
// documents/einvoice_issued. One VAT category a line, a document discount once for each category.
#pragma once

#include "base/result.h"
#include "documents/einvoice.h"
#include "domain/invoice.h"

#include <string_view>
#include <vector>

namespace documents {

// The category of what carries these taxes; none is "O". Errors at `field`.taxes: out_of_range
// (two taxes, a withheld one).
[[nodiscard]] base::Result<VatCategory>
vat_category_of(const std::vector<domain::AppliedTax>& taxes, std::string_view field);

// BG-23, in the order of the totals' groups; what has no tax stands last.
[[nodiscard]] base::Result<std::vector<VatBreakdown>>
vat_breakdown(const domain::IssuedInvoice& invoice);

// BG-27 and BG-28; net prices only.
[[nodiscard]] std::vector<EInvoiceAdjustment> line_adjustments(const domain::IssuedLine& line,
                                                               const domain::LineTotals& totals);

// BG-20 and BG-21: each row's base is its lines with these added. `made` has lines and breakdown.
[[nodiscard]] base::Result<std::vector<EInvoiceAdjustment>>
document_adjustments(const domain::IssuedInvoice& invoice, const EInvoice& made);

} // namespace documents
