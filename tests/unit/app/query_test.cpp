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

TEST_CASE("clients: an email and a phone number are found as people write them") {
    Practice practice;
    domain::Client client{.name = "Żaneta Wójcik"};
    client.email = "zaneta.wojcik@poczta.example";
    client.phone = "087 555 0142";
    REQUIRE(practice.app().execute(app::Add<domain::Client>{client}).has_value());
    practice.client("Grace Adeyemi");
    for (const char* search : {"zaneta.wojcik@poczta.example", "Zaneta.Wojcik@", "087 555 0142",
                               "(087) 555-01", "0875550142", "wojcik"}) {
        CAPTURE(search);
        const auto list = practice.app().clients({.search = search});
        REQUIRE(list.has_value());
        CHECK(list->found_count == 1);
    }
    CHECK(practice.app().clients({.search = "086 555 0142"})->found_count == 0);
}

TEST_CASE("clients: sorted by name or by what they owe, either way, a page at a time") {
    Practice practice;
    const auto first = practice.client("Anna");
    practice.client("Berta");
    const auto third = practice.client("Clara");
    practice.invoice(first, 1'000);
    practice.invoice(third, 2'000);
    struct Row {
        app::ClientSort sort;
        app::SortOrder order;
        const char* search;
        const char* names;
    };
    constexpr auto name = app::ClientSort::name;
    constexpr auto owed = app::ClientSort::owed;
    constexpr auto up = app::SortOrder::ascending;
    constexpr auto down = app::SortOrder::descending;
    constexpr Row rows[] = {
        {name, up, "", "Anna Berta Clara "}, {name, down, "", "Clara Berta Anna "},
        {owed, up, "", "Berta Anna Clara "}, {owed, down, "", "Clara Anna Berta "},
        {name, down, "c", "Clara "},         {owed, down, "a", "Anna "}};
    for (const Row& row : rows) {
        std::string names;
        for (std::size_t offset = 0; offset < 3; ++offset) {
            const auto list = practice.app().clients({.search = row.search,
                                                      .sort = row.sort,
                                                      .order = row.order,
                                                      .offset = offset,
                                                      .count = 1});
            REQUIRE(list.has_value());
            for (const app::ClientRow& client : list->rows)
                names += client.name + " ";
        }
        CHECK(names == row.names);
    }
}

TEST_CASE("contact: has an account of their own and names the clients they are linked to") {
    Practice practice;
    const auto made = practice.app().execute(app::Add<domain::Contact>{
        {.role = domain::ContactRole::insurer, .name = "Vhi Healthcare"}});
    REQUIRE(made.has_value());
    const domain::PartyId contact{made->record};
    domain::Client client{.name = "Żaneta Wójcik"};
    client.contacts = {contact};
    client.invoice_to = contact;
    const auto added = practice.app().execute(app::Add<domain::Client>{client});
    REQUIRE(added.has_value());
    practice.client("Grace Adeyemi");

    const auto profile = practice.app().contact(contact);
    REQUIRE(profile.has_value());
    CHECK(profile->contact.name == "Vhi Healthcare");
    REQUIRE(profile->clients.size() == 1);
    CHECK(profile->clients[0].name == "Żaneta Wójcik");
    CHECK(profile->clients[0].is_invoiced);
    CHECK(profile->account.figures.front().owed == eur(0));

    CHECK(practice.app().contacts("vhi", 10)->size() == 1);
    CHECK(practice.app().contacts("", 10)->size() == 1);
    CHECK(practice.app().contacts("zaneta", 10)->empty());
    CHECK(practice.app().contact({added->record}).error().code == base::Code::not_found);
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
    REQUIRE(profile->account.lines.size() == 2);
    CHECK(profile->account.lines[0].kind == app::AccountLineKind::payment);
    CHECK(profile->account.lines[0].balance == eur(-7'700));
    CHECK(profile->account.lines[1].balance == eur(12'300));
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
