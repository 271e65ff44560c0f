// Cells that are more than text: countries, terms, prices, minutes, taxes, choices.
//
// Each reads what other programs write in the five languages of the headings, refuses what could
// mean something else, and answers the value; how it is shown again stands beside it.
#pragma once

#include "app/imports/field.h"
#include "domain/ids.h"
#include "domain/party.h"
#include "domain/terms.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {

// A code in either case, or an English name: "pl", "Poland". not_a_country.
[[nodiscard]] base::Result<domain::CountryCode> read_country(std::string_view cell);

// "14", "Net 30", "14 Tage netto", "on receipt", "Monatsende". Errors: not_a_number.
[[nodiscard]] base::Result<domain::Terms> read_terms_cell(std::string_view cell,
                                                          const Locale& locale);
[[nodiscard]] std::string plain_terms(const domain::Terms& terms);

// "50", "50 min", "1:30", "1 h". Errors: not_a_number, and those of whole numbers out of range.
[[nodiscard]] base::Result<int> read_minutes_cell(std::string_view cell, const Locale& locale);

// A tax in use by its code or name, or several with '+' between: "VAT", "GST + PST". no_such_tax.
[[nodiscard]] base::Result<std::vector<domain::TaxId>>
read_taxes(std::string_view cell, std::span<const domain::TaxDefinition> taxes);

// The place of the choice whose words name the cell; unknown_choice.
[[nodiscard]] base::Result<std::size_t> read_choice(std::string_view cell,
                                                    std::span<const std::string_view> choices);

} // namespace app
