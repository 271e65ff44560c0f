// The semantic model of EN 16931-1:2017: what an electronic invoice says, whatever its syntax.
//
// Each field names its business term (BT) or group (BG). Plain values: nothing is checked here
// (documents/einvoice_rules.h) or computed. An empty text or optional is a term that is not there,
// so that what is missing can be told. Terms that Folio never writes (payee, card, attachments,
// item attributes, the VAT currency) have no place yet.
#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "domain/money.h"
#include "domain/totals.h"

#include <optional>
#include <string>
#include <vector>

namespace documents {

// BG-5, BG-8, BG-12, BG-15.
struct EInvoiceAddress {
    std::string line1;
    std::string line2;
    std::string city;
    std::string postal_code;
    std::string region;
    std::string country; // ISO 3166-1 alpha-2.

    friend bool operator==(const EInvoiceAddress&, const EInvoiceAddress&) = default;
};

// BG-6.
struct EInvoiceContact {
    std::string name;  // BT-41
    std::string phone; // BT-42
    std::string email; // BT-43

    friend bool operator==(const EInvoiceContact&, const EInvoiceContact&) = default;
};

struct ElectronicAddress {
    std::string address;
    std::string scheme; // "EM": a mail address (the EAS list).

    friend bool operator==(const ElectronicAddress&, const ElectronicAddress&) = default;
};

// The seller (BG-4), the buyer (BG-7) or the seller's tax representative (BG-11).
struct EInvoiceParty {
    std::string name;                                    // BT-27, BT-44, BT-62
    std::string trading_name;                            // BT-28, BT-45
    std::string identifier;                              // BT-29, BT-46
    std::string legal_registration;                      // BT-30, BT-47
    std::string vat_identifier;                          // BT-31, BT-48, BT-63
    std::string tax_registration;                        // BT-32
    std::optional<ElectronicAddress> electronic_address; // BT-34, BT-49
    std::optional<EInvoiceAddress> address;
    std::optional<EInvoiceContact> contact;

    friend bool operator==(const EInvoiceParty&, const EInvoiceParty&) = default;
};

// A category (UNCL5305 letters) and its rate, which "O" does not have.
struct VatCategory {
    std::string code;
    std::optional<domain::Percent> rate;

    friend bool operator==(const VatCategory&, const VatCategory&) = default;
};

// An allowance (BG-20, BG-27) or a charge (BG-21, BG-28).
struct EInvoiceAdjustment {
    domain::AdjustmentKind kind = domain::AdjustmentKind::discount;
    std::optional<domain::Money> amount;    // BT-92, BT-99, BT-136, BT-141
    std::optional<domain::Money> base;      // BT-93, BT-100, BT-137, BT-142
    std::optional<domain::Percent> percent; // BT-94, BT-101, BT-138, BT-143
    VatCategory vat;                        // BT-95, BT-102: on the document only.
    std::string reason;                     // BT-97, BT-104, BT-139, BT-144
    std::string reason_code;                // BT-98, BT-105, BT-140, BT-145

    friend bool operator==(const EInvoiceAdjustment&, const EInvoiceAdjustment&) = default;
};

// BG-14, BG-26.
struct EInvoicePeriod {
    std::optional<base::Date> from; // BT-73, BT-134
    std::optional<base::Date> to;   // BT-74, BT-135

    friend bool operator==(const EInvoicePeriod&, const EInvoicePeriod&) = default;
};

// BG-25.
struct EInvoiceLine {
    std::string id;                              // BT-126
    std::optional<base::Decimal> quantity;       // BT-129
    std::string unit;                            // BT-130, UN/ECE Recommendation 20.
    std::optional<domain::Money> net;            // BT-131
    std::optional<EInvoicePeriod> period;        // BG-26
    std::vector<EInvoiceAdjustment> adjustments; // BG-27, BG-28
    std::optional<base::Decimal> price;          // BT-146
    std::optional<base::Decimal> price_quantity; // BT-149; none = 1.
    VatCategory vat;                             // BT-151, BT-152
    std::string name;                            // BT-153
    std::string description;                     // BT-154
    std::string seller_code;                     // BT-155

    friend bool operator==(const EInvoiceLine&, const EInvoiceLine&) = default;
};

// BG-13.
struct EInvoiceDelivery {
    std::string name;                       // BT-70
    std::optional<base::Date> date;         // BT-72
    std::optional<EInvoiceAddress> address; // BG-15

    friend bool operator==(const EInvoiceDelivery&, const EInvoiceDelivery&) = default;
};

// BG-16 with one account (BG-17).
struct PaymentInstructions {
    std::string means_code;   // BT-81, UNCL4461.
    std::string remittance;   // BT-83
    std::string account;      // BT-84
    std::string account_name; // BT-85
    std::string bic;          // BT-86

    friend bool operator==(const PaymentInstructions&, const PaymentInstructions&) = default;
};

// BG-22.
struct EInvoiceTotals {
    std::optional<domain::Money> lines;      // BT-106
    std::optional<domain::Money> allowances; // BT-107
    std::optional<domain::Money> charges;    // BT-108
    std::optional<domain::Money> net;        // BT-109
    std::optional<domain::Money> vat;        // BT-110
    std::optional<domain::Money> gross;      // BT-112
    std::optional<domain::Money> prepaid;    // BT-113
    std::optional<domain::Money> rounding;   // BT-114
    std::optional<domain::Money> payable;    // BT-115

    friend bool operator==(const EInvoiceTotals&, const EInvoiceTotals&) = default;
};

// BG-23: one category and rate.
struct VatBreakdown {
    std::optional<domain::Money> taxable; // BT-116
    std::optional<domain::Money> tax;     // BT-117
    VatCategory vat;                      // BT-118, BT-119
    std::string reason;                   // BT-120
    std::string reason_code;              // BT-121, the VATEX list.

    friend bool operator==(const VatBreakdown&, const VatBreakdown&) = default;
};

struct EInvoice {
    std::string number;                       // BT-1
    std::optional<base::Date> issue_date;     // BT-2
    std::string type_code;                    // BT-3, UNTDID 1001: 380 is an invoice.
    std::optional<domain::Currency> currency; // BT-5
    std::optional<base::Date> tax_point;      // BT-7
    std::optional<base::Date> due_date;       // BT-9
    std::string buyer_reference;              // BT-10
    std::string order_reference;              // BT-13
    std::string payment_terms;                // BT-20
    std::vector<std::string> notes;           // BT-22
    std::string specification;                // BT-24
    EInvoiceParty seller;
    EInvoiceParty buyer;
    std::optional<EInvoiceParty> tax_representative;
    std::optional<EInvoiceDelivery> delivery;
    std::optional<EInvoicePeriod> period;        // BG-14
    std::optional<PaymentInstructions> payment;  // BG-16
    std::vector<EInvoiceAdjustment> adjustments; // BG-20, BG-21
    EInvoiceTotals totals;
    std::vector<VatBreakdown> breakdown; // BG-23
    std::vector<EInvoiceLine> lines;

    friend bool operator==(const EInvoice&, const EInvoice&) = default;
};

} // namespace documents
