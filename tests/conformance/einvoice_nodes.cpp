#include "conformance/einvoice_nodes.h"

#include "base/assert.h"
#include "base/text.h"
#include "conformance/einvoice_reader.h"

namespace conformance {

std::string local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    return std::string(name.substr(name.find(':') + 1)); // npos + 1 is 0.
}

std::vector<pugi::xml_node> all(const pugi::xml_node& node, std::string_view name) {
    std::vector<pugi::xml_node> found;
    for (const pugi::xml_node& child : node.children())
        if (child.type() == pugi::node_element && local_name(child) == name) found.push_back(child);
    return found;
}

pugi::xml_node at(const pugi::xml_node& node, std::initializer_list<std::string_view> path) {
    pugi::xml_node here = node;
    for (const std::string_view name : path) {
        const std::vector<pugi::xml_node> children = all(here, name);
        if (children.empty()) return {};
        here = children.front();
    }
    return here;
}

std::string text(const pugi::xml_node& node, std::initializer_list<std::string_view> path) {
    return std::string(base::trimmed(at(node, path).text().get()));
}

std::optional<base::Decimal> decimal(const std::string& text) {
    if (text.empty()) return std::nullopt;
    const auto value = base::parse_decimal(text);
    if (!value) return std::nullopt;
    return *value;
}

std::optional<domain::Percent> percent(const std::string& text) {
    const auto value = decimal(text);
    if (!value) return std::nullopt;
    return domain::Percent{*value};
}

std::optional<domain::Money> money(const std::string& text, domain::Currency currency) {
    if (text.empty()) return std::nullopt;
    const auto amount =
        domain::parse_money(text.starts_with('.') ? "0" + text : text, currency); // ".00"
    if (!amount) return std::nullopt;
    return *amount;
}

std::optional<base::Date> day(const std::string& text) {
    if (text.empty()) return std::nullopt;
    const bool is_compact = text.size() == 8;
    const auto date = base::parse_iso_date(
        is_compact ? text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6) : text);
    return date ? *date : base::Date();
}

domain::Currency currency_of(std::string_view code) {
    const auto known = domain::Currency::from_code(code);
    if (known) return *known;
    const auto euro = domain::Currency::from_code("EUR");
    ASSERT(euro.has_value());
    return *euro;
}

documents::EInvoice read_einvoice(const pugi::xml_node& document) {
    return local_name(document) == "CrossIndustryInvoice" ? read_cii(document) : read_ubl(document);
}

documents::EInvoice read_einvoice(const std::string& text) {
    pugi::xml_document document;
    ASSERT(document.load_string(text.c_str()));
    return read_einvoice(document.document_element());
}

} // namespace conformance
