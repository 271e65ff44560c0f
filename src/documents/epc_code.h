// The payload of a SEPA payment code (EPC069-12, version 002), which banking apps read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace documents {

struct EpcPayment {
    std::string_view name; // Of who is paid.
    std::string_view iban; // Spaces are left out.
    std::string_view bic;  // May be empty within the EEA.
    std::int64_t amount_cents = 0;
    std::string_view remittance; // Unstructured text: the invoice's number.
};

// Nothing where the format cannot hold it: no name or IBAN, an amount outside 0.01 to
// 999,999,999.99. The name is cut to 70 and the text to 140 code points.
[[nodiscard]] std::optional<std::string> epc_code(const EpcPayment& payment);

} // namespace documents
