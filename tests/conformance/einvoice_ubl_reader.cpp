#include "conformance/einvoice_nodes.h"

#include <algorithm>

namespace conformance {

namespace {

using documents::EInvoice;
using documents::EInvoiceAddress;
using documents::EInvoiceAdjustment;
using documents::EInvoiceLine;
using documents::EInvoiceParty;
using documents::EInvoicePeriod;
using documents::VatCategory;

bool is_vat(const pugi::xml_node& with_scheme) {
    const std::string scheme = text(with_scheme, {"TaxScheme", "ID"});
    return scheme == "VAT" || scheme == "vat";
}

// Fragments leave the scheme out where it does not matter.
VatCategory category(const pugi::xml_node& owner, std::string_view name) {
    for (const pugi::xml_node& node : all(owner, name))
        if (is_vat(node) || !at(node, {"TaxScheme"}))
            return {.code = text(node, {"ID"}), .rate = percent(text(node, {"Percent"}))};
    return {};
}

std::optional<EInvoiceAddress> address(const pugi::xml_node& node) {
    if (!node) return std::nullopt;
    return EInvoiceAddress{.line1 = text(node, {"StreetName"}),
                           .line2 = text(node, {"AdditionalStreetName"}),
                           .city = text(node, {"CityName"}),
                           .postal_code = text(node, {"PostalZone"}),
                           .region = text(node, {"CountrySubentity"}),
                           .country = text(node, {"Country", "IdentificationCode"})};
}

// A period that only says by which date the tax counts (BT-8) is none.
std::optional<EInvoicePeriod> period(const pugi::xml_node& node) {
    const EInvoicePeriod made{.from = day(text(node, {"StartDate"})),
                              .to = day(text(node, {"EndDate"}))};
    if (!node || (made == EInvoicePeriod{} && at(node, {"DescriptionCode"}))) return std::nullopt;
    return made;
}

EInvoiceParty party(const pugi::xml_node& node) {
    EInvoiceParty made{.name = text(node, {"PartyLegalEntity", "RegistrationName"}),
                       .trading_name = text(node, {"PartyName", "Name"}),
                       .identifier = text(node, {"PartyIdentification", "ID"}),
                       .legal_registration = text(node, {"PartyLegalEntity", "CompanyID"}),
                       .address = address(at(node, {"PostalAddress"}))};
    for (const pugi::xml_node& tax : all(node, "PartyTaxScheme"))
        (is_vat(tax) ? made.vat_identifier : made.tax_registration) = text(tax, {"CompanyID"});
    if (const auto endpoint = at(node, {"EndpointID"}))
        made.electronic_address = documents::ElectronicAddress{
            .address = text(endpoint, {}), .scheme = endpoint.attribute("schemeID").value()};
    if (const auto contact = at(node, {"Contact"}))
        made.contact = documents::EInvoiceContact{.name = text(contact, {"Name"}),
                                                  .phone = text(contact, {"Telephone"}),
                                                  .email = text(contact, {"ElectronicMail"})};
    return made;
}

class Reader {
  public:
    explicit Reader(const pugi::xml_node& root)
        : root_(root), currency_(currency_of(text(root, {"DocumentCurrencyCode"}))) {}

    EInvoice document() {
        head();
        parties();
        delivery();
        payment();
        for (const pugi::xml_node& node : all(root_, "AllowanceCharge"))
            made_.adjustments.push_back(adjustment(node));
        totals();
        breakdown();
        for (const char* name : {"InvoiceLine", "CreditNoteLine"})
            for (const pugi::xml_node& node : all(root_, name))
                made_.lines.push_back(line(node));
        return std::move(made_);
    }

  private:
    std::optional<domain::Money> amount(const pugi::xml_node& node, std::string_view name) {
        return money(text(node, {name}), currency_);
    }
    std::string either(const pugi::xml_node& node, std::string_view one, std::string_view other) {
        const std::string found = text(node, {one});
        return found.empty() ? text(node, {other}) : found;
    }

    void head() {
        made_.number = text(root_, {"ID"});
        made_.issue_date = day(text(root_, {"IssueDate"}));
        made_.type_code = either(root_, "InvoiceTypeCode", "CreditNoteTypeCode");
        if (!text(root_, {"DocumentCurrencyCode"}).empty()) made_.currency = currency_;
        made_.tax_point = day(text(root_, {"TaxPointDate"}));
        made_.due_date = day(text(root_, {"DueDate"}));
        if (!made_.due_date) made_.due_date = day(text(root_, {"PaymentMeans", "PaymentDueDate"}));
        made_.buyer_reference = text(root_, {"BuyerReference"});
        made_.order_reference = text(root_, {"OrderReference", "ID"});
        made_.payment_terms = text(root_, {"PaymentTerms", "Note"});
        for (const pugi::xml_node& note : all(root_, "Note"))
            made_.notes.push_back(text(note, {}));
        made_.specification = text(root_, {"CustomizationID"});
        made_.period = period(at(root_, {"InvoicePeriod"}));
    }

