// The fields of the records that people keep up to date: clients, the catalogue, the practice and
// its settings, series.
#pragma once

#include "domain/catalog.h"
#include "domain/practice.h"
#include "store/practice_record.h"
#include "store/shapes/values.h"

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
struct Names<domain::ServiceKind> {
    static constexpr std::array<std::string_view, 3> names{"appointment", "class_session",
                                                           "activity"};
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
struct Blank<domain::BillingSettings> {
    static domain::BillingSettings make() { return {.currency = Blank<domain::Currency>::make()}; }
};
template <>
struct Blank<PracticeRecord> {
    static PracticeRecord make() { return {.billing = Blank<domain::BillingSettings>::make()}; }
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
