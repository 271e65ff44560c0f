// Reads UBL and CII, whole documents and fragments, into the semantic model: for tests, which ask
// that it gives back what was written and that fragments of the public unit files are judged alike.
//
// Terms that the model has no place for are passed over.
#pragma once

#include "documents/einvoice.h"

#include <pugixml.hpp>

#include <string>

namespace conformance {

// An Invoice or CreditNote element of UBL, or a CrossIndustryInvoice.
documents::EInvoice read_einvoice(const pugi::xml_node& document);

// The root element of a text; it must be well-formed.
documents::EInvoice read_einvoice(const std::string& text);

// A name without its prefix: "cbc:ID" -> "ID".
std::string local_name(const pugi::xml_node& node);

} // namespace conformance
