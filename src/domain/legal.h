// The legal checklist: what a lawful invoice must state, run before finalize.
//
// The duties are data of the country profile, each with its source. This checks only what can be
// checked by a program: that a field is there, never that it is true.
#pragma once

#include "domain/country.h"
#include "domain/invoice.h"

#include <string_view>
#include <vector>

namespace domain {

// The duties of `profile` that the invoice does not meet, in the order of the data.
[[nodiscard]] std::vector<LegalRequirement> unmet_requirements(const CountryProfile& profile,
                                                               const IssuedInvoice& invoice);

// The stable field path of a duty: "recipient.tax_number".
[[nodiscard]] std::string_view legal_field_path(LegalField field);

} // namespace domain
