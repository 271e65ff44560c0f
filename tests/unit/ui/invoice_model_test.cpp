// One invoice and one payment as their pages show them.
#include "ui/screens/invoice_model.h"
#include "ui/screens/payment_model.h"

#include "unit/app/fixture.h"

#include <doctest/doctest.h>

using app_test::date;
using app_test::Practice;
using ui::InvoiceModel;

TEST_CASE("invoice: it shows its facts, its money and its history in words") {
    Practice practice;
    const auto client = practice.client("Niamh Doyle");
    const auto id = practice.invoice(client, 100'00);
    const auto payment = practice.pay(client, 150'00); // 27.00 stays credit.
    InvoiceModel model(practice.app(), id);
    CHECK(model.refresh());
    CHECK_FALSE(model.refresh());
    REQUIRE(model.state() == InvoiceModel::State::issued);
    CHECK(model.facts().front().value == "20 Nov");
    CHECK_FALSE(model.is_owed());
    CHECK_FALSE(model.can_apply_credit());
    REQUIRE(model.money().size() == 1);
    CHECK(model.money().front().method == "Card");
    CHECK(model.document().has_value());
    REQUIRE(model.history().size() >= 2);
    CHECK(model.history().front().words == "Payment recorded");
    CHECK(model.history().front().when == "20 Nov, 12:00:00");
    CHECK(model.history().back().words == "Draft saved");

    REQUIRE(practice.app()
                .execute(app::ReleaseAllocation{.payment = payment,
                                                .allocation = model.money().front().allocation,
                                                .date = date(2026, 11, 20),
                                                .reason = "Meant for another"})
                .has_value());
    CHECK(model.refresh());
    CHECK(model.is_owed());
    CHECK(model.can_apply_credit());
    CHECK(model.money().front().is_released);
    CHECK(model.money().front().when == "un-applied 20 Nov");
}

TEST_CASE("invoice: a draft, a reverted invoice and nothing at all are told apart") {
    Practice practice;
    const auto client = practice.client("Niamh Doyle");
    InvoiceModel draft(practice.app(), practice.draft(client, 100'00));
    draft.refresh();
    CHECK(draft.state() == InvoiceModel::State::draft);

    const auto id = practice.invoice(client, 100'00);
    REQUIRE(practice.app()
                .execute(app::RevertInvoice{id, date(2026, 11, 20), "A line is missing"})
                .has_value());
    InvoiceModel reverted(practice.app(), id);
    reverted.refresh();
    CHECK(reverted.state() == InvoiceModel::State::draft);

    InvoiceModel nothing(practice.app(), {practice.app().new_id()});
    nothing.refresh();
    CHECK(nothing.state() == InvoiceModel::State::failed);
}

TEST_CASE("payment: its page shows parts and credit, and voiding asks that nothing is applied") {
    Practice practice;
    const auto client = practice.client("Niamh Doyle");
    practice.invoice(client, 100'00);
    const auto id = practice.pay(client, 150'00);
    ui::PaymentModel model(practice.app(), id);
    model.refresh();
    REQUIRE_FALSE(model.error().has_value());
    REQUIRE(model.parts().size() == 1);
    CHECK(model.parts().front().number == "INV-0001");
    CHECK(model.view().left.minor == 27'00);
    CHECK(model.void_question().against.size() == 1);

    REQUIRE(practice.app()
                .execute(app::ReleaseAllocation{.payment = id,
                                                .allocation = model.parts().front().allocation,
                                                .date = date(2026, 11, 20),
                                                .reason = "Typed twice"})
                .has_value());
    model.refresh();
    CHECK(model.void_question().against.empty());
    CHECK(model.parts().front().is_released);
}
