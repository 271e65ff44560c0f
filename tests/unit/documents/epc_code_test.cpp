#include "documents/epc_code.h"

#include <doctest/doctest.h>

TEST_CASE("epc code: the lines of EPC069-12 in their order") {
    const auto code = documents::epc_code({.name = "Harbour Street Therapy Ltd",
                                           .iban = "IE29 AIBK 9311 5212 3456 78",
                                           .bic = "AIBKIE2D",
                                           .amount_cents = 49'258,
                                           .remittance = "INV-0148"});
    REQUIRE(code.has_value());
    CHECK(*code == "BCD\n002\n1\nSCT\nAIBKIE2D\nHarbour Street Therapy Ltd\n"
                   "IE29AIBK93115212345678\nEUR492.58\n\n\nINV-0148");
}

TEST_CASE("epc code: what the format cannot hold has no code") {
    const documents::EpcPayment good{
        .name = "A", .iban = "B", .bic = "", .amount_cents = 5, .remittance = ""};
    CHECK(documents::epc_code(good) == "BCD\n002\n1\nSCT\n\nA\nB\nEUR0.05\n\n\n");
    auto nothing = good;
    nothing.amount_cents = 0;
    auto much = good;
    much.amount_cents = 100'000'000'000;
    auto nobody = good;
    nobody.name = "";
    auto nowhere = good;
    nowhere.iban = "";
    for (const auto& payment : {nothing, much, nobody, nowhere}) {
        CHECK_FALSE(documents::epc_code(payment).has_value());
    }
    const std::string long_name = "é" + std::string(80, 'x');
    auto named = good;
    named.name = long_name;
    CHECK(documents::epc_code(named)->find("é" + std::string(69, 'x') + "\n") != std::string::npos);
}
