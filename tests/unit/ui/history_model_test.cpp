// The history: every change in words, page by page, found by what it says.
#include "ui/screens/history_model.h"

#include "app/command_names.h"
#include "ui/screens/history_words.h"
#include "unit/app/fixture.h"

#include <doctest/doctest.h>

#include <string>

using app_test::date;
using app_test::Practice;
using ui::HistoryModel;

TEST_CASE("history: what was done stands newest first, with its record and who did it") {
    Practice practice;
    const auto client = practice.client("Yael Cohen");
    const auto payment = practice.pay(client, 123'00);
    REQUIRE(practice.app()
                .execute(app::VoidPayment{
                    .payment = payment, .date = date(2026, 11, 20), .reason = "Typed twice"})
                .has_value());
    const auto invoice = practice.invoice(client, 100'00);
    REQUIRE(practice.app()
                .execute(
                    app::Archive{.kind = app::MasterKind::payment_method, .id = practice.cash.uuid})
                .has_value());
    HistoryModel model(practice.app());
    model.update();
    struct Row {
        const char* what;
        const char* about;
        std::string address;
    };
    const Row rows[] = {
        {"Payment method archived", "Cash", "#/settings/methods"},
        {"Invoice finalized", "INV-0001, Yael Cohen", "#/invoices/" + base::to_text(invoice)},
        {"Draft saved", "INV-0001, Yael Cohen", "#/invoices/" + base::to_text(invoice)},
        {"Payment voided", "\u20ac123.00, Yael Cohen", "#/payments/" + base::to_text(payment)},
        {"Payment recorded", "\u20ac123.00, Yael Cohen", "#/payments/" + base::to_text(payment)},
        {"Client added", "Yael Cohen", "#/clients/" + base::to_text(client)},
        {"Practice set up", "", "#/settings/practice"},
    };
    REQUIRE(model.count() == std::size(rows));
    for (std::size_t index = 0; index < std::min(model.count(), std::size(rows)); ++index) {
        CAPTURE(rows[index].what);
        const ui::HistoryRow& row = model.row(index);
        CHECK(row.what == rows[index].what);
        CHECK(row.about == rows[index].about);
        CHECK(row.address == rows[index].address);
        CHECK(row.who == "Owner");
        CHECK(row.when == "20 Nov, 12:00");
    }
    CHECK(model.row(3).reason == "Typed twice");
    CHECK_FALSE(model.has_more());
}

TEST_CASE("history: an import names one of its records and counts the others") {
    Practice practice;
    const app::Import<domain::Client> imported{
        {{.name = "Anna Kos"}, {.name = "Jan Nowak"}, {.name = "Eva Lis"}}};
    REQUIRE(practice.app().execute(imported).has_value());
    HistoryModel model(practice.app());
    model.update();
    REQUIRE(model.count() == 2);
    CHECK(model.row(0).what == "Clients imported");
    CHECK(model.row(0).about == "Anna Kos and 2 more");
    CHECK(model.row(1).about.empty());
}

TEST_CASE("history: a deleted draft is named and leads nowhere") {
    Practice practice;
    const auto draft = practice.draft(practice.client("Yael Cohen"), 100'00);
    REQUIRE(practice.app().execute(app::DeleteDraft{.invoice = draft}).has_value());
    HistoryModel model(practice.app());
    model.update();
    CHECK(model.row(0).what == "Draft deleted");
    CHECK(model.row(0).about == "Yael Cohen");
    CHECK(model.row(0).address.empty());
}

TEST_CASE("history: a search finds names, numbers and deeds, in what is read so far") {
    Practice practice;
    const auto client = practice.client("\u017baneta W\u00f3jcik");
    practice.invoice(client, 100'00);
    for (std::size_t index = 0; index < HistoryModel::page_rows; ++index)
        practice.client("Client " + std::to_string(index));
    HistoryModel model(practice.app());
    model.update();
    CHECK(model.count() == HistoryModel::page_rows);
    CHECK(model.has_more());
    model.search() = " zaneta";
    model.update();
    CHECK(model.count() == 0);
    model.read_more();
    CHECK(model.count() == 3); // Added, drafted, finalized.
    CHECK_FALSE(model.has_more());
    model.search() = "inv-0001";
    model.update();
    CHECK(model.count() == 2);
    model.search() = "finalized";
    model.update();
    CHECK(model.count() == 1);
    model.search().clear();
    model.update();
    CHECK(model.count() == HistoryModel::page_rows + 4);
    practice.client("One more");
    model.update();
    CHECK(model.row(0).about == "One more");
}

TEST_CASE("history: every command has its words") {
    for (const std::string_view command : app::command_names) {
        CAPTURE(command);
        CHECK(ui::command_words(command) != command);
    }
}
