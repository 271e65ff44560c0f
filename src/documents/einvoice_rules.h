// The business rules of EN 16931, checked over the semantic model.
//
// Rule by rule as the standard numbers them (BR-*, BR-CO-*, BR-DEC-*, the VAT families BR-S, BR-Z,
// BR-E, BR-AE, BR-IC, BR-G, BR-O, BR-AF, BR-AG, BR-B, and the code lists BR-CL). Verdicts are those
// of the public validation artefacts, tolerances included; the unit files beside the repository
// say which of their rules have no place in our model (tests/conformance).
#pragma once

#include "documents/einvoice.h"

#include <string>
#include <vector>

namespace documents {

struct RuleViolation {
    std::string rule;    // "BR-11"
    std::string term;    // "BT-55"
    std::string field;   // Where it comes from in Folio: "recipient.address.country".
    std::string message; // What is wanted: "the client's address needs a country".

    friend bool operator==(const RuleViolation&, const RuleViolation&) = default;
};

// Every rule that the invoice offends, in the order of the rules; none for a valid invoice. A rule
// that several lines offend stands there once for each.
[[nodiscard]] std::vector<RuleViolation> check_einvoice(const EInvoice& invoice);

} // namespace documents
