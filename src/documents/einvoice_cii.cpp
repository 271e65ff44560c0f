#include "documents/einvoice_syntax.h"
#include "domain/iban.h"

#include <algorithm>

namespace documents {

namespace {

using domain::Money;

constexpr std::string_view vat_scheme = "VA";       // UNTDID 1153: VAT registration number.
constexpr std::string_view other_tax_scheme = "FC"; // Fiscal number, BT-32.

// "20261120", format 102.
std::string compact(base::Date date) {
    std::string text = base::iso_text(date);
    std::erase(text, '-');
    return text;
}

// The elements in the order of the schema CrossIndustryInvoice_100pD16B.xsd.
class Writer {
  public:
    explicit Writer(const EInvoice& invoice) : invoice_(invoice) {}

    std::string document() {
        xml_.open("rsm:CrossIndustryInvoice",
                  {{"xmlns:rsm", "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"},
                   {"xmlns:ram", "urn:un:unece:uncefact:data:standard:"
                                 "ReusableAggregateBusinessInformationEntity:100"},
                   {"xmlns:udt", "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"}});
        head();
        xml_.open("rsm:SupplyChainTradeTransaction");
        for (const EInvoiceLine& one : invoice_.lines)
            line(one);
        agreement();
        delivery();
        settlement();
        xml_.close();
        xml_.close();
        return xml_.take();
    }

  private:
    void amount(std::string_view name, const std::optional<Money>& value) {
        if (value) xml_.leaf(name, amount_text(*value));
    }
    void date(std::string_view name, const std::optional<base::Date>& value) {
        if (!value) return;
        xml_.open(name);
        xml_.leaf("udt:DateTimeString", compact(*value), {{"format", "102"}});
        xml_.close();
    }
    // One leaf in an element of its own; nothing where the text is empty.
    void in(std::string_view outer, std::string_view name, std::string_view text) {
        if (text.empty()) return;
        xml_.open(outer);
        xml_.leaf(name, text);
        xml_.close();
    }

    void head() {
        xml_.open("rsm:ExchangedDocumentContext");
        in("ram:GuidelineSpecifiedDocumentContextParameter", "ram:ID", invoice_.specification);
        xml_.close();
        xml_.open("rsm:ExchangedDocument");
        xml_.leaf("ram:ID", invoice_.number);
        xml_.leaf("ram:TypeCode", invoice_.type_code);
        date("ram:IssueDateTime", invoice_.issue_date);
        for (const std::string& note : invoice_.notes)
            in("ram:IncludedNote", "ram:Content", note);
        xml_.close();
    }

    void line(const EInvoiceLine& value) {
        xml_.open("ram:IncludedSupplyChainTradeLineItem");
        in("ram:AssociatedDocumentLineDocument", "ram:LineID", value.id);
        xml_.open("ram:SpecifiedTradeProduct");
        xml_.leaf("ram:SellerAssignedID", value.seller_code);
        xml_.leaf("ram:Name", value.name);
        xml_.leaf("ram:Description", value.description);
        xml_.close();
        xml_.open("ram:SpecifiedLineTradeAgreement");
        price(value);
        xml_.close();
        xml_.open("ram:SpecifiedLineTradeDelivery");
        if (value.quantity)
            xml_.leaf("ram:BilledQuantity", base::to_text(*value.quantity),
                      {{"unitCode", value.unit}});
        xml_.close();
        xml_.open("ram:SpecifiedLineTradeSettlement");
        category("ram:ApplicableTradeTax", value.vat);
        if (value.period) period(*value.period);
        for (const EInvoiceAdjustment& one : value.adjustments)
            adjustment(one);
        xml_.open("ram:SpecifiedTradeSettlementLineMonetarySummation");
        amount("ram:LineTotalAmount", value.net);
        xml_.close();
        xml_.close();
        xml_.close();
    }

    void price(const EInvoiceLine& value) {
        if (!value.price) return;
        xml_.open("ram:NetPriceProductTradePrice");
        xml_.leaf("ram:ChargeAmount", base::to_text(*value.price));
        if (value.price_quantity)
            xml_.leaf("ram:BasisQuantity", base::to_text(*value.price_quantity),
                      {{"unitCode", value.unit}});
        xml_.close();
    }

