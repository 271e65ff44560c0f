#include "documents/einvoice_findings.h"
#include "domain/country.h"
#include "domain/tax.h"

#include <algorithm>

namespace documents {

namespace {

using domain::AdjustmentKind;

// UNTDID 1001, the codes of invoices and of credit notes (release D.24A as validators list them).
constexpr std::string_view document_types =
    " 71 80 81 82 83 84 102 130 202 203 204 211 218 219 261 262 295 296 308 325 326 331 380 381 "
    "382 383 384 385 386 387 388 389 390 393 394 395 396 420 456 457 458 471 472 473 500 501 502 "
    "503 527 532 553 575 623 633 751 780 817 870 875 876 877 935 ";

// UNCL4461.
constexpr std::string_view payment_means =
    " 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 "
    "35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 "
    "66 67 68 69 70 74 75 76 77 78 91 92 93 94 95 96 97 98 ZZZ ";

// UNCL5189.
constexpr std::string_view allowance_reasons =
    " 41 42 60 62 63 64 65 66 67 68 70 71 88 95 100 102 103 104 105 ";

// UNCL7161.
constexpr std::string_view charge_reasons =
    " AA AAA AAC AAD AAE AAF AAH AAI AAS AAT AAV AAY AAZ ABA ABB ABC ABD ABF ABK ABL ABN ABR ABS "
    "ABT ABU ACF ACG ACH ACI ACJ ACK ACL ACM ACS ADC ADE ADJ ADK ADL ADM ADN ADO ADP ADQ ADR ADT "
    "ADW ADY ADZ AEA AEB AEC AED AEF AEH AEI AEJ AEK AEL AEM AEN AEO AEP AES AET AEU AEV AEW AEX "
    "AEY AEZ AJ AU CA CAB CAD CAE CAF CAI CAJ CAK CAL CAM CAN CAO CAP CAQ CAR CAS CAT CAU CAV CAW "
    "CAX CAY CAZ CD CG CS CT DAB DAD DAC DAF DAG DAH DAI DAJ DAK DAL DAM DAN DAO DAP DAQ DL EG EP "
    "ER FAA FAB FAC FC FH FI GAA HAA HD HH IAA IAB ID IF IR IS KO L1 LA LAA LAB LF MAE MI ML NAA "
    "OA PA PAA PC PL PRV RAB RAC RAD RAF RE RF RH RV SA SAA SAD SAE SAI SG SH SM SU TAB TAC TT TV "
    "V1 V2 WH XAA YY ZZZ ";

// An empty code is not there; other rules ask for it.
bool is_listed(std::string_view code, std::string_view list) {
    if (code.empty()) return true;
    return !code.contains(' ') && list.contains(" " + std::string(code) + " ");
}

bool is_country(const std::optional<EInvoiceAddress>& address) {
    if (!address || address->country.empty()) return true;
    return address->country == "XI" ||
           std::ranges::contains(domain::country_names(), address->country,
                                 &domain::CountryName::code);
}

bool is_category(const VatCategory& vat) {
    return vat.code.empty() || domain::category_from_code(vat.code).has_value();
}

void check_countries(const EInvoice& invoice, EInvoiceFindings& to) {
    const auto check = [&](const std::optional<EInvoiceAddress>& address, std::string_view term,
                           std::string_view field) {
        to.expect(is_country(address), "BR-CL-14", term, field, "there is no such country");
    };
    check(invoice.seller.address, "BT-40", "practice.address.country");
    check(invoice.buyer.address, "BT-55", "recipient.address.country");
    if (invoice.tax_representative)
        check(invoice.tax_representative->address, "BT-69", "tax_representative");
    if (invoice.delivery) check(invoice.delivery->address, "BT-80", "client.address.country");
}

void check_reason(const EInvoiceAdjustment& one, std::string_view field, EInvoiceFindings& to) {
    if (one.kind == AdjustmentKind::discount)
        to.expect(is_listed(one.reason_code, allowance_reasons), "BR-CL-19", "BT-98", field,
                  "there is no such code for the reason of a discount");
    else
        to.expect(is_listed(one.reason_code, charge_reasons), "BR-CL-20", "BT-105", field,
                  "there is no such code for the reason of a charge");
}

} // namespace

void check_codes(const EInvoice& invoice, EInvoiceFindings& findings) {
    findings.expect(is_listed(invoice.type_code, document_types), "BR-CL-01", "BT-3", "",
                    "there is no such type of document");
    check_countries(invoice, findings);
    if (invoice.payment)
        findings.expect(is_listed(invoice.payment->means_code, payment_means), "BR-CL-16", "BT-81",
                        "", "there is no such means of payment");
    constexpr std::string_view no_category = "there is no such VAT category";
    for (const VatBreakdown& row : invoice.breakdown)
        findings.expect(is_category(row.vat), "BR-CL-17", "BT-118", "taxes", no_category);
    for (std::size_t i = 0; i < invoice.adjustments.size(); ++i) {
        const EInvoiceAdjustment& one = invoice.adjustments[i];
        findings.expect(is_category(one.vat), "BR-CL-17", "BT-95",
                        path_in("adjustments", i, "taxes"), no_category);
        check_reason(one, path_in("adjustments", i, "reason"), findings);
    }
    for (std::size_t i = 0; i < invoice.lines.size(); ++i) {
        const EInvoiceLine& line = invoice.lines[i];
        findings.expect(is_category(line.vat), "BR-CL-18", "BT-151", path_in("lines", i, "taxes"),
                        no_category);
        for (const EInvoiceAdjustment& one : line.adjustments)
            check_reason(one, path_in("lines", i, "adjustments"), findings);
    }
}

} // namespace documents
