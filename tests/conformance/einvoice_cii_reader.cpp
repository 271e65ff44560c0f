#include "conformance/einvoice_nodes.h"

namespace conformance {

namespace {

using documents::EInvoice;
using documents::EInvoiceAddress;
using documents::EInvoiceAdjustment;
using documents::EInvoiceLine;
using documents::EInvoiceParty;
using documents::EInvoicePeriod;
using documents::VatCategory;

VatCategory category(const pugi::xml_node& node) {
    return {.code = text(node, {"CategoryCode"}),
            .rate = percent(text(node, {"RateApplicablePercent"}))};
}

std::optional<base::Date> moment(const pugi::xml_node& node, std::string_view name) {
    return day(text(node, {name, "DateTimeString"}));
}

std::optional<EInvoiceAddress> address(const pugi::xml_node& node) {
    if (!node) return std::nullopt;
    return EInvoiceAddress{.line1 = text(node, {"LineOne"}),
                           .line2 = text(node, {"LineTwo"}),
                           .city = text(node, {"CityName"}),
                           .postal_code = text(node, {"PostcodeCode"}),
                           .region = text(node, {"CountrySubDivisionName"}),
                           .country = text(node, {"CountryID"})};
}

std::optional<EInvoicePeriod> period(const pugi::xml_node& node) {
    if (!node) return std::nullopt;
    return EInvoicePeriod{.from = moment(node, "StartDateTime"), .to = moment(node, "EndDateTime")};
}

EInvoiceParty party(const pugi::xml_node& node) {
    EInvoiceParty made{.name = text(node, {"Name"}),
                       .trading_name =
                           text(node, {"SpecifiedLegalOrganization", "TradingBusinessName"}),
                       .identifier = text(node, {"ID"}),
                       .legal_registration = text(node, {"SpecifiedLegalOrganization", "ID"}),
                       .address = address(at(node, {"PostalTradeAddress"}))};
    for (const pugi::xml_node& tax : all(node, "SpecifiedTaxRegistration")) {
        const auto id = at(tax, {"ID"});
        const bool is_vat = std::string_view(id.attribute("schemeID").value()) == "VA";
        (is_vat ? made.vat_identifier : made.tax_registration) = text(id, {});
    }
    if (const auto uri = at(node, {"URIUniversalCommunication", "URIID"}))
        made.electronic_address = documents::ElectronicAddress{
            .address = text(uri, {}), .scheme = uri.attribute("schemeID").value()};
    if (const auto contact = at(node, {"DefinedTradeContact"}))
        made.contact = documents::EInvoiceContact{
            .name = text(contact, {"PersonName"}),
            .phone = text(contact, {"TelephoneUniversalCommunication", "CompleteNumber"}),
            .email = text(contact, {"EmailURIUniversalCommunication", "URIID"})};
    return made;
}

class Reader {
  public:
    explicit Reader(const pugi::xml_node& root)
        : root_(root), trade_(at(root, {"SupplyChainTradeTransaction"})),
          agreement_(at(trade_, {"ApplicableHeaderTradeAgreement"})),
          settlement_(at(trade_, {"ApplicableHeaderTradeSettlement"})),
          currency_(currency_of(text(settlement_, {"InvoiceCurrencyCode"}))) {}

    EInvoice document() {
        head();
        parties();
        delivery();
        payment();
        for (const pugi::xml_node& node : all(settlement_, "SpecifiedTradeAllowanceCharge"))
            made_.adjustments.push_back(adjustment(node));
        breakdown();
        totals();
        for (const pugi::xml_node& node : all(trade_, "IncludedSupplyChainTradeLineItem"))
            made_.lines.push_back(line(node));
        return std::move(made_);
    }

  private:
    std::optional<domain::Money> amount(const pugi::xml_node& node, std::string_view name) {
        return money(text(node, {name}), currency_);
    }

    void head() {
        const auto document = at(root_, {"ExchangedDocument"});
        made_.number = text(document, {"ID"});
        made_.issue_date = moment(document, "IssueDateTime");
        made_.type_code = text(document, {"TypeCode"});
        if (!text(settlement_, {"InvoiceCurrencyCode"}).empty()) made_.currency = currency_;
        const auto terms = at(settlement_, {"SpecifiedTradePaymentTerms"});
        made_.due_date = moment(terms, "DueDateDateTime");
        made_.payment_terms = text(terms, {"Description"});
        made_.buyer_reference = text(agreement_, {"BuyerReference"});
        made_.order_reference =
            text(agreement_, {"BuyerOrderReferencedDocument", "IssuerAssignedID"});
        for (const pugi::xml_node& note : all(document, "IncludedNote"))
            made_.notes.push_back(text(note, {"Content"}));
        made_.specification = text(root_, {"ExchangedDocumentContext",
                                           "GuidelineSpecifiedDocumentContextParameter", "ID"});
        made_.period = period(at(settlement_, {"BillingSpecifiedPeriod"}));
    }

    void parties() {
        made_.seller = party(at(agreement_, {"SellerTradeParty"}));
        made_.buyer = party(at(agreement_, {"BuyerTradeParty"}));
        if (const auto node = at(agreement_, {"SellerTaxRepresentativeTradeParty"}))
            made_.tax_representative = party(node);
    }