    void category(std::string_view name, const VatCategory& vat) {
        if (vat.code.empty()) return;
        xml_.open(name);
        xml_.leaf("ram:TypeCode", "VAT");
        xml_.leaf("ram:CategoryCode", vat.code);
        if (vat.rate) xml_.leaf("ram:RateApplicablePercent", base::to_text(vat.rate->value));
        xml_.close();
    }

    void period(const EInvoicePeriod& value) {
        xml_.open("ram:BillingSpecifiedPeriod");
        date("ram:StartDateTime", value.from);
        date("ram:EndDateTime", value.to);
        xml_.close();
    }

    void adjustment(const EInvoiceAdjustment& value) {
        const bool is_charge = value.kind == domain::AdjustmentKind::charge;
        xml_.open("ram:SpecifiedTradeAllowanceCharge");
        in("ram:ChargeIndicator", "udt:Indicator", is_charge ? "true" : "false");
        if (value.percent) xml_.leaf("ram:CalculationPercent", base::to_text(value.percent->value));
        amount("ram:BasisAmount", value.base);
        amount("ram:ActualAmount", value.amount);
        xml_.leaf("ram:ReasonCode", value.reason_code);
        xml_.leaf("ram:Reason", value.reason);
        category("ram:CategoryTradeTax", value.vat);
        xml_.close();
    }

    void address(const EInvoiceAddress& value) {
        xml_.open("ram:PostalTradeAddress");
        xml_.leaf("ram:PostcodeCode", value.postal_code);
        xml_.leaf("ram:LineOne", value.line1);
        xml_.leaf("ram:LineTwo", value.line2);
        xml_.leaf("ram:CityName", value.city);
        xml_.leaf("ram:CountryID", value.country);
        xml_.leaf("ram:CountrySubDivisionName", value.region);
        xml_.close();
    }

    void tax_number(std::string_view number, std::string_view scheme) {
        if (number.empty()) return;
        xml_.open("ram:SpecifiedTaxRegistration");
        xml_.leaf("ram:ID", number, {{"schemeID", scheme}});
        xml_.close();
    }

    void party(std::string_view name, const EInvoiceParty& value) {
        xml_.open(name);
        xml_.leaf("ram:ID", value.identifier);
        xml_.leaf("ram:Name", value.name);
        if (!value.legal_registration.empty() || !value.trading_name.empty()) {
            xml_.open("ram:SpecifiedLegalOrganization");
            xml_.leaf("ram:ID", value.legal_registration);
            xml_.leaf("ram:TradingBusinessName", value.trading_name);
            xml_.close();
        }
        if (value.contact) contact(*value.contact);
        if (value.address) address(*value.address);
        if (value.electronic_address) {
            xml_.open("ram:URIUniversalCommunication");
            xml_.leaf("ram:URIID", value.electronic_address->address,
                      {{"schemeID", value.electronic_address->scheme}});
            xml_.close();
        }
        tax_number(value.vat_identifier, vat_scheme);
        tax_number(value.tax_registration, other_tax_scheme);
        xml_.close();
    }

    void contact(const EInvoiceContact& value) {
        xml_.open("ram:DefinedTradeContact");
        xml_.leaf("ram:PersonName", value.name);
        in("ram:TelephoneUniversalCommunication", "ram:CompleteNumber", value.phone);
        in("ram:EmailURIUniversalCommunication", "ram:URIID", value.email);
        xml_.close();
    }

    void agreement() {
        xml_.open("ram:ApplicableHeaderTradeAgreement");
        xml_.leaf("ram:BuyerReference", invoice_.buyer_reference);
        party("ram:SellerTradeParty", invoice_.seller);
        party("ram:BuyerTradeParty", invoice_.buyer);
        if (invoice_.tax_representative)
            party("ram:SellerTaxRepresentativeTradeParty", *invoice_.tax_representative);
        in("ram:BuyerOrderReferencedDocument", "ram:IssuerAssignedID", invoice_.order_reference);
        xml_.close();
    }

