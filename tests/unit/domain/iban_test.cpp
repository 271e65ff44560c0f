#include "domain/iban.h"

#include "domain/validate.h"

#include <doctest/doctest.h>

TEST_CASE("iban: check digits and length decide, spaces and small letters do not") {
    struct Row {
        const char* name;
        std::string_view text;
        bool looks;
        bool is;
    };
    const Row rows[] = {
        {"Ireland", "IE29AIBK93115212345678", true, true},
        {"in fours", "IE29 AIBK 9311 5212 3456 78", true, true},
        {"small letters", "ie29 aibk 9311 5212 3456 78", true, true},
        {"Norway, the shortest", "NO93 8601 1117 947", true, true},
        {"Malta, the longest in use", "MT84 MALT 0110 0001 2345 MTLC AST0 01S", true, true},
        {"two digits swapped", "IE29AIBK93115212345687", true, false},
        {"a digit missing", "IE29AIBK9311521234567", true, false},
        {"too short", "IE29 1234", true, false},
        {"a sign within", "IE29-AIBK-9311-5212-3456-78", true, false},
        {"a local account number", "12345678", false, false},
        {"a sort code", "93-11-52 12345678", false, false},
        {"nothing", "", false, false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(domain::looks_like_iban(row.text) == row.looks);
        CHECK(domain::is_iban(row.text) == row.is);
    }
}

TEST_CASE("iban: a practice is not saved with a wrong one, with a local number it is") {
    domain::PracticeIdentity practice{.name = "Harbour Street Therapy", .address = {}};
    practice.iban = "IE29AIBK93115212345687";
    const auto refused = domain::validate(practice);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == base::Code::not_an_id);
    CHECK(refused.error().field == "iban");
    practice.iban = "93-11-52 12345678";
    CHECK(domain::validate(practice).has_value());
}
