// The fields of drafts, of issued invoices and of what happens to them.
#pragma once

#include "domain/event.h"
#include "domain/invoice.h"
#include "store/practice_record.h"
#include "store/shapes/values.h"

namespace store {

template <>
struct Names<domain::LineKind> {
    static constexpr std::array<std::string_view, 6> names{"service", "class_session", "activity",
                                                           "product", "project_case",  "write_in"};
};

template <>
struct Blank<domain::Draft> {
    static domain::Draft make() { return {.currency = Blank<domain::Currency>::make()}; }
};
template <>
struct Blank<domain::LineTotals> {
    static domain::LineTotals make() {
        const auto zero = Blank<domain::Money>::make();
        return {zero, {}, zero, zero, zero};
    }
};
template <>
struct Blank<domain::TaxGroup> {
    static domain::TaxGroup make() {
        const auto zero = Blank<domain::Money>::make();
        return {.tax = {}, .base = zero, .amount = zero};
    }
};
template <>
struct Blank<domain::Totals> {
    static domain::Totals make() {
        const auto zero = Blank<domain::Money>::make();
        return {{}, zero, {}, zero, zero, zero, {}, zero, zero, zero, zero, zero, zero};
    }
};
template <>
struct Blank<domain::IssuedInvoice> {
    static domain::IssuedInvoice make() {
        return {.currency = Blank<domain::Currency>::make(),
                .totals = Blank<domain::Totals>::make()};
    }
};

// {"service": id} or {"product": id}; null for a write-in.
template <>
struct Form<domain::LineSource> {
    static constexpr bool is_own = true;
    static constexpr std::string_view says = "{service: id}, {product: id} or null";
    static Json write(const domain::LineSource& value, const Scope& scope);
    static bool read(const Json& json, domain::LineSource& to, const Scope& scope,
                     ReadErrors& errors);
};

template <>
struct Shape<Letterhead> {
    static void fields(auto& visit, auto& r) {
        visit("sender", r.sender);
        visit("appearance", r.appearance);
    }
};

template <>
struct Shape<domain::DraftAdjustment> {
    static void fields(auto& visit, auto& r) {
        visit("adjustment", r.adjustment);
        visit("taxes", r.taxes);
    }
};

template <>
struct Shape<domain::DocumentAdjustment> {
    static void fields(auto& visit, auto& r) {
        visit("adjustment", r.adjustment);
        visit("taxes", r.taxes);
    }
};

template <>
struct Shape<domain::DraftLine> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("position", r.position);
        visit("kind", r.kind);
        visit("source", r.source);
        visit("name", r.name);
        visit("detail", r.detail);
        visit("code", r.code);
        visit("quantity", r.quantity);
        visit("unit", r.unit);
        visit("unit_price", r.unit_price);
        visit("price_base_quantity", r.price_base_quantity);
        visit("adjustments", r.adjustments);
        visit("taxes", r.taxes);
        visit("supply_date", r.supply_date);
        visit("practitioner", r.practitioner);
        visit("location", r.location);
    }
};

template <>
struct Shape<domain::Reverted> {
    static void fields(auto& visit, auto& r) {
        visit("number", r.number);
        visit("replaces_version", r.replaces_version);
        visit("reverted_on", r.reverted_on);
        visit("reverted_on", r.reverted_on);
    }
};

template <>
struct Shape<domain::Draft> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("client", r.client);
        visit("recipient", r.recipient);
        visit("practitioner", r.practitioner);
        visit("location", r.location);
        visit("currency", r.currency);
        visit("price_mode", r.price_mode);
        visit("issue_date", r.issue_date);
        visit("due_date", r.due_date);
        visit("terms", r.terms);
        visit("reference", r.reference);
        visit("memo", r.memo);
        visit("footer", r.footer);
        visit("lines", r.lines);
        visit("adjustments", r.adjustments);
        visit("rate_memo", r.rate_memo);
        visit("wants_credit_applied", r.wants_credit_applied);
        visit("reverted", r.reverted);
    }
};

template <>
struct Shape<domain::PartySnapshot> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("name", r.name);
        visit("address", r.address);
        visit("email", r.email);
        visit("tax_number", r.tax_number);
        visit("reference", r.reference);
    }
};

template <>
struct Shape<domain::IssuedLine> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("kind", r.kind);
        visit("source", r.source);
        visit("name", r.name);
        visit("detail", r.detail);
        visit("code", r.code);
        visit("quantity", r.quantity);
        visit("unit", r.unit);
        visit("unit_price", r.unit_price);
        visit("price_base_quantity", r.price_base_quantity);
        visit("adjustments", r.adjustments);
        visit("taxes", r.taxes);
        visit("supply_date", r.supply_date);
        visit("practitioner", r.practitioner);
        visit("location", r.location);
        visit("practitioner_name", r.practitioner_name);
        visit("location_name", r.location_name);
    }
};

template <>
struct Shape<domain::LineTotals> {
    static void fields(auto& visit, auto& r) {
        visit("amount", r.amount);
        visit("adjustments", r.adjustments);
        visit("net_of_adjustments", r.net_of_adjustments);
        visit("document_share", r.document_share);
        visit("taxable", r.taxable);
    }
};

template <>
struct Shape<domain::TaxGroup> {
    static void fields(auto& visit, auto& r) {
        visit("tax", r.tax);
        visit("base", r.base);
        visit("amount", r.amount);
    }
};

template <>
struct Shape<domain::Totals> {
    static void fields(auto& visit, auto& r) {
        visit("lines", r.lines);
        visit("sum_of_lines", r.sum_of_lines);
        visit("document_adjustments", r.document_adjustments);
        visit("discounts", r.discounts);
        visit("charges", r.charges);
        visit("net", r.net);
        visit("groups", r.groups);
        visit("tax", r.tax);
        visit("gross", r.gross);
        visit("retained", r.retained);
        visit("prepaid", r.prepaid);
        visit("rounding", r.rounding);
        visit("payable", r.payable);
    }
};

// Without the sender, which stands in the letterhead (store/practice_record.h).
template <>
struct Shape<domain::IssuedInvoice> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("version", r.version);
        visit("number", r.number);
        visit("issued", r.issued);
        visit("due_date", r.due_date);
        visit("tax_point", r.tax_point);
        visit("client", r.client);
        visit("recipient", r.recipient);
        visit("practitioner", r.practitioner);
        visit("location", r.location);
        visit("practitioner_name", r.practitioner_name);
        visit("practitioner_title", r.practitioner_title);
        visit("practitioner_registration", r.practitioner_registration);
        visit("location_name", r.location_name);
        visit("currency", r.currency);
        visit("locale", r.locale);
        visit("paper", r.paper);
        visit("price_mode", r.price_mode);
        visit("tax_rounding", r.tax_rounding);
        visit("rounding", r.rounding);
        visit("reference", r.reference);
        visit("memo", r.memo);
        visit("footer", r.footer);
        visit("rate_memo", r.rate_memo);
        visit("lines", r.lines);
        visit("adjustments", r.adjustments);
        visit("totals", r.totals);
    }
};

template <>
struct Shape<domain::InvoiceReverted> {
    static void fields(auto& visit, auto& r) {
        visit("invoice", r.invoice);
        visit("version", r.version);
        visit("reason", r.reason);
        visit("dated", r.dated);
    }
};

template <>
struct Shape<domain::InvoiceVoided> {
    static void fields(auto& visit, auto& r) {
        visit("invoice", r.invoice);
        visit("version", r.version);
        visit("reason", r.reason);
        visit("dated", r.dated);
    }
};

} // namespace store
