// Texts that documents of every kind share: addresses, joined parts, names of taxes.
#pragma once

#include "app/formats.h"
#include "documents/invoice.h"
#include "domain/invoice.h"
#include "domain/party.h"
#include "domain/tax.h"
#include "store/practice_record.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace app {

// The parts that are not empty, with `between` between them.
[[nodiscard]] std::string join(std::initializer_list<std::string_view> parts,
                               std::string_view between);
// "12 Harbour Street, Galway H91 E2R8, Ireland"; lines parted by `between`.
[[nodiscard]] std::string address_text(const domain::Address& address, std::string_view between);
// "23 %", "Exempt", "Reverse charge": how a row names its tax.
[[nodiscard]] std::string tax_text(const domain::AppliedTax& tax, const Locale& locale);
// "VAT no. IE3204718PH", by the country's name for it; empty without a number.
[[nodiscard]] std::string tax_number_text(const domain::CountryCode& country,
                                          std::string_view number);
// "PSI reg. no. 04417" as typed; a bare number is named: "Reg. no. 04417".
[[nodiscard]] std::string registration_text(std::string_view registration);
// Who gave what is billed, or where, as the template shows it; without a name when it shows
// neither.
[[nodiscard]] documents::Block practitioner_block(const domain::IssuedInvoice& invoice,
                                                  const store::Appearance& appearance);
// The template's ink.
[[nodiscard]] documents::Ink accent_of(const store::Appearance& appearance);

} // namespace app
