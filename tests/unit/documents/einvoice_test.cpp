#include "documents/einvoice_issued.h"
#include "documents/xml_writer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>

namespace {

using base::Code;
using documents::EInvoiceSyntax;
using domain::IssuedInvoice;
using domain::TaxCategory;

domain::Currency euro() { return *domain::Currency::from_code("EUR"); }

base::Date day(std::string_view iso) { return *base::parse_iso_date(iso); }

domain::AppliedTax tax(TaxCategory category, std::int64_t percent, std::string reason = {}) {
    return {.code = "VAT",
            .category = category,
            .rate = {base::Decimal::whole(percent)},
            .exemption_reason = std::move(reason)};
}

domain::IssuedLine line(std::string_view price, std::vector<domain::AppliedTax> taxes) {
    return {.name = "Session",
            .quantity = base::Decimal::whole(1),
            .unit_price = *base::parse_decimal(price),
            .price_base_quantity = base::Decimal::whole(1),
            .taxes = std::move(taxes),
            .supply_date = day("2026-11-19")};
}

void add_up(IssuedInvoice& invoice) {
    invoice.totals = *domain::compute_totals(domain::totals_input(invoice));
}

// A German practice bills 100.00 at 19 % to a firm.
IssuedInvoice invoice() {
    IssuedInvoice made{.number = {.text = "INV-0001"},
                       .issued = {.effective = day("2026-11-20")},
                       .due_date = day("2026-12-04"),
                       .tax_point = day("2026-11-20"),
                       .currency = euro(),
                       .totals = *domain::compute_totals({.currency = euro()})};
    const domain::Address berlin{
        .line1 = "Lindenstr. 4", .city = "Berlin", .postal_code = "10969", .country = "DE"};
    made.sender = {.name = "Praxis Linden",
                   .address = berlin,
                   .tax_number = "DE 123456789",
                   .iban = "DE02 1203 0000 0000 2020 51"};
    made.recipient = {.name = "Müller & Söhne", .address = berlin, .tax_number = "DE987654321"};
    made.client = made.recipient;
    made.lines = {line("100", {tax(TaxCategory::standard, 19)})};
    add_up(made);
    return made;
}

const base::Error* find(const base::Error& error, std::string_view field) {
    if (error.field == field) return &error;
    const auto found = std::ranges::find(error.also, field, &base::Error::field);
    return found == error.also.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("e-invoice: what is missing is named with its rule, its term and the field to fill in") {
    struct Row {
        const char* name;
        std::function<void(IssuedInvoice&)> spoil;
        const char* field;
        const char* rule;
    };
    const Row rows[] = {
        {"seller's country", [](auto& i) { i.sender.address.country.clear(); },
         "practice.address.country", "BR-09, BT-40"},
        {"buyer's country", [](auto& i) { i.recipient.address.country.clear(); },
         "recipient.address.country", "BR-11, BT-55"},
        {"buyer's address", [](auto& i) { i.recipient.address = {}; }, "recipient.address",
         "BR-10, BG-8"},
        {"seller's tax number", [](auto& i) { i.sender.tax_number.clear(); }, "practice.tax_number",
         "BR-S-02, BT-31"},
        {"due date", [](auto& i) { i.due_date.reset(); }, "due_date", "BR-CO-25, BT-9"},
        {"name of a line", [](auto& i) { i.lines[0].name.clear(); }, "lines[0].name",
         "BR-25, BT-153"},
        {"reason of an exemption",
         [](auto& i) {
             i.lines[0].taxes = {tax(TaxCategory::exempt, 0)};
             add_up(i);
         },
         "taxes.exemption_reason", "BR-E-10, BT-120"},
        {"buyer's VAT number abroad",
         [](auto& i) {
             i.lines[0].taxes = {tax(TaxCategory::intra_community, 0)};
             i.recipient.tax_number.clear();
             add_up(i);
         },
         "recipient.tax_number", "BR-IC-02, BT-31"},
        {"tax of a line beside others",
         [](auto& i) {
             i.lines.push_back(line("5", {}));
             add_up(i);
         },
         "lines.taxes", "BR-O-11, BG-23"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        IssuedInvoice spoilt = invoice();
        row.spoil(spoilt);
        const auto file = documents::einvoice_file(spoilt, EInvoiceSyntax::ubl);
        REQUIRE_FALSE(file.has_value());
        const base::Error* const error = find(file.error(), row.field);
        REQUIRE(error != nullptr);
        CHECK(error->code == Code::legal_field_missing);
        CHECK(error->detail.starts_with("EN 16931 " + std::string(row.rule) + ": "));
    }
}

TEST_CASE("e-invoice: what the standard has no place for is refused at its line") {
    domain::AppliedTax withheld = tax(TaxCategory::standard, 15);
    withheld.code = "IRPEF";
    withheld.retained = domain::Retained::yes;
    domain::AppliedTax second = tax(TaxCategory::standard, 7);
    second.code = "PST";
    for (const domain::AppliedTax& other : {withheld, second}) {
        CAPTURE(other.code);
        IssuedInvoice spoilt = invoice();
        spoilt.lines[0].taxes.push_back(other);
        add_up(spoilt);
        const auto made = documents::einvoice_of(spoilt);
        REQUIRE_FALSE(made.has_value());
        CHECK(made.error().code == Code::out_of_range);
        CHECK(made.error().field == "lines[0].taxes");
    }
}

TEST_CASE("e-invoice: a whole invoice passes in both syntaxes") {
    for (const EInvoiceSyntax syntax : {EInvoiceSyntax::ubl, EInvoiceSyntax::cii})
        CHECK(documents::einvoice_file(invoice(), syntax).has_value());
}

TEST_CASE("e-invoice: an invoice without tax states no VAT number") {
    IssuedInvoice untaxed = invoice();
    untaxed.lines = {line("100", {})};
    untaxed.sender.registration_number = "HRB 1";
    add_up(untaxed);
    const auto made = documents::einvoice_of(untaxed);
    REQUIRE(made.has_value());
    CHECK(made->seller.vat_identifier.empty());
    CHECK(made->seller.tax_registration == "DE 123456789");
    REQUIRE(made->breakdown.size() == 1);
    CHECK(made->breakdown[0].reason_code == "VATEX-EU-O");
    CHECK(documents::einvoice_file(untaxed, EInvoiceSyntax::ubl).has_value());
}

TEST_CASE("e-invoice: the cent between tax in the price and base x rate stands in BT-114") {
    // 1.28 holds net 1.08 and tax 0.20, while 1.08 x 19 % is 0.21.
    IssuedInvoice inclusive = invoice();
    inclusive.price_mode = domain::PriceMode::tax_inclusive;
    inclusive.lines = {line("1.28", {tax(TaxCategory::standard, 19)})};
    add_up(inclusive);
    REQUIRE(inclusive.totals.tax.minor == 20);
    const auto made = documents::einvoice_of(inclusive);
    REQUIRE(made.has_value());
    CHECK(made->totals.net->minor == 108);
    CHECK(made->totals.vat->minor == 21);
    CHECK(made->totals.gross->minor == 129);
    CHECK(made->totals.rounding->minor == -1);
    CHECK(made->totals.payable->minor == 128);
    CHECK(made->lines[0].price->scaled == 1'080'000);
}

TEST_CASE("e-invoice: a discount on the document is one for each VAT category") {
    IssuedInvoice mixed = invoice();
    mixed.lines.push_back(line("50", {tax(TaxCategory::exempt, 0, "Art. 132")}));
    mixed.adjustments = {{.adjustment = {.size = domain::Percent{base::Decimal::whole(10)}}}};
    add_up(mixed);
    const auto made = documents::einvoice_of(mixed);
    REQUIRE(made.has_value());
    REQUIRE(made->adjustments.size() == 2);
    CHECK(made->adjustments[0].amount->minor == 1'000);
    CHECK(made->adjustments[0].vat.code == "S");
    CHECK(made->adjustments[1].amount->minor == 500);
    CHECK(made->adjustments[1].vat.code == "E");
    CHECK(made->totals.allowances == mixed.totals.discounts);
}

TEST_CASE("XML: what has a meaning of its own is escaped, and control characters are left out") {
    documents::XmlWriter xml;
    xml.open("a", {{"b", "\"<&\x02"}});
    xml.leaf("c", "1 < 2 & \"x\" > y\r\n\x01é");
    xml.leaf("d", "");
    xml.close();
    CHECK(xml.take() == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<a b=\"&quot;&lt;&amp;\">\n"
                        "  <c>1 &lt; 2 &amp; &quot;x&quot; &gt; y&#13;\né</c>\n"
                        "</a>\n");
}
