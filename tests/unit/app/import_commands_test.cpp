// Many records in one command: all or none, once, and taken back as one.
#include "domain/limits.h"
#include "unit/app/fixture.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

using app_test::Practice;
using base::Code;

namespace {

app::Import<domain::Client> clients(std::size_t count) {
    app::Import<domain::Client> command;
    for (std::size_t i = 0; i < count; ++i) {
        domain::Client client{.name = "Client " + std::to_string(i)};
        client.email = "client" + std::to_string(i) + "@example.com";
        client.address.city = "Galway";
        client.notes = "Comes on Mondays.";
        command.records.push_back(std::move(client));
    }
    return command;
}

app::Import<domain::Service> services(std::vector<domain::Service> records) {
    return {std::move(records)};
}

} // namespace

TEST_CASE("import: many records are one change, made once and undone as one") {
    Practice practice;
    const base::Digest before = practice.digest();
    const base::Uuid id = practice.app().new_id();
    const auto receipt = practice.app().execute(id, clients(40));
    REQUIRE(receipt.has_value());
    CHECK(practice.app().clients({})->in_use_count == 40);
    CHECK(practice.app().clients({.search = "client 7"})->found_count == 1);
    const auto changes = practice.app().changes(std::nullopt, 1);
    REQUIRE(changes.has_value());
    CHECK(changes->at(0).command == "import_clients");
    CHECK(changes->at(0).record_count == 40);

    const auto again = practice.app().execute(id, clients(40));
    REQUIRE(again.has_value());
    CHECK(*again == *receipt);
    CHECK(practice.app().clients({})->in_use_count == 40);

    REQUIRE(practice.app().execute(app::Undo{id}).has_value());
    CHECK(practice.app().clients({})->in_use_count == 0);
    CHECK(practice.digest() != before); // The log keeps both.
}

TEST_CASE("import: once a client of it is billed, all of it stays") {
    Practice practice;
    const base::Uuid id = practice.app().new_id();
    REQUIRE(practice.app().execute(id, clients(3)).has_value());
    practice.invoice(practice.app().clients({})->rows.at(1).id, 10'000);
    app_test::check_refused(practice, app::Undo{id}, Code::not_undoable, "command");
}

TEST_CASE("import: every record that is refused is named, and none is added") {
    Practice practice;
    const domain::ServiceId id{practice.app().new_id()};
    const auto outcome =
        practice.app().execute(services({{.name = "Report"},
                                         {.name = ""},
                                         {.name = "Group", .duration_minutes = -1},
                                         {.name = "Call", .taxes = {domain::TaxId{id.uuid}}}}));
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().field == "records[1].name");
    REQUIRE(outcome.error().also.size() == 2);
    CHECK(outcome.error().also[0].field == "records[2].duration_minutes");
    CHECK(outcome.error().also[1].field == "records[3].taxes[0]");
    CHECK(practice.app().settings()->services.empty());

    app_test::check_refused(practice, services({}), Code::missing, "records");
    app_test::check_refused(practice, services({{.id = id, .name = "A"}, {.id = id, .name = "B"}}),
                            Code::already_exists, "records[1].id");
    const std::vector<domain::Service> many(domain::imported_records_max + 1, {.name = "A"});
    app_test::check_refused(practice, services(many), Code::out_of_range, "records");
}

TEST_CASE("import: a crash or a full disk leaves all of it or nothing") {
    constexpr std::size_t count = 300;
    struct Row {
        const char* name;
        std::optional<platform::DiskFailure> failure;
        int turns; // That the program has before it ends.
        std::size_t left;
    };
    const Row rows[] = {
        {"at once", {}, 0, 0},
        {"when it is saved", {}, 40, count},
        {"after the disk was full", platform::DiskFailure::quota, 4, 0},
        {"after the disk gave up", platform::DiskFailure::aborted, 4, 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        Practice practice;
        if (row.failure) practice.disk().fail_next(*row.failure);
        REQUIRE(practice.app().execute(clients(count)).has_value());
        for (int turn = 0; turn < row.turns; ++turn)
            REQUIRE(practice.app().step().has_value());
        practice.crash();
        REQUIRE(practice.app().is_ready());
        CHECK(practice.app().clients({})->in_use_count == row.left);
    }
}
