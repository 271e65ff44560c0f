// What is written can be read back: no term is lost or moved in either syntax.
#include "conformance/einvoice_reader.h"
#include "documents/einvoice_rules.h"
#include "documents/einvoice_syntax.h"
#include "unit/app/fixture.h"

#include <doctest/doctest.h>

namespace {

using app_test::date;
using app_test::eur;
using documents::EInvoice;
using documents::EInvoiceAdjustment;
using domain::AdjustmentKind;

domain::Percent rate(std::int64_t whole) { return {base::Decimal::whole(whole)}; }

documents::EInvoiceAddress address(const char* city) {
    return {.line1 = "1 Main <Street>",
            .line2 = "\"Rear\" & up",
            .city = city,
            .postal_code = "H91 E2R8",
            .region = "Connacht",
            .country = "IE"};
}

documents::EInvoiceLine line() {
    return {.id = "1",
            .quantity = base::Decimal{1'500'000},
            .unit = "HUR",
            .net = eur(16'200),
            .period = documents::EInvoicePeriod{.from = date(2026, 11, 2), .to = date(2026, 11, 3)},
            .adjustments = {{.kind = AdjustmentKind::discount,
                             .amount = eur(1'800),
                             .base = eur(18'000),
                             .percent = rate(10),
                             .reason = "Loyal client"}},
            .price = base::Decimal{240'500'000},
            .price_quantity = base::Decimal::whole(2),
            .vat = {.code = "S", .rate = rate(23)},
            .name = "Bericht für Łucja",
            .description = "גרסה שנייה",
            .seller_code = "R-2"};
}

// Every term of the model, each with a value of its own.
EInvoice full_invoice() {
    EInvoice made{.number = "INV-0042",
                  .issue_date = date(2026, 11, 20),
                  .type_code = "380",
                  .currency = eur(0).currency,
                  .tax_point = date(2026, 11, 19),
                  .due_date = date(2026, 12, 4),
                  .buyer_reference = "04011000-1234512345-06",
                  .order_reference = "PO-7",
                  .payment_terms = "14 days",
                  .notes = {"Thank you.", "Two notes"},
                  .specification = "urn:cen.eu:en16931:2017"};
    made.seller = {.name = "Harbour Street Therapy Ltd",
                   .trading_name = "Harbour Street Therapy",
                   .identifier = "S-1",
                   .legal_registration = "618204",
                   .vat_identifier = "IE3204718PH",
                   .tax_registration = "12/345",
                   .electronic_address =
                       documents::ElectronicAddress{.address = "a@example.com", .scheme = "EM"},
                   .address = address("Galway"),
                   .contact = documents::EInvoiceContact{
                       .name = "Aoife", .phone = "091 555 010", .email = "b@example.com"}};
    made.buyer = {.name = "Acme",
                  .identifier = "C-9",
                  .legal_registration = "99",
                  .vat_identifier = "DE123456789",
                  .electronic_address =
                      documents::ElectronicAddress{.address = "c@example.com", .scheme = "EM"},
                  .address = address("Cork")};
    made.tax_representative = documents::EInvoiceParty{
        .name = "Agent", .vat_identifier = "FR12345678901", .address = address("Paris")};
    made.delivery = documents::EInvoiceDelivery{
        .name = "Ada", .date = date(2026, 11, 18), .address = address("Sligo")};
    made.period = documents::EInvoicePeriod{.from = date(2026, 11, 1), .to = date(2026, 11, 30)};
    made.payment = documents::PaymentInstructions{.means_code = "58",
                                                  .remittance = "INV-0042",
                                                  .account = "IE29AIBK93115212345678",
                                                  .account_name = "Harbour Street",
                                                  .bic = "AIBKIE2D"};
    made.adjustments = {{.kind = AdjustmentKind::discount,
                         .amount = eur(1'000),
                         .vat = {.code = "S", .rate = rate(23)},
                         .reason_code = "95"},
                        {.kind = AdjustmentKind::charge,
                         .amount = eur(500),
                         .vat = {.code = "E", .rate = rate(0)},
                         .reason = "Travel"}};
    made.totals = {.lines = eur(16'200),
                   .allowances = eur(1'000),
                   .charges = eur(500),
                   .net = eur(15'700),
                   .vat = eur(3'496),
                   .gross = eur(19'196),
                   .prepaid = eur(196),
                   .rounding = eur(-1),
                   .payable = eur(18'999)};
    made.breakdown = {
        {.taxable = eur(15'200), .tax = eur(3'496), .vat = {.code = "S", .rate = rate(23)}},
        {.taxable = eur(500),
         .tax = eur(0),
         .vat = {.code = "E", .rate = rate(0)},
         .reason = "Exempt: Art. 132",
         .reason_code = "VATEX-EU-132-1C"}};
    made.lines = {line()};
    return made;
}

} // namespace

TEST_CASE("e-invoice: both syntaxes give back every term that was written") {
    const EInvoice written = full_invoice();
    CHECK(documents::check_einvoice(written).empty());
    CHECK(conformance::read_einvoice(documents::ubl_invoice(written)) == written);
    CHECK(conformance::read_einvoice(documents::cii_invoice(written)) == written);
}

TEST_CASE("e-invoice: a term that is not there is not written") {
    const EInvoice empty;
    CHECK(conformance::read_einvoice(documents::ubl_invoice(empty)) == empty);
    CHECK(conformance::read_einvoice(documents::cii_invoice(empty)) == empty);
}
