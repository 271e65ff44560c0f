// The semantic model in its two syntaxes (EN 16931-3-2, CEN/TS 16931-3-2 and -3-3).
//
// A model that offends no rule (documents/einvoice_rules.h) gives a valid document; of any other
// what is there is written. The same model gives the same bytes.
#pragma once

#include "documents/einvoice.h"
#include "documents/xml_writer.h"

#include <string>

namespace documents {

[[nodiscard]] std::string ubl_invoice(const EInvoice& invoice);
[[nodiscard]] std::string cii_invoice(const EInvoice& invoice);

// "12.50"; at most two decimals, which BR-DEC makes enough.
[[nodiscard]] std::string amount_text(const domain::Money& amount);

} // namespace documents
