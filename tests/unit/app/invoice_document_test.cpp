#include "app/invoice_document.h"

#include "fixture.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

namespace {

using app_test::date;
using app_test::eur;

domain::TotalsLine totals_line(const domain::IssuedLine& line) {
    return {.quantity = line.quantity,
            .unit_price = line.unit_price,
            .price_base_quantity = line.price_base_quantity,
            .adjustments = line.adjustments,
            .taxes = line.taxes};
}

// INV-0001 of 20 November 2026: one report at 1,000.00 and 23 % VAT, changed by `change` and added
// up again.
app::InvoicePage page_with(const std::function<void(app::InvoicePage&)>& change) {
    app_test::Practice practice;
    const auto id = practice.invoice(practice.client("Siobhán Ó Briain"), 100'000);
    auto page = practice.app().invoice_page(id);
    REQUIRE(page.has_value());
    change(*page);
    domain::TotalsInput input{.currency = page->invoice.currency,
                              .price_mode = page->invoice.price_mode,
                              .adjustments = page->invoice.adjustments};
    for (const domain::IssuedLine& line : page->invoice.lines)
        input.lines.push_back(totals_line(line));
    if (page->invoice.totals.prepaid.minor != 0) input.prepaid = page->invoice.totals.prepaid;
    const auto totals = domain::compute_totals(input);
    REQUIRE(totals.has_value());
    page->invoice.totals = *totals;
    return std::move(*page);
}

documents::InvoiceDocument document_with(const std::function<void(app::InvoicePage&)>& change) {
    auto document = app::invoice_document(page_with(change));
    REQUIRE(document.has_value());
    return std::move(*document);
}

void as_it_is(app::InvoicePage&) {}

void pay_by_transfer(app::InvoicePage& page) {
    page.invoice.sender.iban = "IE29AIBK93115212345678";
    page.invoice.sender.bic = "AIBKIE2D";
}

domain::AppliedTax exempt(std::string reason) {
    return {.code = "VAT",
            .category = domain::TaxCategory::exempt,
            .exemption_reason = std::move(reason)};
}

std::string facts_text(const std::vector<documents::Fact>& facts) {
    std::string text;
    for (const documents::Fact& fact : facts)
        text += fact.label + " = " + fact.value + "; ";
    return text;
}

} // namespace

TEST_CASE("invoice document: every figure is the stored one, as the locale prints it") {
    const auto document = document_with(as_it_is);
    CHECK(document.kind == "Invoice");
    CHECK(document.number == "INV-0001");
    CHECK(document.draft_mark.empty());
    CHECK(document.language == "en-IE");
    CHECK(document.recipient.name == "Siobhán Ó Briain");
    CHECK(document.recipient.lines == "4 Seapoint Terrace\nGalway, Ireland");
    REQUIRE(document.rows.size() == 1);
    CHECK(document.rows[0].unit_price == "1,000.00");
    CHECK(document.rows[0].tax == "23%");
    CHECK(document.rows[0].amount == "1,000.00");
    CHECK(document.columns.amount == "Amount, EUR");
    CHECK(document.columns.tax == "VAT");
    CHECK(facts_text(document.sums) == "Net = 1,000.00; VAT = 230.00; ");
    CHECK(document.total.value == "€1,230.00");
    CHECK_FALSE(document.payment.has_value());
}

TEST_CASE("invoice document: a draft says so, has no number and no payment code") {
    const auto draft = document_with([](app::InvoicePage& page) {
        pay_by_transfer(page);
        page.stage = app::Stage::draft;
    });
    CHECK(draft.draft_mark == "DRAFT");
    CHECK(draft.number == "Number given on finalize");
    CHECK(draft.file_title == "Draft invoice, Harbour Street Therapy");
    REQUIRE(draft.payment.has_value());
    CHECK(draft.payment->code.empty());
    CHECK_FALSE(draft.payment->code_pending.empty());
    const std::string payment = facts_text(draft.payment->facts);
    CHECK(payment.find("Reference = given on finalize") != std::string::npos);
    CHECK(documents::all_text(draft).find("INV-0001") == std::string::npos);
}

TEST_CASE("invoice document: the payment code has account, amount and number") {
    const auto document = document_with(pay_by_transfer);
    REQUIRE(document.payment.has_value());
    CHECK(document.payment->code.starts_with("BCD\n002\n1\nSCT\nAIBKIE2D\nHarbour Street Therapy\n"
                                             "IE29AIBK93115212345678\nEUR1230.00\n"));
    CHECK(document.payment->code.find("INV-0001") != std::string::npos);
    CHECK(facts_text(document.payment->figures).starts_with("Amount = €1,230.00; Due = "));
}

TEST_CASE("invoice document: SEPA codes are for euros only") {
    const auto document = document_with([](app::InvoicePage& page) {
        pay_by_transfer(page);
        page.invoice.currency = *domain::Currency::from_code("USD");
    });
    CHECK(document.payment->code.empty());
    CHECK(document.columns.amount == "Amount, USD");
    CHECK(facts_text(document.payment->facts).find("IBAN = IE29 AIBK 9311 5212 3456 78") !=
          std::string::npos);
}

TEST_CASE("invoice document: reasons for charging no tax are numbered, equal ones once") {
    const auto document = document_with([](app::InvoicePage& page) {
        auto& lines = page.invoice.lines;
        lines.resize(1);
        for (const char* reason : {"Medical care", "Medical care"}) {
            lines.push_back(lines.front());
            lines.back().taxes = {exempt(reason)};
        }
        lines.push_back(lines.front());
        lines.back().taxes = {{.code = "VAT",
                               .category = domain::TaxCategory::reverse_charge,
                               .exemption_reason = "Reverse charge, Art. 196"}};
    });
    CHECK(document.rows[0].tax == "23%");
    CHECK(document.rows[1].tax == "Exempt ¹");
    CHECK(document.rows[2].tax == "Exempt ¹");
    CHECK(document.rows[3].tax == "Reverse charge ²");
    CHECK(document.notes.starts_with("¹ Medical care\n² Reverse charge, Art. 196"));
    REQUIRE(document.taxes.rows.size() == 3);
    CHECK(document.taxes.rows[1].name == "Exempt ¹");
}

// The tenth reason had the mark of a zeroth: only the last digit was raised.
TEST_CASE("invoice document: the tenth reason is marked with two digits") {
    const auto document = document_with([](app::InvoicePage& page) {
        auto& lines = page.invoice.lines;
        for (int reason = 1; reason <= 10; ++reason) {
            auto tax = exempt("Reason " + std::to_string(reason));
            tax.code = "T" + std::to_string(reason % 10) + std::to_string(reason / 10);
            lines.push_back(lines.front());
            lines.back().taxes = {tax};
        }
    });
    CHECK(document.notes.find("⁹ Reason") != std::string::npos);
    CHECK(document.notes.find("¹⁰ Reason") != std::string::npos);
}

TEST_CASE("invoice document: another language's numbers and dates") {
    const auto document = document_with([](app::InvoicePage& page) {
        page.invoice.locale = "de-DE";
        page.invoice.lines[0].quantity = {1'500'000};
    });
    CHECK(document.language == "de-DE");
    CHECK(document.rows[0].quantity == "1,5");
    CHECK(document.rows[0].unit_price == "1.000,00");
    CHECK(document.rows[0].amount == "1.500,00");
    CHECK(document.rows[0].tax == "23\u00A0%");
    CHECK(document.total.value == "1.845,00\u00A0€");
    CHECK(facts_text(document.dates).starts_with("Issued = 20 Nov 2026; "));
}

TEST_CASE("invoice document: discounts are taken off in words and figures") {
    const auto document = document_with([](app::InvoicePage& page) {
        page.invoice.lines[0].adjustments = {
            {.size = domain::Percent{base::Decimal::whole(10)}},
            {.kind = domain::AdjustmentKind::charge, .size = eur(500), .reason = "Courier"}};
        page.invoice.adjustments = {
            {.adjustment = {.size = eur(10'500), .reason = "Hardship"}, .taxes = std::nullopt}};
    });
    CHECK(document.rows[0].detail == "Discount, 10%, −100.00\nCourier, 5.00");
    CHECK(document.rows[0].amount == "905.00");
    CHECK(facts_text(document.sums) ==
          "Sum of lines = 905.00; Hardship = −105.00; Net = 800.00; VAT = 184.00; ");
}

TEST_CASE("invoice document: what was paid before is taken off the total") {
    const auto document =
        document_with([](app::InvoicePage& page) { page.invoice.totals.prepaid = eur(23'000); });
    CHECK(facts_text(document.sums).ends_with("Paid before = −230.00; "));
    CHECK(document.total.value == "€1,000.00");
}

TEST_CASE("invoice document: with several taxes each group says which") {
    const auto document = document_with([](app::InvoicePage& page) {
        page.invoice.lines[0].taxes = {{.code = "GST", .rate = {base::Decimal::whole(5)}},
                                       {.code = "PST", .rate = {base::Decimal::whole(7)}}};
    });
    CHECK(document.columns.tax == "Tax");
    CHECK(document.rows[0].tax == "5%, 7%");
    REQUIRE(document.taxes.rows.size() == 2);
    CHECK(document.taxes.rows[0].name == "PST 7%");
    CHECK(document.taxes.rows[1].name == "GST 5%");
}

TEST_CASE("invoice document: without tax there is neither column nor summary") {
    const auto document =
        document_with([](app::InvoicePage& page) { page.invoice.lines[0].taxes.clear(); });
    CHECK(document.columns.tax.empty());
    CHECK(document.taxes.rows.empty());
    CHECK(document.sums.empty());
    CHECK(document.total.value == "€1,000.00");
}

TEST_CASE("invoice document: the template decides what is shown") {
    const auto visit = [](app::InvoicePage& page) {
        page.invoice.practitioner_name = "Dr Aoife Brennan";
        page.invoice.practitioner_title = "Counselling psychologist";
        page.invoice.practitioner_registration = "PSI reg. no. 04417";
        page.invoice.location_name = "Harbour Street";
        page.invoice.lines[0].kind = domain::LineKind::service;
        page.invoice.lines[0].supply_date = date(2026, 11, 12);
    };
    const auto plain = document_with(visit);
    CHECK(plain.practitioner.name == "Dr Aoife Brennan");
    CHECK(plain.practitioner.lines == "Counselling psychologist");
    CHECK(plain.practitioner.fine == "PSI reg. no. 04417");
    CHECK(plain.accent == documents::Ink{0x1F, 0x23, 0x28});
    CHECK(plain.columns.date == "Date");
    CHECK(plain.rows[0].date == "12 Nov");
    CHECK(facts_text(plain.dates).find("Supplied = 12 Nov 2026") != std::string::npos);
    const auto other = document_with([&](app::InvoicePage& page) {
        visit(page);
        page.appearance = {.accent_rgb = 0x1F3A5F,
                           .hides_practitioner = true,
                           .shows_location = true,
                           .hides_line_dates = true};
    });
    CHECK(other.practitioner.label == "Location");
    CHECK(other.practitioner.name == "Harbour Street");
    CHECK(other.practitioner.lines.empty());
    CHECK(other.practitioner.fine.empty());
    CHECK(other.accent == documents::Ink{0x1F, 0x3A, 0x5F});
    CHECK(other.columns.date.empty());
}

TEST_CASE("invoice document: a registration that is only a number says what it is") {
    struct Row {
        const char* typed;
        const char* printed;
    };
    constexpr Row rows[] = {{"", ""},
                            {"1234567893", "Reg. no. 1234567893"},
                            {"PSI reg. no. 04417", "PSI reg. no. 04417"}};
    for (const Row& row : rows) {
        const auto document = document_with([&](app::InvoicePage& page) {
            page.invoice.practitioner_name = "Dr Aoife Brennan";
            page.invoice.practitioner_registration = row.typed;
        });
        CHECK(document.practitioner.fine == row.printed);
    }
}

TEST_CASE("invoice document: a span of visits ends with its year") {
    const auto supplied = [](base::Date first, base::Date last) {
        const auto document = document_with([&](app::InvoicePage& page) {
            page.invoice.lines.push_back(page.invoice.lines.front());
            page.invoice.lines[0].supply_date = last;
            page.invoice.lines[1].supply_date = first;
        });
        return document.dates[1].value;
    };
    CHECK(supplied(date(2026, 11, 5), date(2026, 11, 19)) == "5 – 19 Nov 2026");
    CHECK(supplied(date(2025, 12, 18), date(2026, 1, 8)) == "18 Dec 2025 – 8 Jan 2026");
    CHECK(supplied(date(2026, 11, 5), date(2026, 11, 5)) == "5 Nov 2026");
}

TEST_CASE("invoice document: a payer sees for whom") {
    const auto document = document_with([](app::InvoicePage& page) {
        page.invoice.recipient.id = {base::Uuid{}};
        page.invoice.recipient.name = "Galway Insurance";
        page.invoice.recipient.tax_number = "IE1234567T";
        page.invoice.reference = "PO 7714";
    });
    CHECK(document.recipient.name == "Galway Insurance");
    CHECK(document.recipient.lines.ends_with(
        "Tax no. IE1234567T\nRef. PO 7714\nFor Siobhán Ó Briain"));
}

TEST_CASE("invoice document: the sum so far is that of the rows above") {
    const auto document = document_with([](app::InvoicePage& page) {
        page.invoice.lines.push_back(page.invoice.lines.front());
        page.invoice.lines.push_back(page.invoice.lines.front());
    });
    REQUIRE(document.rows.size() == 3);
    CHECK(document.rows[1].sum_so_far == "2,000.00");
    CHECK(document.rows[2].sum_so_far == "3,000.00");
}

TEST_CASE("invoice document: a locale that we have no forms for is refused") {
    const auto page = page_with([](app::InvoicePage& each) { each.invoice.locale = "tlh-QO"; });
    const auto document = app::invoice_document(page);
    REQUIRE_FALSE(document.has_value());
    CHECK(static_cast<int>(document.error().code) == static_cast<int>(base::Code::not_found));
}
