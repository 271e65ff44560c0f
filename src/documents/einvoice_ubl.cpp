#include "documents/einvoice_syntax.h"

namespace documents {

namespace {

using domain::Money;

constexpr std::string_view vat_scheme = "VAT";
constexpr std::string_view other_tax_scheme = "TAX"; // BT-32: a number for other than VAT.

// The elements in the order of the schema UBL-Invoice-2.1.xsd; the terms name what each one says.
class Writer {
  public:
    explicit Writer(const EInvoice& invoice) : invoice_(invoice) {}

    std::string document() {
        xml_.open("Invoice",
                  {{"xmlns", "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"},
                   {"xmlns:cac",
                    "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"},
                   {"xmlns:cbc",
                    "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"}});
        head();
        party("cac:AccountingSupplierParty", invoice_.seller);
        party("cac:AccountingCustomerParty", invoice_.buyer);
        if (invoice_.tax_representative) tax_representative(*invoice_.tax_representative);
        if (invoice_.delivery) delivery(*invoice_.delivery);
        if (invoice_.payment) payment(*invoice_.payment);
        in("cac:PaymentTerms", "cbc:Note", invoice_.payment_terms);
        for (const EInvoiceAdjustment& one : invoice_.adjustments)
            adjustment(one);
        breakdown();
        totals();
        for (const EInvoiceLine& one : invoice_.lines)
            line(one);
        xml_.close();
        return xml_.take();
    }

  private:
    void amount(std::string_view name, const std::optional<Money>& value) {
        if (value) xml_.leaf(name, amount_text(*value), {{"currencyID", value->currency.code()}});
    }
    void date(std::string_view name, const std::optional<base::Date>& value) {
        if (value) xml_.leaf(name, base::iso_text(*value));
    }

    void head() {
        xml_.leaf("cbc:CustomizationID", invoice_.specification);
        xml_.leaf("cbc:ID", invoice_.number);
        date("cbc:IssueDate", invoice_.issue_date);
        date("cbc:DueDate", invoice_.due_date);
        xml_.leaf("cbc:InvoiceTypeCode", invoice_.type_code);
        for (const std::string& note : invoice_.notes)
            xml_.leaf("cbc:Note", note);
        date("cbc:TaxPointDate", invoice_.tax_point);
        if (invoice_.currency) xml_.leaf("cbc:DocumentCurrencyCode", invoice_.currency->code());
        xml_.leaf("cbc:BuyerReference", invoice_.buyer_reference);
        if (invoice_.period) period(*invoice_.period);
        in("cac:OrderReference", "cbc:ID", invoice_.order_reference);
    }

    // One leaf in an element of its own; nothing where the text is empty.
    void in(std::string_view outer, std::string_view name, std::string_view text) {
        if (text.empty()) return;
        xml_.open(outer);
        xml_.leaf(name, text);
        xml_.close();
    }

    void period(const EInvoicePeriod& value) {
        xml_.open("cac:InvoicePeriod");
        date("cbc:StartDate", value.from);
        date("cbc:EndDate", value.to);
        xml_.close();
    }

    void address(std::string_view name, const EInvoiceAddress& value) {
        xml_.open(name);
        xml_.leaf("cbc:StreetName", value.line1);
        xml_.leaf("cbc:AdditionalStreetName", value.line2);
        xml_.leaf("cbc:CityName", value.city);
        xml_.leaf("cbc:PostalZone", value.postal_code);
        xml_.leaf("cbc:CountrySubentity", value.region);
        in("cac:Country", "cbc:IdentificationCode", value.country);
        xml_.close();
    }

    void tax_number(std::string_view number, std::string_view scheme) {
        if (number.empty()) return;
        xml_.open("cac:PartyTaxScheme");
        xml_.leaf("cbc:CompanyID", number);
        in("cac:TaxScheme", "cbc:ID", scheme);
        xml_.close();
    }

    void party(std::string_view name, const EInvoiceParty& value) {
        xml_.open(name);
        xml_.open("cac:Party");
        if (value.electronic_address)
            xml_.leaf("cbc:EndpointID", value.electronic_address->address,
                      {{"schemeID", value.electronic_address->scheme}});
        in("cac:PartyIdentification", "cbc:ID", value.identifier);
        in("cac:PartyName", "cbc:Name", value.trading_name);
        if (value.address) address("cac:PostalAddress", *value.address);
        tax_number(value.vat_identifier, vat_scheme);
        tax_number(value.tax_registration, other_tax_scheme);
        xml_.open("cac:PartyLegalEntity");
        xml_.leaf("cbc:RegistrationName", value.name);
        xml_.leaf("cbc:CompanyID", value.legal_registration);
        xml_.close();
        if (value.contact) {
            xml_.open("cac:Contact");
            xml_.leaf("cbc:Name", value.contact->name);
            xml_.leaf("cbc:Telephone", value.contact->phone);
            xml_.leaf("cbc:ElectronicMail", value.contact->email);
            xml_.close();
        }
        xml_.close();
        xml_.close();
    }

    void tax_representative(const EInvoiceParty& value) {
        xml_.open("cac:TaxRepresentativeParty");
        in("cac:PartyName", "cbc:Name", value.name);
        if (value.address) address("cac:PostalAddress", *value.address);
        tax_number(value.vat_identifier, vat_scheme);
        xml_.close();
    }

