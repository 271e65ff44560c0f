// Short ways to walk XML by local names: the inside of conformance/einvoice_reader.
#pragma once

#include "documents/einvoice.h"

#include <pugixml.hpp>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace conformance {

// The child elements of that local name.
std::vector<pugi::xml_node> all(const pugi::xml_node& node, std::string_view name);
// The element at the end of a path of first children; an empty node where there is none.
pugi::xml_node at(const pugi::xml_node& node, std::initializer_list<std::string_view> path);
// Its text without white space around it; empty where it is not there.
std::string text(const pugi::xml_node& node, std::initializer_list<std::string_view> path);

// Nothing where it is no number: one fragment has "30%".
std::optional<base::Decimal> decimal(const std::string& text);
std::optional<domain::Percent> percent(const std::string& text);
// Nothing where the currency has too few decimals for it.
std::optional<domain::Money> money(const std::string& text, domain::Currency currency);
// "2026-11-20" or "20261120"; a date that can't be read is there as 1970-01-01.
std::optional<base::Date> day(const std::string& text);
domain::Currency currency_of(std::string_view code);

documents::EInvoice read_ubl(const pugi::xml_node& document);
documents::EInvoice read_cii(const pugi::xml_node& document);

} // namespace conformance