    void delivery() {
        xml_.open("ram:ApplicableHeaderTradeDelivery");
        if (const auto& value = invoice_.delivery) {
            if (!value->name.empty() || value->address) {
                xml_.open("ram:ShipToTradeParty");
                xml_.leaf("ram:Name", value->name);
                if (value->address) address(*value->address);
                xml_.close();
            }
            if (value->date) {
                xml_.open("ram:ActualDeliverySupplyChainEvent");
                date("ram:OccurrenceDateTime", value->date);
                xml_.close();
            }
        }
        xml_.close();
    }

    void settlement() {
        xml_.open("ram:ApplicableHeaderTradeSettlement");
        if (invoice_.payment) xml_.leaf("ram:PaymentReference", invoice_.payment->remittance);
        if (invoice_.currency) xml_.leaf("ram:InvoiceCurrencyCode", invoice_.currency->code());
        if (invoice_.payment) payment(*invoice_.payment);
        for (const VatBreakdown& row : invoice_.breakdown)
            breakdown(row);
        if (invoice_.period) period(*invoice_.period);
        for (const EInvoiceAdjustment& one : invoice_.adjustments)
            adjustment(one);
        if (!invoice_.payment_terms.empty() || invoice_.due_date) {
            xml_.open("ram:SpecifiedTradePaymentTerms");
            xml_.leaf("ram:Description", invoice_.payment_terms);
            date("ram:DueDateDateTime", invoice_.due_date);
            xml_.close();
        }
        totals();
        xml_.close();
    }

    void payment(const PaymentInstructions& value) {
        xml_.open("ram:SpecifiedTradeSettlementPaymentMeans");
        xml_.leaf("ram:TypeCode", value.means_code);
        if (!value.account.empty()) {
            const bool is_iban = domain::is_iban(value.account); // It has an element of its own.
            xml_.open("ram:PayeePartyCreditorFinancialAccount");
            if (is_iban) xml_.leaf("ram:IBANID", value.account);
            xml_.leaf("ram:AccountName", value.account_name);
            if (!is_iban) xml_.leaf("ram:ProprietaryID", value.account);
            xml_.close();
        }
        in("ram:PayeeSpecifiedCreditorFinancialInstitution", "ram:BICID", value.bic);
        xml_.close();
    }

    void breakdown(const VatBreakdown& row) {
        xml_.open("ram:ApplicableTradeTax");
        amount("ram:CalculatedAmount", row.tax);
        xml_.leaf("ram:TypeCode", "VAT");
        xml_.leaf("ram:ExemptionReason", row.reason);
        amount("ram:BasisAmount", row.taxable);
        xml_.leaf("ram:CategoryCode", row.vat.code);
        xml_.leaf("ram:ExemptionReasonCode", row.reason_code);
        if (invoice_.tax_point) {
            xml_.open("ram:TaxPointDate");
            xml_.leaf("udt:DateString", compact(*invoice_.tax_point), {{"format", "102"}});
            xml_.close();
        }
        if (row.vat.rate)
            xml_.leaf("ram:RateApplicablePercent", base::to_text(row.vat.rate->value));
        xml_.close();
    }

    void totals() {
        const EInvoiceTotals& value = invoice_.totals;
        xml_.open("ram:SpecifiedTradeSettlementHeaderMonetarySummation");
        amount("ram:LineTotalAmount", value.lines);
        amount("ram:ChargeTotalAmount", value.charges);
        amount("ram:AllowanceTotalAmount", value.allowances);
        amount("ram:TaxBasisTotalAmount", value.net);
        if (value.vat)
            xml_.leaf("ram:TaxTotalAmount", amount_text(*value.vat),
                      {{"currencyID", value.vat->currency.code()}});
        amount("ram:RoundingAmount", value.rounding);
        amount("ram:GrandTotalAmount", value.gross);
        amount("ram:TotalPrepaidAmount", value.prepaid);
        amount("ram:DuePayableAmount", value.payable);
        xml_.close();
    }

    const EInvoice& invoice_;
    XmlWriter xml_;
};

} // namespace

std::string cii_invoice(const EInvoice& invoice) { return Writer(invoice).document(); }

} // namespace documents
