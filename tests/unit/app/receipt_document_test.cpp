// Receipts: from a payment's facts to the texts on roll and paper.
#include "app/receipt_document.h"

#include "unit/app/fixture.h"

#include <algorithm>

using app_test::eur;
using app_test::Practice;
using documents::Fact;

namespace {

std::string value_of(const std::vector<Fact>& facts, std::string_view label) {
    const auto found = std::ranges::find(facts, label, &Fact::label);
    return found == facts.end() ? std::string() : found->value;
}

app::ReceiptPage page_of(Practice& practice, domain::PaymentId payment) {
    auto page = practice.app().receipt_page(payment);
    REQUIRE(page.has_value());
    return *std::move(page);
}

} // namespace

TEST_CASE("receipt: of one invoice shows its lines, its taxes and that it is paid") {
    Practice practice;
    const auto client = practice.client("Yael Cohen");
    practice.invoice(client, 100'00); // 123.00
    const auto page = page_of(practice, practice.pay(client, 123'00));
    const auto receipt = app::receipt_document(page, {});
    REQUIRE(receipt.has_value());
    CHECK(receipt->copy_mark.empty());
    CHECK(receipt->sender_name == "Harbour Street Therapy");
    CHECK(receipt->sender_lines.contains("IE3204718PH"));
    CHECK(value_of(receipt->facts, "Invoice") == "INV-0001");
    CHECK(value_of(receipt->facts, "Date") == "20 Nov 2026, 12:00");
    CHECK(value_of(receipt->facts, "Received from") == "Yael Cohen");
    REQUIRE(receipt->rows.size() == 2);
    CHECK(receipt->rows[0].name == "Written report");
    CHECK(receipt->rows[0].detail.starts_with("1 × 100.00, 23"));
    CHECK(receipt->rows[1].amount == "23.00");
    CHECK(receipt->total.value == "123.00");
    CHECK(value_of(receipt->after_total, "Paid by Card") == "123.00");
    CHECK(value_of(receipt->after_total, "Still to pay").empty());
    CHECK(receipt->outcome == "Paid, nothing more to pay");
    REQUIRE(receipt->taxes.rows.size() == 1);
    CHECK(receipt->taxes.rows[0].tax == "23.00");
}

TEST_CASE("receipt: a part payment says what is still to pay, and what came otherwise") {
    Practice practice;
    const auto client = practice.client("Yael Cohen");
    practice.invoice(client, 100'00);
    practice.pay(client, 20'00);
    const auto page = page_of(practice, practice.pay(client, 50'00));
    const auto receipt = app::receipt_document(page, {});
    REQUIRE(receipt.has_value());
    CHECK(value_of(receipt->after_total, "Paid by Card") == "50.00");
    CHECK(value_of(receipt->after_total, "Settled otherwise") == "20.00");
    CHECK(value_of(receipt->after_total, "Still to pay") == "53.00");
    CHECK(receipt->outcome.empty());
}

TEST_CASE("receipt: several invoices and credit are named one by one and add up") {
    Practice practice;
    const auto client = practice.client("Yael Cohen");
    practice.invoice(client, 100'00);
    practice.invoice(client, 50'00); // 61.50
    const auto page = page_of(practice, practice.pay(client, 200'00));
    const auto receipt = app::receipt_document(page, {});
    REQUIRE(receipt.has_value());
    REQUIRE(receipt->rows.size() == 3);
    CHECK(receipt->rows[0].name == "Invoice INV-0001");
    CHECK(receipt->rows[0].amount == "123.00");
    CHECK(receipt->rows[1].amount == "61.50");
    CHECK(receipt->rows[2].name == "Kept as credit");
    CHECK(receipt->rows[2].amount == "15.50");
    CHECK(receipt->total.value == "200.00");
    CHECK(receipt->taxes.rows.empty());
}

TEST_CASE("receipt: names the practitioner of its invoices, with title and registration") {
    Practice practice;
    REQUIRE(
        practice.app()
            .execute(app::Add<domain::Practitioner>{{.name = "Dr Aoife Brennan",
                                                     .title = "Counselling psychologist",
                                                     .registration_number = "PSI reg. no. 04417"}})
            .has_value());
    const auto client = practice.client("Yael Cohen");
    practice.invoice(client, 100'00);
    auto page = page_of(practice, practice.pay(client, 123'00));
    page.practice.appearance.accent_rgb = 0x1F3A5F;
    const auto paper = app::receipt_on_paper(page, app::Original::first);
    REQUIRE(paper.has_value());
    CHECK(paper->practitioner.name == "Dr Aoife Brennan");
    CHECK(paper->practitioner.lines == "Counselling psychologist");
    CHECK(paper->practitioner.fine == "PSI reg. no. 04417");
    CHECK(paper->accent == documents::Ink{0x1F, 0x3A, 0x5F});
    const auto roll = app::receipt_document(page, {});
    REQUIRE(roll.has_value());
    const auto found = std::ranges::find(roll->facts, "Practitioner", &Fact::label);
    REQUIRE(roll->facts.end() - found == 3);
    CHECK(found[0].value == "Dr Aoife Brennan");
    CHECK(found[1].value == "Counselling psychologist");
    CHECK(found[2].value == "PSI reg. no. 04417");
    page.practice.appearance.hides_practitioner = true;
    CHECK(app::receipt_on_paper(page, app::Original::first)->practitioner.name.empty());
}

TEST_CASE("receipt: a reprint says COPY, cash given shows the change") {
    Practice practice;
    const auto client = practice.client("Yael Cohen");
    practice.invoice(client, 100'00);
    const auto page = page_of(practice, practice.pay(client, 123'00));
    const auto receipt = app::receipt_document(page, {.width = documents::RollWidth::mm_58,
                                                      .original = app::Original::copy,
                                                      .given = eur(150'00)});
    REQUIRE(receipt.has_value());
    CHECK(receipt->copy_mark == "COPY");
    CHECK(receipt->width == documents::RollWidth::mm_58);
    CHECK(value_of(receipt->after_total, "Cash given") == "150.00");
    CHECK(value_of(receipt->after_total, "Change") == "27.00");
    const auto paper = app::receipt_on_paper(page, app::Original::copy);
    REQUIRE(paper.has_value());
    CHECK(paper->kind == "Receipt");
    CHECK(paper->draft_mark == "COPY");
    CHECK(paper->total.value == "€123.00");
    CHECK(paper->rows.size() == 1);
    CHECK(paper->recipient.name == "Yael Cohen");
}
