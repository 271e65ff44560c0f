// Who pays: found by name, number or amount, before a payment is recorded.
#include "ui/screens/take_payment_model.h"

#include "unit/app/fixture.h"

#include <doctest/doctest.h>

namespace {

using app_test::Practice;

std::vector<std::string> labels(ui::TakePaymentModel& model, const std::string& text) {
    std::vector<std::string> found;
    for (const ui::PaletteEntry& entry : model.entries(text))
        found.push_back(entry.label + ": " + entry.detail);
    return found;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("take payment: without words those who owe are offered, who owes most first") {
    Practice practice;
    const auto little = practice.client("Priya Raman");
    const auto much = practice.client("Eoin Gallagher");
    practice.client("Saoirse Kelly"); // Owes nothing.
    practice.invoice(little, 10'000);
    practice.invoice(much, 20'000);
    ui::TakePaymentModel model(practice.app());
    CHECK(labels(model, "") == Lines{"Eoin Gallagher: owes €246.00", "Priya Raman: owes €123.00"});
    CHECK(std::get<domain::PartyId>(model.start(0)) == much);
}

TEST_CASE("take payment: words find clients and open invoices, paid ones never") {
    Practice practice;
    const auto client = practice.client("Priya Raman");
    practice.client("Saoirse Kelly");
    const auto invoice = practice.invoice(client, 10'000);
    ui::TakePaymentModel model(practice.app());
    CHECK(labels(model, "pri") ==
          Lines{"Priya Raman: owes €123.00", "INV-0001, Priya Raman: €123.00"});
    CHECK(labels(model, "0001") == Lines{"INV-0001, Priya Raman: €123.00"});
    CHECK(std::get<domain::InvoiceId>(model.start(0)) == invoice);
    CHECK(labels(model, "saoirse") == Lines{"Saoirse Kelly: owes nothing"});
    CHECK(labels(model, "nobody").empty());

    practice.draft(client, 5'000);
    CHECK(labels(model, "pri").size() == 2); // A draft is not to be paid.
    practice.pay(client, 12'300);
    CHECK(labels(model, "pri") == Lines{"Priya Raman: owes nothing"});
    CHECK(labels(model, "0001").empty());
}