    void parties() {
        made_.seller = party(at(root_, {"AccountingSupplierParty", "Party"}));
        made_.buyer = party(at(root_, {"AccountingCustomerParty", "Party"}));
        if (const auto node = at(root_, {"TaxRepresentativeParty"})) {
            made_.tax_representative = party(node);
            std::swap(made_.tax_representative->name, made_.tax_representative->trading_name);
        }
    }

    void delivery() {
        const auto node = at(root_, {"Delivery"});
        if (!node) return;
        made_.delivery = documents::EInvoiceDelivery{
            .name = text(node, {"DeliveryParty", "PartyName", "Name"}),
            .date = day(text(node, {"ActualDeliveryDate"})),
            .address = address(at(node, {"DeliveryLocation", "Address"}))};
    }

    void payment() {
        const auto node = at(root_, {"PaymentMeans"});
        if (!node) return;
        const auto account = at(node, {"PayeeFinancialAccount"});
        made_.payment = documents::PaymentInstructions{
            .means_code = text(node, {"PaymentMeansCode"}),
            .remittance = text(node, {"PaymentID"}),
            .account = text(account, {"ID"}),
            .account_name = text(account, {"Name"}),
            .bic = text(account, {"FinancialInstitutionBranch", "ID"})};
    }

    EInvoiceAdjustment adjustment(const pugi::xml_node& node) {
        const std::string indicator = text(node, {"ChargeIndicator"});
        const bool is_charge = indicator == "true" || indicator == "1";
        return {.kind =
                    is_charge ? domain::AdjustmentKind::charge : domain::AdjustmentKind::discount,
                .amount = amount(node, "Amount"),
                .base = amount(node, "BaseAmount"),
                .percent = percent(text(node, {"MultiplierFactorNumeric"})),
                .vat = category(node, "TaxCategory"),
                .reason = text(node, {"AllowanceChargeReason"}),
                .reason_code = text(node, {"AllowanceChargeReasonCode"})};
    }

    // The VAT in the invoice's currency: another TaxTotal is in the currency of accounting.
    void totals() {
        std::vector<std::string> taxes;
        for (const pugi::xml_node& node : all(root_, "TaxTotal"))
            for (const pugi::xml_node& tax : all(node, "TaxAmount"))
                if (!made_.currency ||
                    tax.attribute("currencyID").value() == made_.currency->code())
                    taxes.push_back(text(tax, {}));
        const auto node = at(root_, {"LegalMonetaryTotal"});
        made_.totals = {.lines = amount(node, "LineExtensionAmount"),
                        .allowances = amount(node, "AllowanceTotalAmount"),
                        .charges = amount(node, "ChargeTotalAmount"),
                        .net = amount(node, "TaxExclusiveAmount"),
                        .vat = taxes.size() == 1 ? money(taxes[0], currency_) : std::nullopt,
                        .gross = amount(node, "TaxInclusiveAmount"),
                        .prepaid = amount(node, "PrepaidAmount"),
                        .rounding = amount(node, "PayableRoundingAmount"),
                        .payable = amount(node, "PayableAmount")};
    }

    void breakdown() {
        for (const pugi::xml_node& total : all(root_, "TaxTotal"))
            for (const pugi::xml_node& node : all(total, "TaxSubtotal"))
                made_.breakdown.push_back(
                    {.taxable = amount(node, "TaxableAmount"),
                     .tax = amount(node, "TaxAmount"),
                     .vat = category(node, "TaxCategory"),
                     .reason = text(node, {"TaxCategory", "TaxExemptionReason"}),
                     .reason_code = text(node, {"TaxCategory", "TaxExemptionReasonCode"})});
    }

    EInvoiceLine line(const pugi::xml_node& node) {
        pugi::xml_node quantity = at(node, {"InvoicedQuantity"});
        if (!quantity) quantity = at(node, {"CreditedQuantity"});
        const auto item = at(node, {"Item"});
        EInvoiceLine made{.id = text(node, {"ID"}),
                          .quantity = decimal(text(quantity, {})),
                          .unit = quantity.attribute("unitCode").value(),
                          .net = amount(node, "LineExtensionAmount"),
                          .period = period(at(node, {"InvoicePeriod"})),
                          .price = decimal(text(node, {"Price", "PriceAmount"})),
                          .price_quantity = decimal(text(node, {"Price", "BaseQuantity"})),
                          .vat = category(item, "ClassifiedTaxCategory"),
                          .name = text(item, {"Name"}),
                          .description = text(item, {"Description"}),
                          .seller_code = text(item, {"SellersItemIdentification", "ID"})};
        for (const pugi::xml_node& one : all(node, "AllowanceCharge"))
            made.adjustments.push_back(adjustment(one));
        return made;
    }

    pugi::xml_node root_;
    domain::Currency currency_;
    EInvoice made_;
};

} // namespace

EInvoice read_ubl(const pugi::xml_node& document) { return Reader(document).document(); }

} // namespace conformance
