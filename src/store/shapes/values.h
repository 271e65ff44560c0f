// The fields of what records are made of: addresses, terms, taxes as applied, numbers, dates.
#pragma once

#include "base/bytes.h"
#include "base/hash.h"
#include "domain/adjustment.h"
#include "domain/numbering.h"
#include "domain/party.h"
#include "domain/tax.h"
#include "store/json_codec.h"

namespace store {

template <>
struct Names<domain::TermsKind> {
    static constexpr std::array<std::string_view, 4> names{"none", "on_receipt", "net_days",
                                                           "end_of_month"};
};
template <>
struct Names<domain::TaxCategory> {
    static constexpr std::array<std::string_view, 10> names{
        "standard",     "zero",        "exempt",         "reverse_charge", "intra_community",
        "export_goods", "not_subject", "canary_islands", "ceuta_melilla",  "split_payment"};
};
template <>
struct Names<domain::Retained> {
    static constexpr std::array<std::string_view, 2> names{"no", "yes"};
};
template <>
struct Names<domain::PriceMode> {
    static constexpr std::array<std::string_view, 2> names{"net", "tax_inclusive"};
};
template <>
struct Names<domain::TaxRounding> {
    static constexpr std::array<std::string_view, 2> names{"per_rate", "per_line"};
};
template <>
struct Names<domain::AdjustmentKind> {
    static constexpr std::array<std::string_view, 2> names{"discount", "charge"};
};
template <>
struct Names<domain::DocumentKind> {
    static constexpr std::array<std::string_view, 5> names{"invoice", "credit_note", "receipt",
                                                           "statement", "quote"};
};

// A size of a discount or charge: {"percent": "10"} or {"amount": Money}.
template <>
struct Form<std::variant<domain::Percent, domain::Money>> {
    using Size = std::variant<domain::Percent, domain::Money>;
    static constexpr bool is_own = true;
    static constexpr std::string_view says = "{percent: decimal} or {amount: money}";
    static Json write(const Size& value, const Scope& scope);
    static bool read(const Json& json, Size& to, const Scope& scope, ReadErrors& errors);
};

// {"step": 5}, {"amount": Money}, or null.
template <>
struct Form<domain::DocumentRounding> {
    static constexpr bool is_own = true;
    static constexpr std::string_view says = "{step: minor units}, {amount: money} or null";
    static Json write(const domain::DocumentRounding& value, const Scope& scope);
    static bool read(const Json& json, domain::DocumentRounding& to, const Scope& scope,
                     ReadErrors& errors);
};

// The text of the pattern.
template <>
struct Form<domain::NumberPattern> {
    static constexpr bool is_own = true;
    static constexpr std::string_view says = "pattern of a number, such as INV-{S}{N:4}";
    static Json write(const domain::NumberPattern& value, const Scope&) { return value.text(); }
    static bool read(const Json& json, domain::NumberPattern& to, const Scope& scope,
                     ReadErrors& errors) {
        return codec::read_parsed(json, to, scope, errors, domain::NumberPattern::parse);
    }
};

// Hexadecimal digits.
template <>
struct Form<base::Digest> {
    static constexpr bool is_own = true;
    static constexpr std::string_view says = "SHA-256 in hexadecimal digits";
    static Json write(const base::Digest& value, const Scope&) { return base::hex_text(value); }
    static bool read(const Json& json, base::Digest& to, const Scope& scope, ReadErrors& errors);
};

template <>
struct Shape<domain::Address> {
    static void fields(auto& visit, auto& r) {
        visit("line1", r.line1);
        visit("line2", r.line2);
        visit("city", r.city);
        visit("region", r.region);
        visit("postal_code", r.postal_code);
        visit("country", r.country);
    }
};

template <>
struct Shape<domain::Terms> {
    static void fields(auto& visit, auto& r) {
        visit("kind", r.kind);
        visit("days", r.days);
    }
};

template <>
struct Shape<domain::Dated> {
    static void fields(auto& visit, auto& r) {
        visit("effective", r.effective);
        visit("recorded", r.recorded);
    }
};

template <>
struct Shape<domain::Adjustment> {
    static void fields(auto& visit, auto& r) {
        visit("kind", r.kind);
        visit("size", r.size);
        visit("reason", r.reason);
    }
};

template <>
struct Shape<domain::AppliedTax> {
    static void fields(auto& visit, auto& r) {
        visit("code", r.code);
        visit("category", r.category);
        visit("rate", r.rate);
        visit("retained", r.retained);
        visit("exemption_reason", r.exemption_reason);
        visit("definition", r.definition);
    }
};

template <>
struct Shape<domain::DocumentNumber> {
    static void fields(auto& visit, auto& r) {
        visit("text", r.text);
        visit("series", r.series);
        visit("year", r.year);
        visit("counter", r.counter);
    }
};

} // namespace store
