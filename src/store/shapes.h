// The fields of every record of the domain, named once: for the log, for files and for commands.
//
// The names are a format that other devices and scripts read: a field may be added, never renamed.
// Enumerations are written by name. Holds no rule about values.
#pragma once

#include "base/bytes.h"
#include "base/hash.h"
#include "domain/catalog.h"
#include "domain/event.h"
#include "domain/invoice.h"
#include "domain/numbering.h"
#include "domain/party.h"
#include "domain/payment.h"
#include "domain/practice.h"
#include "domain/tax.h"
#include "store/json_codec.h"
#include "store/practice_record.h"

namespace store {

template <>
struct Names<domain::PartyKind> {
    static constexpr std::array<std::string_view, 2> names{"person", "organisation"};
};
template <>
struct Names<domain::ContactRole> {
    static constexpr std::array<std::string_view, 6> names{"parent", "plan_manager", "insurer",
                                                           "funder", "employer",     "other"};
};
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
struct Names<domain::ServiceKind> {
    static constexpr std::array<std::string_view, 3> names{"appointment", "class_session",
                                                           "activity"};
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
struct Names<domain::Paper> {
    static constexpr std::array<std::string_view, 2> names{"a4", "letter"};
};
template <>
struct Names<domain::AutoAllocation> {
    static constexpr std::array<std::string_view, 4> names{"oldest_first", "newest_first",
                                                           "this_invoice_only", "none"};
};
template <>
struct Names<domain::MethodKind> {
    static constexpr std::array<std::string_view, 7> names{
        "cash", "card", "card_on_file", "check", "bank_transfer", "eftpos", "other"};
};
template <>
struct Names<domain::DocumentKind> {
    static constexpr std::array<std::string_view, 5> names{"invoice", "credit_note", "receipt",
                                                           "statement", "quote"};
};
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
struct Blank<domain::BillingSettings> {
    static domain::BillingSettings make() { return {.currency = Blank<domain::Currency>::make()}; }
};
template <>
struct Blank<PracticeRecord> {
    static PracticeRecord make() { return {.billing = Blank<domain::BillingSettings>::make()}; }
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
template <>
struct Blank<domain::Payment> {
    static domain::Payment make() { return {.amount = Blank<domain::Money>::make()}; }
};
template <>
struct Blank<domain::Allocation> {
    static domain::Allocation make() {
        const auto zero = Blank<domain::Money>::make();
        return {.amount = zero, .cash_rounding = zero};
    }
};
template <>
struct Blank<domain::Release> {
    static domain::Release make() {
        const auto zero = Blank<domain::Money>::make();
        return {.amount = zero, .cash_rounding = zero};
    }
};

// A size of a discount or charge: {"percent": "10"} or {"amount": Money}.
template <>
struct Form<std::variant<domain::Percent, domain::Money>> {
    using Size = std::variant<domain::Percent, domain::Money>;
    static constexpr bool is_own = true;
    static Json write(const Size& value, const Scope& scope);
    static bool read(const Json& json, Size& to, const Scope& scope, ReadErrors& errors);
};

// {"service": id} or {"product": id}; null for a write-in.
template <>
struct Form<domain::LineSource> {
    static constexpr bool is_own = true;
    static Json write(const domain::LineSource& value, const Scope& scope);
    static bool read(const Json& json, domain::LineSource& to, const Scope& scope,
                     ReadErrors& errors);
};

// {"step": 5}, {"amount": Money}, or null.
template <>
struct Form<domain::DocumentRounding> {
    static constexpr bool is_own = true;
    static Json write(const domain::DocumentRounding& value, const Scope& scope);
    static bool read(const Json& json, domain::DocumentRounding& to, const Scope& scope,
                     ReadErrors& errors);
};

// The text of the pattern.
template <>
struct Form<domain::NumberPattern> {
    static constexpr bool is_own = true;
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
struct Shape<domain::Client> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("kind", r.kind);
        visit("name", r.name);
        visit("latin_name", r.latin_name);
        visit("email", r.email);
        visit("phone", r.phone);
        visit("address", r.address);
        visit("tax_number", r.tax_number);
        visit("reference", r.reference);
        visit("language", r.language);
        visit("notes", r.notes);
        visit("terms", r.terms);
        visit("contacts", r.contacts);
        visit("invoice_to", r.invoice_to);
        visit("is_archived", r.is_archived);
    }
};

template <>
struct Shape<domain::Contact> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("role", r.role);
        visit("kind", r.kind);
        visit("name", r.name);
        visit("latin_name", r.latin_name);
        visit("email", r.email);
        visit("phone", r.phone);
        visit("address", r.address);
        visit("tax_number", r.tax_number);
        visit("reference", r.reference);
        visit("is_archived", r.is_archived);
    }
};

template <>
struct Shape<domain::Service> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("kind", r.kind);
        visit("name", r.name);
        visit("code", r.code);
        visit("description", r.description);
        visit("unit", r.unit);
        visit("unit_price", r.unit_price);
        visit("price_mode", r.price_mode);
        visit("duration_minutes", r.duration_minutes);
        visit("taxes", r.taxes);
        visit("is_archived", r.is_archived);
    }
};