    void delivery() {
        const auto node = at(trade_, {"ApplicableHeaderTradeDelivery"});
        const auto event = at(node, {"ActualDeliverySupplyChainEvent"});
        documents::EInvoiceDelivery made{
            .name = text(node, {"ShipToTradeParty", "Name"}),
            .date = moment(event, "OccurrenceDateTime"),
            .address = address(at(node, {"ShipToTradeParty", "PostalTradeAddress"}))};
        if (made != documents::EInvoiceDelivery{}) made_.delivery = made;
    }

    void payment() {
        const auto node = at(settlement_, {"SpecifiedTradeSettlementPaymentMeans"});
        if (!node) return;
        const auto account = at(node, {"PayeePartyCreditorFinancialAccount"});
        const std::string iban = text(account, {"IBANID"});
        made_.payment = documents::PaymentInstructions{
            .means_code = text(node, {"TypeCode"}),
            .remittance = text(settlement_, {"PaymentReference"}),
            .account = iban.empty() ? text(account, {"ProprietaryID"}) : iban,
            .account_name = text(account, {"AccountName"}),
            .bic = text(node, {"PayeeSpecifiedCreditorFinancialInstitution", "BICID"})};
    }

    EInvoiceAdjustment adjustment(const pugi::xml_node& node) {
        const bool is_charge = text(node, {"ChargeIndicator", "Indicator"}) == "true";
        return {.kind =
                    is_charge ? domain::AdjustmentKind::charge : domain::AdjustmentKind::discount,
                .amount = amount(node, "ActualAmount"),
                .base = amount(node, "BasisAmount"),
                .percent = percent(text(node, {"CalculationPercent"})),
                .vat = category(at(node, {"CategoryTradeTax"})),
                .reason = text(node, {"Reason"}),
                .reason_code = text(node, {"ReasonCode"})};
    }

    void breakdown() {
        for (const pugi::xml_node& node : all(settlement_, "ApplicableTradeTax")) {
            made_.breakdown.push_back({.taxable = amount(node, "BasisAmount"),
                                       .tax = amount(node, "CalculatedAmount"),
                                       .vat = category(node),
                                       .reason = text(node, {"ExemptionReason"}),
                                       .reason_code = text(node, {"ExemptionReasonCode"})});
            if (!made_.tax_point) made_.tax_point = day(text(node, {"TaxPointDate", "DateString"}));
        }
    }

    void totals() {
        const auto node = at(settlement_, {"SpecifiedTradeSettlementHeaderMonetarySummation"});
        std::vector<std::string> taxes;
        for (const pugi::xml_node& tax : all(node, "TaxTotalAmount"))
            if (!made_.currency || tax.attribute("currencyID").value() == made_.currency->code())
                taxes.push_back(text(tax, {}));
        made_.totals = {.lines = amount(node, "LineTotalAmount"),
                        .allowances = amount(node, "AllowanceTotalAmount"),
                        .charges = amount(node, "ChargeTotalAmount"),
                        .net = amount(node, "TaxBasisTotalAmount"),
                        .vat = taxes.size() == 1 ? money(taxes[0], currency_) : std::nullopt,
                        .gross = amount(node, "GrandTotalAmount"),
                        .prepaid = amount(node, "TotalPrepaidAmount"),
                        .rounding = amount(node, "RoundingAmount"),
                        .payable = amount(node, "DuePayableAmount")};
    }

    EInvoiceLine line(const pugi::xml_node& node) {
        const auto product = at(node, {"SpecifiedTradeProduct"});
        const auto price = at(node, {"SpecifiedLineTradeAgreement", "NetPriceProductTradePrice"});
        const auto quantity = at(node, {"SpecifiedLineTradeDelivery", "BilledQuantity"});
        const auto settlement = at(node, {"SpecifiedLineTradeSettlement"});
        EInvoiceLine made{
            .id = text(node, {"AssociatedDocumentLineDocument", "LineID"}),
            .quantity = decimal(text(quantity, {})),
            .unit = quantity.attribute("unitCode").value(),
            .net = amount(at(settlement, {"SpecifiedTradeSettlementLineMonetarySummation"}),
                          "LineTotalAmount"),
            .period = period(at(settlement, {"BillingSpecifiedPeriod"})),
            .price = decimal(text(price, {"ChargeAmount"})),
            .price_quantity = decimal(text(price, {"BasisQuantity"})),
            .vat = category(at(settlement, {"ApplicableTradeTax"})),
            .name = text(product, {"Name"}),
            .description = text(product, {"Description"}),
            .seller_code = text(product, {"SellerAssignedID"})};
        for (const pugi::xml_node& one : all(settlement, "SpecifiedTradeAllowanceCharge"))
            made.adjustments.push_back(adjustment(one));
        return made;
    }

    pugi::xml_node root_;
    pugi::xml_node trade_;
    pugi::xml_node agreement_;
    pugi::xml_node settlement_;
    domain::Currency currency_;
    EInvoice made_;
};

} // namespace

EInvoice read_cii(const pugi::xml_node& document) { return Reader(document).document(); }

} // namespace conformance
