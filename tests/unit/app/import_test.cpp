// What an import leaves in the book: all or nothing, once, and nothing twice unless that is said.
#include "unit/app/import_plans.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using app::ImportKind;
using app::ImportPlan;
using app_test::bring_in;
using app_test::plan_of;
using app_test::Practice;
using base::Code;

TEST_CASE("import: clients who are there already are told, and only added when that is said") {
    Practice practice;
    bring_in(practice, ImportKind::clients,
             "Name,Email,Reference\nAnna Kos,anna@example.com,1\nJan Nowak,,\nEva Lis,,9\n");
    struct Row {
        const char* name;
        const char* row;
        Code code;
        const char* detail; // Empty: not repeated.
    };
    const Row rows[] = {
        {"the same number", "Somebody Else,else@example.com,1", Code::already_in_book, "Anna Kos"},
        {"the same name and email", "ANNA KOS,anna@example.com,", Code::already_in_book,
         "Anna Kos"},
        {"the same name, both without an email", "Jan Nowak,,", Code::already_in_book, "Jan Nowak"},
        {"the same name with a new number", "Jan Nowak,,2", Code::already_in_book, "Jan Nowak"},
        {"the same name with another email", "Anna Kos,kos@example.com,", Code::missing, ""},
        {"the same name with another number", "Eva Lis,,10", Code::missing, ""},
        {"the same row twice", "Ola Zych,,\nOla Zych,,", Code::twice_in_file, "2"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const std::string text = std::string("Name,Email,Reference\n") + row.row + "\n";
        const ImportPlan plan = plan_of(practice, ImportKind::clients, text);
        CHECK(plan.faults.empty());
        if (std::string_view(row.detail).empty()) {
            CHECK(plan.repeated_rows.empty());
            CHECK(app::import_command(plan).has_value());
            continue;
        }
        REQUIRE(plan.repeated_rows.size() == 1);
        CHECK(plan.repeated_rows[0].error.code == row.code);
        CHECK(plan.repeated_rows[0].error.detail == row.detail);
        CHECK(app::import_command(plan).error().code == Code::repeated_rows);
        const ImportPlan added =
            plan_of(practice, ImportKind::clients, text, {.repeated = app::RepeatedRows::add});
        CHECK(added.rows.size() == added.row_count);
        const ImportPlan left = plan_of(practice, ImportKind::clients, text,
                                        {.repeated = app::RepeatedRows::leave_out});
        CHECK(left.rows.size() == left.row_count - 1);
        if (left.rows.empty()) CHECK(app::import_command(left).error().code == Code::nothing_new);
    }
}

TEST_CASE("import: services are the same by their code, or by their name") {
    Practice practice;
    bring_in(practice, ImportKind::services, "Service,Code,Price\nReport,REP,45\nGroup,,12\n");
    const ImportPlan plan =
        plan_of(practice, ImportKind::services,
                "Service,Code,Price\nAnother,rep,50\nGROUP,G,12\nReport,REP2,45\n");
    REQUIRE(plan.repeated_rows.size() == 2);
    CHECK(plan.repeated_rows[0].line == 2);
    CHECK(plan.repeated_rows[1].line == 3);
    REQUIRE(plan.rows.size() == 1);
    CHECK(plan.rows[0].line == 4);
}

TEST_CASE("import: a plan changes nothing, and its command adds what it showed") {
    Practice practice;
    constexpr std::string_view text = "Name,Email\nAnna Kos,anna@example.com\nJan Nowak,\n";
    const base::Digest before = practice.digest();
    const ImportPlan plan = plan_of(practice, ImportKind::clients, text);
    CHECK(practice.digest() == before);
    const auto command = app::import_command(plan);
    REQUIRE(command.has_value());
    const base::Uuid id = practice.app().new_id();
    REQUIRE(practice.app().execute(id, *command).has_value());
    CHECK(practice.app().clients({})->in_use_count == 2);
    CHECK(practice.app().clients({.search = "anna@example.com"})->found_count == 1);
    CHECK(plan_of(practice, ImportKind::clients, text).repeated_rows.size() == 2);
    // What was undone can be imported again.
    REQUIRE(practice.app().execute(app::Undo{id}).has_value());
    CHECK(plan_of(practice, ImportKind::clients, text).repeated_rows.empty());
}
