#include "documents/einvoice_rules.h"

#include "base/text.h"
#include "documents/einvoice_findings.h"
#include "domain/adjustment.h"
#include "domain/country.h"

#include <algorithm>

namespace documents {

namespace {

using domain::AdjustmentKind;

void check_head(const EInvoice& invoice, EInvoiceFindings& to) {
    to.expect(!invoice.specification.empty(), "BR-01", "BT-24", "", "the specification is missing");
    to.expect(!invoice.number.empty(), "BR-02", "BT-1", "number", "the invoice needs a number");
    to.expect(invoice.issue_date.has_value(), "BR-03", "BT-2", "issue_date",
              "the invoice needs an issue date");
    to.expect(!invoice.type_code.empty(), "BR-04", "BT-3", "", "the type of document is missing");
    to.expect(invoice.currency.has_value(), "BR-05", "BT-5", "currency",
              "the invoice needs a currency");
    to.expect(!invoice.seller.name.empty(), "BR-06", "BT-27", "practice.name",
              "the practice needs a name");
    to.expect(!invoice.buyer.name.empty(), "BR-07", "BT-44", "recipient.name",
              "the recipient needs a name");
}

struct AddressRules {
    std::string_view group_rule;
    std::string_view country_rule;
    std::string_view group;
    std::string_view country_term;
    std::string_view field;
    std::string_view owner;
};

// The country stands under the address, so it is asked for only where there is one.
void check_address(const std::optional<EInvoiceAddress>& address, const AddressRules& rules,
                   EInvoiceFindings& to) {
    to.expect(address.has_value(), rules.group_rule, rules.group, rules.field,
              std::string(rules.owner) + " needs an address");
    if (!address) return;
    to.expect(!address->country.empty(), rules.country_rule, rules.country_term,
              std::string(rules.field) + ".country",
              "the address of " + std::string(rules.owner) + " needs a country");
}

void check_vat_identifier(const EInvoiceParty& party, std::string_view term, std::string_view field,
                          EInvoiceFindings& to) {
    to.expect(party.vat_identifier.empty() || has_country_prefix(party.vat_identifier), "BR-CO-09",
              term, field, "the VAT number begins with the two letters of its country");
}

void check_electronic_address(const EInvoiceParty& party, std::string_view rule,
                              std::string_view term, std::string_view field, EInvoiceFindings& to) {
    to.expect(!party.electronic_address || !party.electronic_address->scheme.empty(), rule, term,
              field, "the electronic address needs its scheme");
}

void check_parties(const EInvoice& invoice, EInvoiceFindings& to) {
    check_address(invoice.seller.address,
                  {"BR-08", "BR-09", "BG-5", "BT-40", "practice.address", "the practice"}, to);
    check_address(invoice.buyer.address,
                  {"BR-10", "BR-11", "BG-8", "BT-55", "recipient.address", "the recipient"}, to);
    if (const auto& agent = invoice.tax_representative) {
        constexpr std::string_view field = "tax_representative";
        to.expect(!agent->name.empty(), "BR-18", "BT-62", field,
                  "the tax representative needs a name");
        check_address(agent->address,
                      {"BR-19", "BR-20", "BG-12", "BT-69", field, "the tax representative"}, to);
        to.expect(!agent->vat_identifier.empty(), "BR-56", "BT-63", field,
                  "the tax representative needs a VAT number");
        check_vat_identifier(*agent, "BT-63", field, to);
    }
    if (invoice.delivery && invoice.delivery->address)
        to.expect(!invoice.delivery->address->country.empty(), "BR-57", "BT-80",
                  "client.address.country", "the client's address needs a country");
    check_electronic_address(invoice.seller, "BR-62", "BT-34", "practice.email", to);
    check_electronic_address(invoice.buyer, "BR-63", "BT-49", "recipient.email", to);
    check_vat_identifier(invoice.seller, "BT-31", "practice.tax_number", to);
    check_vat_identifier(invoice.buyer, "BT-48", "recipient.tax_number", to);
    to.expect(!invoice.seller.identifier.empty() || !invoice.seller.legal_registration.empty() ||
                  !invoice.seller.vat_identifier.empty(),
              "BR-CO-26", "BT-31", "practice.registration_number",
              "the practice needs a VAT number with its country's letters, or a registration "
              "number");
}

void check_payment(const EInvoice& invoice, EInvoiceFindings& to) {
    const std::int64_t payable = minor_or_zero(invoice.totals.payable);
    to.expect(payable <= 0 || invoice.due_date.has_value() || !invoice.payment_terms.empty(),
              "BR-CO-25", "BT-9", "due_date", "an amount to pay needs a due date");
    if (!invoice.payment) return;
    const PaymentInstructions& payment = *invoice.payment;
    to.expect(!payment.means_code.empty(), "BR-49", "BT-81", "", "the means of payment is missing");
    const bool is_transfer = payment.means_code == "30" || payment.means_code == "58";
    for (const char* rule : {"BR-50", "BR-61"})
        to.expect(!is_transfer || !payment.account.empty(), rule, "BT-84", "practice.iban",
                  "a bank transfer needs the practice's account");
}

bool is_in_order(const EInvoicePeriod& period) {
    return !period.from || !period.to || *period.from <= *period.to;
}

bool is_begun(const EInvoicePeriod& period) {
    return period.from.has_value() || period.to.has_value();
}

void check_periods(const EInvoice& invoice, EInvoiceFindings& to) {
    if (invoice.period) {
        to.expect(is_in_order(*invoice.period), "BR-29", "BT-74", "lines.supply_date",
                  "the invoicing period ends before it begins");
        to.expect(is_begun(*invoice.period), "BR-CO-19", "BG-14", "lines.supply_date",
                  "the invoicing period has no day");
    }
    for (std::size_t i = 0; i < invoice.lines.size(); ++i) {
        const std::optional<EInvoicePeriod>& period = invoice.lines[i].period;
        if (!period) continue;
        const std::string field = path_in("lines", i, "supply_date");
        to.expect(is_in_order(*period), "BR-30", "BT-135", field,
                  place_in("line", i) + " ends before it begins");
        to.expect(is_begun(*period), "BR-CO-20", "BG-26", field,
                  place_in("line", i) + " has no day");
    }
}

struct AdjustmentRules {
    std::string_view amount;
    std::string_view reason;
    std::string_view reason_too; // The same condition under its BR-CO number.
    std::string_view amount_term;
    std::string_view reason_term;
};

void check_adjustment(const EInvoiceAdjustment& adjustment, const AdjustmentRules& rules,
                      const std::string& field, EInvoiceFindings& to) {
    to.expect(adjustment.amount.has_value(), rules.amount, rules.amount_term, field,
              "a discount or charge needs an amount");
    const bool has_reason = !adjustment.reason.empty() || !adjustment.reason_code.empty();
    for (const std::string_view rule : {rules.reason, rules.reason_too})
        to.expect(has_reason, rule, rules.reason_term, field,
                  "a discount or charge needs a reason");
}

void check_document_adjustments(const EInvoice& invoice, EInvoiceFindings& to) {
    constexpr AdjustmentRules allowance{"BR-31", "BR-33", "BR-CO-21", "BT-92", "BT-97"};
    constexpr AdjustmentRules charge{"BR-36", "BR-38", "BR-CO-22", "BT-99", "BT-104"};
    for (std::size_t i = 0; i < invoice.adjustments.size(); ++i) {
        const EInvoiceAdjustment& adjustment = invoice.adjustments[i];
        const bool is_charge = adjustment.kind == AdjustmentKind::charge;
        check_adjustment(adjustment, is_charge ? charge : allowance,
                         path_in("adjustments", i, "reason"), to);
        to.expect(!adjustment.vat.code.empty(), is_charge ? "BR-37" : "BR-32",
                  is_charge ? "BT-102" : "BT-95", path_in("adjustments", i, "taxes"),
                  "a discount or charge needs a VAT category");
    }
}

void check_line_adjustments(const EInvoice& invoice, EInvoiceFindings& to) {
    constexpr AdjustmentRules allowance{"BR-41", "BR-42", "BR-CO-23", "BT-136", "BT-139"};
    constexpr AdjustmentRules charge{"BR-43", "BR-44", "BR-CO-24", "BT-141", "BT-144"};
    for (std::size_t i = 0; i < invoice.lines.size(); ++i)
        for (const EInvoiceAdjustment& adjustment : invoice.lines[i].adjustments)
            check_adjustment(adjustment,
                             adjustment.kind == AdjustmentKind::charge ? charge : allowance,
                             path_in("lines", i, "adjustments"), to);
}

void check_lines(const EInvoice& invoice, EInvoiceFindings& to) {
    to.expect(!invoice.lines.empty(), "BR-16", "BG-25", "lines", "the invoice needs a line");
    for (std::size_t i = 0; i < invoice.lines.size(); ++i) {
        const EInvoiceLine& line = invoice.lines[i];
        const std::string place = place_in("line", i);
        to.expect(!line.id.empty(), "BR-21", "BT-126", path_in("lines", i, "id"),
                  place + " needs a number of its own");
        to.expect(line.quantity.has_value(), "BR-22", "BT-129", path_in("lines", i, "quantity"),
                  place + " needs a quantity");
        to.expect(!line.unit.empty(), "BR-23", "BT-130", path_in("lines", i, "unit"),
                  place + " needs a unit");
        to.expect(line.net.has_value(), "BR-24", "BT-131", path_in("lines", i, "unit_price"),
                  place + " needs an amount");
        to.expect(!line.name.empty(), "BR-25", "BT-153", path_in("lines", i, "name"),
                  place + " needs a name");
        to.expect(line.price.has_value(), "BR-26", "BT-146", path_in("lines", i, "unit_price"),
                  place + " needs a price");
        to.expect(line.price && line.price->scaled >= 0, "BR-27", "BT-146",
                  path_in("lines", i, "unit_price"), place + " has a price below zero");
        to.expect(!line.vat.code.empty(), "BR-CO-04", "BT-151", path_in("lines", i, "taxes"),
                  place + " needs a VAT category");
    }
}

} // namespace

std::string path_in(std::string_view list, std::size_t index, std::string_view field) {
    return domain::indexed(std::string(list), index) + "." + std::string(field);
}

std::string place_in(std::string_view word, std::size_t index) {
    return std::string(word) + " " + base::integer_text(static_cast<std::int64_t>(index) + 1);
}

bool has_country_prefix(std::string_view identifier) {
    const std::string_view prefix = identifier.substr(0, 2);
    if (prefix == "EL" || prefix == "XI") return true;
    return std::ranges::contains(domain::country_names(), prefix, &domain::CountryName::code);
}

std::vector<RuleViolation> check_einvoice(const EInvoice& invoice) {
    EInvoiceFindings findings;
    check_head(invoice, findings);
    check_parties(invoice, findings);
    check_payment(invoice, findings);
    check_periods(invoice, findings);
    check_document_adjustments(invoice, findings);
    check_lines(invoice, findings);
    check_line_adjustments(invoice, findings);
    check_totals(invoice, findings);
    check_vat(invoice, findings);
    check_codes(invoice, findings);
    return findings.take();
}

} // namespace documents