    void delivery(const EInvoiceDelivery& value) {
        xml_.open("cac:Delivery");
        date("cbc:ActualDeliveryDate", value.date);
        if (value.address) {
            xml_.open("cac:DeliveryLocation");
            address("cac:Address", *value.address);
            xml_.close();
        }
        if (!value.name.empty()) {
            xml_.open("cac:DeliveryParty");
            in("cac:PartyName", "cbc:Name", value.name);
            xml_.close();
        }
        xml_.close();
    }

    void payment(const PaymentInstructions& value) {
        xml_.open("cac:PaymentMeans");
        xml_.leaf("cbc:PaymentMeansCode", value.means_code);
        xml_.leaf("cbc:PaymentID", value.remittance);
        if (!value.account.empty()) {
            xml_.open("cac:PayeeFinancialAccount");
            xml_.leaf("cbc:ID", value.account);
            xml_.leaf("cbc:Name", value.account_name);
            in("cac:FinancialInstitutionBranch", "cbc:ID", value.bic);
            xml_.close();
        }
        xml_.close();
    }

    // The category of a line has another name than that of a row, which also gives a reason.
    void category(std::string_view name, const VatCategory& vat, std::string_view reason_code = {},
                  std::string_view reason = {}) {
        if (vat.code.empty()) return;
        xml_.open(name);
        xml_.leaf("cbc:ID", vat.code);
        if (vat.rate) xml_.leaf("cbc:Percent", base::to_text(vat.rate->value));
        xml_.leaf("cbc:TaxExemptionReasonCode", reason_code);
        xml_.leaf("cbc:TaxExemptionReason", reason);
        in("cac:TaxScheme", "cbc:ID", vat_scheme);
        xml_.close();
    }

    void adjustment(const EInvoiceAdjustment& value) {
        const bool is_charge = value.kind == domain::AdjustmentKind::charge;
        xml_.open("cac:AllowanceCharge");
        xml_.leaf("cbc:ChargeIndicator", is_charge ? "true" : "false");
        xml_.leaf("cbc:AllowanceChargeReasonCode", value.reason_code);
        xml_.leaf("cbc:AllowanceChargeReason", value.reason);
        if (value.percent)
            xml_.leaf("cbc:MultiplierFactorNumeric", base::to_text(value.percent->value));
        amount("cbc:Amount", value.amount);
        amount("cbc:BaseAmount", value.base);
        category("cac:TaxCategory", value.vat);
        xml_.close();
    }

    void breakdown() {
        xml_.open("cac:TaxTotal");
        amount("cbc:TaxAmount", invoice_.totals.vat);
        for (const VatBreakdown& row : invoice_.breakdown) {
            xml_.open("cac:TaxSubtotal");
            amount("cbc:TaxableAmount", row.taxable);
            amount("cbc:TaxAmount", row.tax);
            category("cac:TaxCategory", row.vat, row.reason_code, row.reason);
            xml_.close();
        }
        xml_.close();
    }

    void totals() {
        const EInvoiceTotals& value = invoice_.totals;
        xml_.open("cac:LegalMonetaryTotal");
        amount("cbc:LineExtensionAmount", value.lines);
        amount("cbc:TaxExclusiveAmount", value.net);
        amount("cbc:TaxInclusiveAmount", value.gross);
        amount("cbc:AllowanceTotalAmount", value.allowances);
        amount("cbc:ChargeTotalAmount", value.charges);
        amount("cbc:PrepaidAmount", value.prepaid);
        amount("cbc:PayableRoundingAmount", value.rounding);
        amount("cbc:PayableAmount", value.payable);
        xml_.close();
    }

    void line(const EInvoiceLine& value) {
        xml_.open("cac:InvoiceLine");
        xml_.leaf("cbc:ID", value.id);
        if (value.quantity)
            xml_.leaf("cbc:InvoicedQuantity", base::to_text(*value.quantity),
                      {{"unitCode", value.unit}});
        amount("cbc:LineExtensionAmount", value.net);
        if (value.period) period(*value.period);
        for (const EInvoiceAdjustment& one : value.adjustments)
            adjustment(one);
        xml_.open("cac:Item");
        xml_.leaf("cbc:Description", value.description);
        xml_.leaf("cbc:Name", value.name);
        in("cac:SellersItemIdentification", "cbc:ID", value.seller_code);
        category("cac:ClassifiedTaxCategory", value.vat);
        xml_.close();
        price(value);
        xml_.close();
    }

    void price(const EInvoiceLine& value) {
        if (!value.price) return;
        xml_.open("cac:Price");
        if (invoice_.currency)
            xml_.leaf("cbc:PriceAmount", base::to_text(*value.price),
                      {{"currencyID", invoice_.currency->code()}});
        if (value.price_quantity)
            xml_.leaf("cbc:BaseQuantity", base::to_text(*value.price_quantity),
                      {{"unitCode", value.unit}});
        xml_.close();
    }

    const EInvoice& invoice_;
    XmlWriter xml_;
};

} // namespace

std::string amount_text(const Money& amount) {
    std::string text = domain::plain_text(amount);
    if (amount.currency.exponent() > 2) text.pop_back();
    return text;
}

std::string ubl_invoice(const EInvoice& invoice) { return Writer(invoice).document(); }

} // namespace documents