template <>
struct Shape<domain::Product> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("name", r.name);
        visit("code", r.code);
        visit("description", r.description);
        visit("unit", r.unit);
        visit("unit_price", r.unit_price);
        visit("price_mode", r.price_mode);
        visit("taxes", r.taxes);
        visit("is_archived", r.is_archived);
    }
};

template <>
struct Shape<domain::DatedRate> {
    static void fields(auto& visit, auto& r) {
        visit("from", r.from);
        visit("rate", r.rate);
    }
};

template <>
struct Shape<domain::TaxDefinition> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("code", r.code);
        visit("name", r.name);
        visit("category", r.category);
        visit("retained", r.retained);
        visit("rates", r.rates);
        visit("exemption_reason", r.exemption_reason);
        visit("is_archived", r.is_archived);
    }
};

template <>
struct Shape<domain::Location> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("name", r.name);
        visit("address", r.address);
        visit("phone", r.phone);
        visit("is_archived", r.is_archived);
    }
};

template <>
struct Shape<domain::Practitioner> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("name", r.name);
        visit("title", r.title);
        visit("registration_number", r.registration_number);
        visit("email", r.email);
        visit("is_archived", r.is_archived);
    }
};

template <>
struct Shape<domain::PaymentMethod> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("kind", r.kind);
        visit("name", r.name);
        visit("is_archived", r.is_archived);
    }
};

template <>
struct Shape<domain::PracticeIdentity> {
    static void fields(auto& visit, auto& r) {
        visit("name", r.name);
        visit("legal_name", r.legal_name);
        visit("address", r.address);
        visit("email", r.email);
        visit("phone", r.phone);
        visit("website", r.website);
        visit("tax_number", r.tax_number);
        visit("registration_number", r.registration_number);
        visit("bank_name", r.bank_name);
        visit("iban", r.iban);
        visit("bic", r.bic);
    }
};

template <>
struct Shape<domain::BillingSettings> {
    static void fields(auto& visit, auto& r) {
        visit("currency", r.currency);
        visit("country", r.country);
        visit("locale", r.locale);
        visit("time_zone", r.time_zone);
        visit("paper", r.paper);
        visit("price_mode", r.price_mode);
        visit("tax_rounding", r.tax_rounding);
        visit("document_step_minor", r.document_step_minor);
        visit("cash_step_minor", r.cash_step_minor);
        visit("terms", r.terms);
        visit("default_taxes", r.default_taxes);
        visit("auto_allocation", r.auto_allocation);
        visit("lock_date", r.lock_date);
        visit("default_memo", r.default_memo);
        visit("default_footer", r.default_footer);
    }
};

template <>
struct Shape<Appearance> {
    static void fields(auto& visit, auto& r) {
        visit("logo", r.logo);
        visit("accent_rgb", r.accent_rgb);
        visit("hides_practitioner", r.hides_practitioner);
        visit("shows_location", r.shows_location);
        visit("hides_line_dates", r.hides_line_dates);
    }
};

template <>
struct Shape<PracticeRecord> {
    static void fields(auto& visit, auto& r) {
        visit("identity", r.identity);
        visit("billing", r.billing);
        visit("appearance", r.appearance);
    }
};

template <>
struct Shape<Letterhead> {
    static void fields(auto& visit, auto& r) {
        visit("sender", r.sender);
        visit("appearance", r.appearance);
    }
};

template <>
struct Shape<SeriesRecord> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("document", r.document);
        visit("device", r.device);
        visit("letter", r.letter);
        visit("pattern", r.pattern);
        visit("is_closed", r.is_closed);
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
        visit("definition", r.definition);
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
struct Shape<domain::DocumentNumber> {
    static void fields(auto& visit, auto& r) {
        visit("text", r.text);
        visit("series", r.series);
        visit("year", r.year);
        visit("counter", r.counter);
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
struct Shape<domain::Payment> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("payer", r.payer);
        visit("amount", r.amount);
        visit("method", r.method);
        visit("reference", r.reference);
        visit("tendered_memo", r.tendered_memo);
        visit("note", r.note);
        visit("received", r.received);
    }
};

template <>
struct Shape<domain::Allocation> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("payment", r.payment);
        visit("invoice", r.invoice);
        visit("amount", r.amount);
        visit("cash_rounding", r.cash_rounding);
        visit("dated", r.dated);
    }
};

template <>
struct Shape<domain::Release> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("allocation", r.allocation);
        visit("amount", r.amount);
        visit("cash_rounding", r.cash_rounding);
        visit("reason", r.reason);
        visit("dated", r.dated);
    }
};

template <>
struct Shape<domain::PaymentVoid> {
    static void fields(auto& visit, auto& r) {
        visit("payment", r.payment);
        visit("reason", r.reason);
        visit("dated", r.dated);
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

template <>
struct Shape<domain::NumbersSkipped> {
    static void fields(auto& visit, auto& r) {
        visit("series", r.series);
        visit("year", r.year);
        visit("from", r.from);
        visit("to", r.to);
        visit("reason", r.reason);
        visit("dated", r.dated);
    }
};

} // namespace store
