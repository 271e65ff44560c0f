#include "domain/legal.h"

#include <algorithm>

namespace domain {

namespace {

template <typename Predicate>
bool any_tax(const IssuedInvoice& invoice, Predicate predicate) {
    return std::ranges::any_of(invoice.totals.groups,
                               [&](const TaxGroup& group) { return predicate(group.tax); });
}

bool is_charged(const AppliedTax& tax) {
    return tax.retained == Retained::no && tax.rate.value.scaled > 0;
}

bool is_reverse_charge(const AppliedTax& tax) {
    return tax.category == TaxCategory::reverse_charge ||
           tax.category == TaxCategory::intra_community;
}

bool lacks_reason(const AppliedTax& tax) {
    return needs_exemption_reason(tax.category) && tax.exemption_reason.empty();
}

bool applies(const LegalRequirement& duty, const CountryProfile& profile,
             const IssuedInvoice& invoice) {
    const bool is_home_currency = invoice.currency.code() == profile.currency;
    switch (duty.condition) {
    case LegalCondition::always: return true;
    case LegalCondition::tax_charged: return any_tax(invoice, is_charged);
    case LegalCondition::gross_at_least:
        // A foreign amount can't be compared with the threshold, so the duty stands.
        return !is_home_currency || invoice.totals.gross.minor >= duty.threshold_minor;
    case LegalCondition::reverse_charge: return any_tax(invoice, is_reverse_charge);
    case LegalCondition::foreign_currency: return !is_home_currency && any_tax(invoice, is_charged);
    }
    return true;
}

bool is_stated(LegalField field, const IssuedInvoice& invoice) {
    switch (field) {
    case LegalField::sender_name: return !invoice.sender.name.empty();
    case LegalField::sender_address: return !invoice.sender.address.is_empty();
    case LegalField::sender_tax_number: return !invoice.sender.tax_number.empty();
    case LegalField::recipient_name: return !invoice.recipient.name.empty();
    case LegalField::recipient_address: return !invoice.recipient.address.is_empty();
    case LegalField::recipient_tax_number: return !invoice.recipient.tax_number.empty();
    case LegalField::line_description:
        return std::ranges::none_of(invoice.lines,
                                    [](const IssuedLine& line) { return line.name.empty(); });
    case LegalField::exemption_reason: return !any_tax(invoice, lacks_reason);
    case LegalField::tax_in_home_currency: return !invoice.rate_memo.empty();
    }
    return true;
}

} // namespace

std::vector<LegalRequirement> unmet_requirements(const CountryProfile& profile,
                                                 const IssuedInvoice& invoice) {
    std::vector<LegalRequirement> unmet;
    for (const LegalRequirement& duty : profile.legal)
        if (applies(duty, profile, invoice) && !is_stated(duty.field, invoice))
            unmet.push_back(duty);
    return unmet;
}

std::string_view legal_field_path(LegalField field) {
    switch (field) {
    case LegalField::sender_name: return "practice.name";
    case LegalField::sender_address: return "practice.address";
    case LegalField::sender_tax_number: return "practice.tax_number";
    case LegalField::recipient_name: return "recipient.name";
    case LegalField::recipient_address: return "recipient.address";
    case LegalField::recipient_tax_number: return "recipient.tax_number";
    case LegalField::line_description: return "lines.name";
    case LegalField::exemption_reason: return "taxes.exemption_reason";
    case LegalField::tax_in_home_currency: return "rate_memo";
    }
    return {};
}

} // namespace domain
