#include "domain/validate.h"

#include "domain/adjustment.h"
#include "domain/checks.h"
#include "domain/iban.h"
#include "domain/limits.h"

#include <algorithm>
#include <utility>

namespace domain {

namespace {

using base::Code;
using base::Decimal;
using base::Result;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

void check_country(std::string_view code, std::string field, Checks& checks) {
    if (!code.empty() && (code.size() != 2 || !std::ranges::all_of(code, is_capital)))
        checks.refuse(Code::not_a_country, std::move(field), std::string(code));
}

void check_address(const Address& address, Checks& checks) {
    checks.text(address.line1, address_line_length_max, "address.line1");
    checks.text(address.line2, address_line_length_max, "address.line2");
    checks.text(address.city, address_line_length_max, "address.city");
    checks.text(address.region, address_line_length_max, "address.region");
    checks.text(address.postal_code, short_text_length_max, "address.postal_code");
    check_country(address.country, "address.country", checks);
}

// One @ with something before it and a name after it; whether it arrives, only sending shows.
void check_email(std::string_view email, Checks& checks) {
    checks.text(email, email_length_max, "email");
    if (email.empty()) return;
    const std::size_t at = email.find('@');
    const bool is_plausible = at != std::string_view::npos && at > 0 && at + 1 < email.size() &&
                              email.find('@', at + 1) == std::string_view::npos &&
                              email.find_first_of(" \t\r\n,;<>") == std::string_view::npos;
    if (!is_plausible) checks.refuse(Code::not_an_email, "email");
}

template <typename Party>
void check_party(const Party& party, Checks& checks) {
    checks.required(party.name, name_length_max, "name");
    checks.text(party.latin_name, name_length_max, "latin_name");
    check_email(party.email, checks);
    checks.text(party.phone, short_text_length_max, "phone");
    check_address(party.address, checks);
    checks.text(party.tax_number, short_text_length_max, "tax_number");
    checks.text(party.reference, short_text_length_max, "reference");
}

void check_terms(const Terms& terms, Checks& checks) {
    if (terms.kind == TermsKind::net_days)
        checks.range(terms.days, 1, terms_days_max, "terms.days");
}

void check_decimal(Decimal value, std::string field, Checks& checks) {
    const Decimal limit = Decimal::whole(quantity_whole_max);
    if (value.scaled < -limit.scaled)
        checks.refuse(Code::too_low, std::move(field), std::to_string(-quantity_whole_max));
    else if (value > limit)
        checks.refuse(Code::out_of_range, std::move(field), std::to_string(quantity_whole_max));
}

void check_taxes(const std::vector<TaxId>& taxes, std::string field, Checks& checks) {
    if (taxes.size() > line_taxes_max)
        checks.refuse(Code::out_of_range, field, std::to_string(line_taxes_max));
    for (std::size_t i = 0; i < taxes.size(); ++i)
        if (std::ranges::count(taxes, taxes[i]) > 1)
            return checks.refuse(Code::tax_repeated, std::move(field));
}

template <typename Item>
void check_catalog_item(const Item& item, Checks& checks) {
    checks.required(item.name, name_length_max, "name");
    checks.text(item.code, short_text_length_max, "code");
    checks.text(item.description, line_text_length_max, "description");
    checks.text(item.unit, short_text_length_max, "unit");
    check_decimal(item.unit_price, "unit_price", checks);
    if (item.unit_price.scaled < 0) checks.refuse(Code::too_low, "unit_price", "0");
    check_taxes(item.taxes, "taxes", checks);
}

void check_adjustment(const Adjustment& adjustment, Currency currency, const std::string& field,
                      Checks& checks) {
    checks.text(adjustment.reason, line_text_length_max, field + ".reason");
    if (const auto* const money = std::get_if<Money>(&adjustment.size)) {
        checks.amount(*money, field + ".size");
        if (money->currency != currency) checks.refuse(Code::currency_mixed, field + ".size");
        return;
    }
    const Percent percent = *std::get_if<Percent>(&adjustment.size);
    const std::int64_t limit =
        adjustment.kind == AdjustmentKind::discount ? discount_percent_max : charge_percent_max;
    if (percent.value.scaled < 0)
        checks.refuse(Code::percent_negative, field + ".size");
    else if (percent.value > Decimal::whole(limit))
        checks.refuse(Code::percent_above_limit, field + ".size", std::to_string(limit));
}

void check_line(const DraftLine& line, Currency currency, const std::string& at, Checks& checks) {
    checks.text(line.name, line_text_length_max, at + ".name");
    checks.text(line.detail, line_text_length_max, at + ".detail");
    checks.text(line.code, short_text_length_max, at + ".code");
    checks.text(line.unit, short_text_length_max, at + ".unit");
    check_decimal(line.quantity, at + ".quantity", checks);
    check_decimal(line.unit_price, at + ".unit_price", checks);
    check_decimal(line.price_base_quantity, at + ".price_base_quantity", checks);
    if (line.price_base_quantity.scaled <= 0)
        checks.refuse(Code::base_quantity_not_positive, at + ".price_base_quantity");
    check_taxes(line.taxes, at + ".taxes", checks);
    if (line.adjustments.size() > line_adjustments_max)
        checks.refuse(Code::out_of_range, at + ".adjustments",
                      std::to_string(line_adjustments_max));
    for (std::size_t i = 0; i < line.adjustments.size(); ++i)
        check_adjustment(line.adjustments[i], currency, at + "." + indexed("adjustments", i),
                         checks);
}

} // namespace

Result<void> validate(const Client& client) {
    Checks checks;
    check_party(client, checks);
    checks.text(client.language, short_text_length_max, "language");
    checks.text(client.notes, long_text_length_max, "notes");
    if (client.terms.has_value()) check_terms(*client.terms, checks);
    if (client.contacts.size() > client_contacts_max)
        checks.refuse(Code::out_of_range, "contacts", std::to_string(client_contacts_max));
    if (client.invoice_to.has_value() &&
        !std::ranges::contains(client.contacts, *client.invoice_to))
        checks.refuse(Code::not_found, "invoice_to");
    return checks.result();
}

Result<void> validate(const Contact& contact) {
    Checks checks;
    check_party(contact, checks);
    return checks.result();
}

Result<void> validate(const Service& service) {
    Checks checks;
    check_catalog_item(service, checks);
    checks.range(service.duration_minutes, 0, 24 * 60, "duration_minutes");
    return checks.result();
}

Result<void> validate(const Product& product) {
    Checks checks;
    check_catalog_item(product, checks);
    return checks.result();
}

Result<void> validate(const TaxDefinition& tax) {
    Checks checks;
    checks.required(tax.code, short_text_length_max, "code");
    checks.required(tax.name, name_length_max, "name");
    if (needs_exemption_reason(tax.category))
        checks.required(tax.exemption_reason, line_text_length_max, "exemption_reason");
    else
        checks.text(tax.exemption_reason, line_text_length_max, "exemption_reason");
    checks.range(static_cast<std::int64_t>(tax.rates.size()), 1,
                 static_cast<std::int64_t>(tax_rates_max), "rates");
    for (std::size_t i = 0; i < tax.rates.size(); ++i) {
        const Decimal rate = tax.rates[i].rate.value;
        if (rate.scaled < 0)
            checks.refuse(Code::percent_negative, indexed("rates", i) + ".rate");
        else if (rate > Decimal::whole(tax_percent_max))
            checks.refuse(Code::percent_above_limit, indexed("rates", i) + ".rate",
                          std::to_string(tax_percent_max));
        if (i > 0 && tax.rates[i].from <= tax.rates[i - 1].from)
            checks.refuse(Code::not_unique, indexed("rates", i) + ".from");
    }
    return checks.result();
}

Result<void> validate(const PracticeIdentity& practice) {
    Checks checks;
    checks.required(practice.name, name_length_max, "name");
    checks.text(practice.legal_name, name_length_max, "legal_name");
    check_address(practice.address, checks);
    check_email(practice.email, checks);
    for (const auto& [field, text] :
         {std::pair{"phone", &practice.phone}, std::pair{"website", &practice.website},
          std::pair{"tax_number", &practice.tax_number},
          std::pair{"registration_number", &practice.registration_number},
          std::pair{"bank_name", &practice.bank_name}, std::pair{"iban", &practice.iban},
          std::pair{"bic", &practice.bic}})
        checks.text(*text, short_text_length_max, field);
    if (looks_like_iban(practice.iban) && !is_iban(practice.iban))
        checks.refuse(Code::not_an_id, "iban", "IBAN");
    return checks.result();
}

Result<void> validate(const BillingSettings& settings) {
    Checks checks;
    if (settings.country.empty()) checks.refuse(Code::missing, "country");
    check_country(settings.country, "country", checks);
    checks.required(settings.locale, short_text_length_max, "locale");
    checks.required(settings.time_zone, short_text_length_max, "time_zone");
    checks.range(settings.document_step_minor, 1, 1'000, "document_step_minor");
    checks.range(settings.cash_step_minor, 1, 1'000, "cash_step_minor");
    check_terms(settings.terms, checks);
    check_taxes(settings.default_taxes, "default_taxes", checks);
    checks.text(settings.default_memo, long_text_length_max, "default_memo");
    checks.text(settings.default_footer, long_text_length_max, "default_footer");
    return checks.result();
}

Result<void> validate(const Location& location) {
    Checks checks;
    checks.required(location.name, name_length_max, "name");
    check_address(location.address, checks);
    checks.text(location.phone, short_text_length_max, "phone");
    return checks.result();
}

Result<void> validate(const Practitioner& practitioner) {
    Checks checks;
    checks.required(practitioner.name, name_length_max, "name");
    checks.text(practitioner.title, name_length_max, "title");
    checks.text(practitioner.registration_number, short_text_length_max, "registration_number");
    check_email(practitioner.email, checks);
    return checks.result();
}

Result<void> validate(const PaymentMethod& method) {
    Checks checks;
    checks.required(method.name, name_length_max, "name");
    return checks.result();
}

Result<void> validate(const Draft& draft) {
    Checks checks;
    check_terms(draft.terms, checks);
    checks.text(draft.reference, short_text_length_max, "reference");
    checks.text(draft.memo, long_text_length_max, "memo");
    checks.text(draft.footer, long_text_length_max, "footer");
    checks.text(draft.rate_memo, line_text_length_max, "rate_memo");
    if (draft.lines.size() > invoice_lines_max)
        checks.refuse(Code::out_of_range, "lines", std::to_string(invoice_lines_max));
    const std::vector<DraftLine> lines = ordered_lines(draft.lines);
    for (std::size_t i = 0; i < lines.size(); ++i)
        check_line(lines[i], draft.currency, indexed("lines", i), checks);
    if (draft.adjustments.size() > document_adjustments_max)
        checks.refuse(Code::out_of_range, "adjustments", std::to_string(document_adjustments_max));
    for (std::size_t i = 0; i < draft.adjustments.size(); ++i) {
        const std::string at = indexed("adjustments", i);
        check_adjustment(draft.adjustments[i].adjustment, draft.currency, at, checks);
        if (draft.adjustments[i].taxes.has_value())
            check_taxes(*draft.adjustments[i].taxes, at + ".taxes", checks);
    }
    return checks.result();
}

} // namespace domain
