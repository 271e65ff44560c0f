// Finalizing from the editor: once, with every reason in sight, and final only when it is saved.
#include "ui/screens/finalize_model.h"

#include "unit/app/fixture.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>

namespace {

using app_test::date;
using app_test::eur;

struct Desk {
    Desk() : client(practice.client("Siobhán Ó Briain")) {}

    app_test::Practice practice;
    domain::PartyId client;
    std::unique_ptr<ui::EditorModel> editor;

    ui::FinalizeModel open(domain::InvoiceId id) {
        auto made = ui::EditorModel::open(practice.app(), id);
        REQUIRE(made.has_value());
        editor = *std::move(made);
        return ui::FinalizeModel(*editor);
    }
    domain::Status status(domain::InvoiceId id) {
        const auto view = practice.app().invoice(id);
        REQUIRE(view.has_value());
        return view->status;
    }
    std::size_t issued() {
        const auto list = practice.app().invoices({});
        REQUIRE(list.has_value());
        return list->row_count - list->counts[1];
    }
};

} // namespace

TEST_CASE("finalize: pressed twice, issued once, and the number is final when it is saved") {
    Desk desk;
    const auto id = desk.practice.draft(desk.client, 10'000);
    desk.practice.settle();
    ui::FinalizeModel model = desk.open(id);
    CHECK(model.reasons().empty());
    model.finalize();
    CHECK(model.stage() == ui::FinalizeStage::saving);
    model.finalize();
    CHECK(desk.issued() == 1);
    desk.practice.settle();
    model.step();
    CHECK(model.stage() == ui::FinalizeStage::done);
    CHECK(model.number() == "INV-0001");
    CHECK(desk.status(id) == domain::Status::open);
    CHECK(desk.editor->save()); // The editor does not bring the draft back.
    CHECK(desk.issued() == 1);
}

TEST_CASE("finalize: every reason stands at its place") {
    Desk desk;
    auto made = ui::EditorModel::start(desk.practice.app(), std::nullopt);
    REQUIRE(made.has_value());
    ui::EditorModel& editor = **made;
    editor.issue_on(date(2026, 11, 21));
    editor.be_due_on(date(2026, 11, 19));
    editor.refresh();
    ui::FinalizeModel model(editor);
    const auto has = [&model](ui::ReasonPlace place) {
        return std::ranges::contains(model.reasons(), place, &ui::FinalizeReason::place);
    };
    CHECK(has(ui::ReasonPlace::client));
    CHECK(has(ui::ReasonPlace::lines));
    CHECK(has(ui::ReasonPlace::issued));
    CHECK(has(ui::ReasonPlace::due));
    for (const ui::FinalizeReason& reason : model.reasons())
        CHECK_FALSE(reason.sentence.empty());
    model.finalize();
    CHECK(model.stage() == ui::FinalizeStage::asking);
    CHECK_FALSE(model.errors().is_empty());
}

TEST_CASE("finalize: a figure that can't be read stands against it") {
    Desk desk;
    ui::FinalizeModel model = desk.open(desk.practice.draft(desk.client, 10'000));
    desk.editor->lines().words(0).quantity.words = "1.2.3";
    desk.editor->lines().read_quantity(0);
    REQUIRE(model.reasons().size() == 1);
    CHECK(model.reasons()[0].place == ui::ReasonPlace::line);
    CHECK(model.reasons()[0].line == 0);
    model.finalize();
    CHECK(model.stage() == ui::FinalizeStage::asking);
    CHECK(desk.issued() == 0);
}

TEST_CASE("finalize: a payment already received pays it") {
    Desk desk;
    const auto id = desk.practice.draft(desk.client, 10'000);
    ui::FinalizeModel model = desk.open(id);
    model.choose(ui::FinalizePayment::paid);
    CHECK(model.amount().words == "123.00");
    CHECK(model.date().words == "20 Nov 2026");
    model.reference = "terminal 7";
    model.finalize();
    CHECK(model.stage() == ui::FinalizeStage::saving);
    CHECK(desk.status(id) == domain::Status::paid);
}

TEST_CASE("finalize: more than is owed is kept as credit only when that is confirmed") {
    Desk desk;
    const auto id = desk.practice.draft(desk.client, 10'000);
    ui::FinalizeModel model = desk.open(id);
    model.choose(ui::FinalizePayment::paid);
    model.amount().words = "130";
    model.read_amount();
    REQUIRE(model.rest().has_value());
    CHECK(*model.rest() == eur(700));
    model.finalize();
    CHECK(model.stage() == ui::FinalizeStage::asking);
    CHECK_FALSE(model.errors().at("amount").empty());
    CHECK(desk.issued() == 0);
    model.keeps_rest_as_credit = true;
    model.finalize();
    CHECK(model.stage() == ui::FinalizeStage::saving);
    CHECK(desk.status(id) == domain::Status::paid);
    const auto entry = desk.practice.app().payment_entry(desk.client);
    REQUIRE(entry.has_value());
    CHECK(entry->credit == eur(700));
}

TEST_CASE("finalize: the payment's fields are read before anything is issued") {
    Desk desk;
    struct Row {
        const char* name;
        const char* amount;
        const char* date;
        const char* field;
    };
    const Row rows[] = {{"an amount that is none", "12x", "20 Nov 2026", ""},
                        {"a day that is none", "10", "31/2", ""},
                        {"nothing paid", "0", "20 Nov 2026", "amount"},
                        {"a day to come", "10", "21 Nov 2026", "date"}};
    for (const Row& row : rows) {
        CAPTURE(row.name);
        ui::FinalizeModel model = desk.open(desk.practice.draft(desk.client, 10'000));
        model.choose(ui::FinalizePayment::paid);
        model.amount().words = row.amount;
        model.read_amount();
        model.date().words = row.date;
        model.read_date();
        model.finalize();
        CHECK(model.stage() == ui::FinalizeStage::asking);
        CHECK(desk.issued() == 0);
        if (*row.field == 0)
            CHECK((!model.amount().shown_error().empty() || !model.date().shown_error().empty()));
        else
            CHECK_FALSE(model.errors().at(row.field).empty());
    }
}

TEST_CASE("finalize: credit is used when it is chosen, and not when it is not") {
    Desk desk;
    desk.practice.pay(desk.client, 20'000);
    const auto first = desk.practice.draft(desk.client, 10'000);
    {
        ui::FinalizeModel model = desk.open(first);
        CHECK(model.has_credit());
        desk.editor->wish_credit(true);
        desk.editor->refresh();
        model.choose(ui::FinalizePayment::credit);
        model.choose(ui::FinalizePayment::ask);
        CHECK_FALSE(desk.editor->draft().wants_credit_applied);
        model.finalize();
        CHECK(desk.status(first) == domain::Status::open);
    }
    const auto second = desk.practice.draft(desk.client, 10'000);
    ui::FinalizeModel model = desk.open(second);
    model.choose(ui::FinalizePayment::credit);
    model.finalize();
    CHECK(desk.status(second) == domain::Status::paid);
}
