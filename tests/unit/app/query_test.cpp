#include "fixture.h"

#include "app/command_json.h"
#include "app/messages.h"
#include "app/query_json.h"

using app_test::date;
using app_test::eur;
using app_test::Practice;

TEST_CASE("clients: any word's beginning finds them, without case and diacritics") {
    Practice practice;
    for (const char* name : {"Siobhán Ó Briain", "Żaneta Wójcik", "Zoë O'Hara", "Anna Wojcik"})
        practice.client(name);
    struct Row {
        const char* search;
        std::size_t found;
    };
    constexpr Row rows[] = {{"", 4},     {"wojc", 2}, {"WÓJ", 2}, {"zan w", 1}, {"siobhan", 1},
                            {"hara", 1}, {"xyz", 0},  {"z", 2},   {"o", 2},     {"brian", 0}};
    for (const Row& row : rows) {
        CAPTURE(row.search);
        const auto list = practice.app().clients({.search = row.search});
        REQUIRE(list.has_value());
        CHECK(list->found_count == row.found);
        CHECK(list->rows.size() == row.found);
    }
}

TEST_CASE("invoices: filters count every row once and the sums are those of live invoices") {
    Practice practice;
    const auto client = practice.client("Eoin & Marie Gallagher");
    practice.invoice(client, 10'000);
    const auto second = practice.invoice(client, 20'000);
    const auto third = practice.invoice(client, 30'000);
    practice.draft(client, 5'000);
    practice.pay(client, 12'300);
    REQUIRE(practice.app()
                .execute(app::VoidInvoice{
                    .invoice = third, .date = date(2026, 11, 20), .reason = "Twice"})
                .has_value());
    const auto summary = practice.app().invoices({});
    REQUIRE(summary.has_value());
    CHECK(summary->counts == std::array<std::size_t, 6>{4, 1, 1, 0, 1, 1});
    CHECK(summary->total == eur(36'900));
    CHECK(summary->settled == eur(12'300));
    CHECK(summary->balance == eur(24'600));
    const auto rows = practice.app().invoice_rows({}, 0, 10);
    REQUIRE(rows.has_value());
    REQUIRE(rows->size() == 4);
    CHECK((*rows)[0].status == domain::Status::draft);
    CHECK((*rows)[1].number == "INV-0003");
    CHECK((*rows)[2].id == second);
    CHECK(practice.app().invoices({.search = "246"})->row_count == 1);
    CHECK(practice.app().invoices({.search = "inv-0002"})->row_count == 1);
    CHECK(practice.app().invoices({.search = "marie"})->row_count == 4);
}

TEST_CASE("client: the account's running balance is what is owed less credit") {
    Practice practice;
    const auto client = practice.client("Oksana Shevchenko");
    practice.invoice(client, 10'000);
    practice.pay(client, 20'000);
    const auto profile = practice.app().client(client);
    REQUIRE(profile.has_value());
    REQUIRE(profile->account.size() == 2);
    CHECK(profile->account[0].kind == app::AccountLineKind::payment);
    CHECK(profile->account[0].balance == eur(-7'700));
    CHECK(profile->account[1].balance == eur(12'300));
}

TEST_CASE("today: takings by method add up to the payments") {
    Practice practice;
    const auto client = practice.client("Nguyễn Thị Lan");
    practice.invoice(client, 10'000);
    practice.pay(client, 12'300);
    const auto today = practice.app().today_view();
    REQUIRE(today.has_value());
    CHECK(today->taken == std::vector{eur(12'300)});
    REQUIRE(today->taken_by_method.size() == 1);
    CHECK(today->taken_by_method[0].name == "Card");
    REQUIRE(today->payments.size() == 1);
    CHECK(today->payments[0].first_number == "INV-0001");
    CHECK(today->owed.front().total == eur(0));
}

TEST_CASE("search: clients by word, invoices by number or counter") {
    Practice practice;
    practice.invoice(practice.client("Yael Cohen"), 1'000);
    for (const char* text : {"coh", "INV-00", "inv-0001", "1"}) {
        CAPTURE(text);
        const auto hits = practice.app().search(text, 10);
        REQUIRE(hits.has_value());
        CHECK(hits->size() == 1);
    }
}

TEST_CASE("json: commands at fault give a fixed code and the field's path") {
    Practice practice;
    struct Row {
        const char* text;
        base::Code code;
        const char* field;
    };
    const Row rows[] = {
        {"", base::Code::wrong_type, ""},
        {"[]", base::Code::wrong_type, ""},
        {"{}", base::Code::missing, "command"},
        {R"({"command":7})", base::Code::wrong_type, "command"},
        {R"({"command":"fly"})", base::Code::unknown_command, "command"},
        {R"({"command":"add_client","name":7})", base::Code::wrong_type, "name"},
        {R"({"command":"add_client","name":"A","colour":"red"})", base::Code::unknown_field,
         "colour"},
        {R"({"command":"add_client","name":""})", base::Code::missing, "name"},
        {"{\"command\":\"add_client\",\"name\":\"A\xFF\"}", base::Code::not_utf8, "name"},
        {R"({"command":"add_client","name":"A","address":{"city":1}})", base::Code::wrong_type,
         "address.city"},
        {R"({"command":"delete_draft"})", base::Code::missing, "invoice"},
        {R"({"command":"delete_draft","invoice":"x"})", base::Code::not_an_id, "invoice"},
        {R"({"command":"save_draft","currency":"EUR","lines":[{"name":"a"},{"quantity":"x"}]})",
         base::Code::wrong_type, "lines[1].quantity"},
        {R"({"command":"add_client","command_id":1})", base::Code::wrong_type, "command_id"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto before = practice.digest();
        const auto outcome = practice.app().execute_json(row.text);
        REQUIRE_FALSE(outcome.has_value());
        CHECK(static_cast<int>(outcome.error().code) == static_cast<int>(row.code));
        CHECK(outcome.error().field == row.field);
        CHECK_FALSE(app::message(outcome.error()).empty());
        CHECK(practice.digest() == before);
    }
}

TEST_CASE("json: a client is added and found again by a query") {
    Practice practice;
    const auto receipt =
        practice.app().execute_json(R"({"command":"add_client","name":"Żółć Ελληνικά"})");
    REQUIRE(receipt.has_value());
    const auto answer = app::query_json(practice.app(), "clients", R"({"search":"zolc"})");
    REQUIRE(answer.has_value());
    CHECK((*answer)["found_count"] == 1);
    CHECK((*answer)["rows"][0]["name"] == "Żółć Ελληνικά");
    CHECK(app::query_json(practice.app(), "weather", "{}").error().code ==
          base::Code::unknown_query);
}
