// From an issued invoice to the terms of EN 16931, and to the file that is sent.
//
// Every amount is one of the issued totals. The standard knows net prices, one VAT category a line
// and two decimals; so, where those of the invoice differ:
// - prices that include tax: a line states its net share (LineTotals::taxable), discounts inside,
//   and the unit price that gives it;
// - a tax that is not base x rate to the cent (tax taken out of the gross, or rounded by line):
//   BT-117 is base x rate, and the cents between stand in BT-114, so that the net total, the bases
//   and the amount due are the invoice's own;
// - a discount or charge on the whole document is one for each VAT category that bears it;
// - a line without a tax is "not subject to VAT" (O); then no VAT number is stated (BR-O-02).
#pragma once

#include "base/result.h"
#include "documents/einvoice.h"
#include "domain/invoice.h"

#include <cstdint>
#include <string>

namespace documents {

enum class EInvoiceSyntax : std::uint8_t {
    ubl, // UBL 2.1 Invoice.
    cii, // UN/CEFACT Cross Industry Invoice D16B.
};

// The invoice's terms, not yet checked. A single tax of any code counts as VAT. Errors:
// out_of_range (a second tax on a line, a withheld tax: the standard has no place for them),
// overflow.
[[nodiscard]] base::Result<EInvoice> einvoice_of(const domain::IssuedInvoice& invoice);

// The whole file, checked. Errors: those of einvoice_of; legal_field_missing for each rule that is
// offended, with the field to fill in, and rule and remedy as detail.
[[nodiscard]] base::Result<std::string> einvoice_file(const domain::IssuedInvoice& invoice,
                                                      EInvoiceSyntax syntax);

} // namespace documents
