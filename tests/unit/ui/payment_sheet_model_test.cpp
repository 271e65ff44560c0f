// Recording a payment: how it is spread, what must be confirmed, that it is recorded once.
#include "ui/screens/payment_sheet_model.h"

#include "unit/app/fixture.h"

#include <doctest/doctest.h>

using app_test::eur;
using app_test::Practice;
using ui::PaymentSheetModel;

namespace {

// A client who owes 123.00 (older) and 61.50 (newer).
struct Owing {
    Practice practice;
    domain::PartyId client = practice.client("Żaneta Wójcik");
    domain::InvoiceId older = practice.invoice(client, 100'00);
    domain::InvoiceId newer = practice.invoice(client, 50'00);
    PaymentSheetModel model{practice.app()};

    void type(std::string amount) {
        model.amount_text = std::move(amount);
        model.amount_changed();
    }
    [[nodiscard]] std::int64_t at(std::size_t row) {
        const auto& amount = model.rows()[row].amount;
        return amount ? amount->minor : 0;
    }
    [[nodiscard]] std::int64_t balance(domain::InvoiceId invoice) {
        const auto view = practice.app().invoice(invoice);
        REQUIRE(view.has_value());
        return view->balance.minor;
    }
};

} // namespace

TEST_CASE("payment sheet: money is spread in the order asked for and adds up to the amount") {
    struct Case {
        const char* name;
        const char* amount;
        bool on_newer;
        std::int64_t older, newer, kept;
    };
    constexpr Case cases[] = {
        {"all that is owed", "184.50", false, 123'00, 61'50, 0},
        {"part goes to the oldest", "100.00", false, 100'00, 0, 0},
        {"the invoice it is recorded on comes first", "100.00", true, 38'50, 61'50, 0},
        {"the rest is credit", "200.00", false, 123'00, 61'50, 15'50},
    };
    for (const Case& row : cases) {
        CAPTURE(row.name);
        Owing owing;
        REQUIRE((row.on_newer ? owing.model.start_on(owing.newer) : owing.model.start(owing.client))
                    .has_value());
        owing.type(row.amount);
        CHECK(owing.at(0) == row.older);
        CHECK(owing.at(1) == row.newer);
        CHECK(owing.model.kept().minor == row.kept);
    }
}

TEST_CASE("payment sheet: it opens with what is owed, or the balance of its invoice") {
    Owing owing;
    REQUIRE(owing.model.start(owing.client).has_value());
    CHECK(owing.model.amount_text == "184.50");
    REQUIRE(owing.model.start_on(owing.newer).has_value());
    CHECK(owing.model.amount_text == "61.50");
    CHECK_FALSE(owing.model.has_unsaved());
    CHECK(owing.model.reason_against().empty());
}

TEST_CASE("payment sheet: what a person typed or ticked wins over spreading") {
    Owing owing;
    REQUIRE(owing.model.start(owing.client).has_value());
    owing.model.tick(1, true);
    owing.type("100.00");
    CHECK(owing.at(1) == 61'50);
    CHECK(owing.at(0) == 38'50);

    owing.model.rows()[0].text = "20.00";
    owing.model.row_changed(0);
    owing.type("90.00");
    CHECK(owing.at(0) == 20'00);
    CHECK(owing.at(1) == 61'50);
    CHECK(owing.model.kept().minor == 8'50);

    owing.model.tick(1, false);
    CHECK(owing.model.kept().minor == 70'00);
}

TEST_CASE("payment sheet: a row says what is wrong with its amount") {
    Owing owing;
    REQUIRE(owing.model.start(owing.client).has_value());
    owing.model.rows()[1].text = "62.00";
    owing.model.row_changed(1);
    CHECK(owing.model.rows()[1].error == "That is more than is owed. Write 61.50 at most.");
    CHECK_FALSE(owing.model.record());
    owing.model.rows()[1].text = "50,0x";
    owing.model.row_changed(1);
    CHECK_FALSE(owing.model.rows()[1].error.empty());
    CHECK_FALSE(owing.model.reason_against().empty());
}

TEST_CASE("payment sheet: credit is kept only once that is confirmed") {
    Owing owing;
    REQUIRE(owing.model.start(owing.client).has_value());
    owing.type("200.00");
    CHECK(owing.model.asks_for_confirmation());
    CHECK_FALSE(owing.model.record());
    owing.model.keep_credit(true);
    CHECK(owing.model.record());
    CHECK(owing.balance(owing.older) == 0);
    REQUIRE(owing.model.effects().size() == 3);
    CHECK(owing.model.effects()[2].amount.minor == 15'50);
    // Another amount asks again.
    REQUIRE(owing.model.start(owing.client).has_value());
    owing.type("5.00");
    CHECK_FALSE(owing.model.asks_for_confirmation()); // Nothing is open: money on account.
    CHECK(owing.model.reason_against().empty());
}

TEST_CASE("payment sheet: recording twice records once") {
    Owing owing;
    REQUIRE(owing.model.start_on(owing.newer).has_value());
    owing.type("11.50");
    CHECK(owing.model.record());
    CHECK_FALSE(owing.model.record());
    CHECK(owing.balance(owing.newer) == 50'00);
    REQUIRE(owing.model.effects().size() == 1);
    CHECK(owing.model.effects()[0].words.ends_with("€50.00 left to pay"));
}

TEST_CASE("payment sheet: cash shows change, and what coins can pay") {
    Owing owing;
    auto settings = owing.practice.app().settings();
    REQUIRE(settings.has_value());
    settings->practice.billing.cash_step_minor = 5;
    REQUIRE(owing.practice.app().execute(app::EditBilling{settings->practice.billing}).has_value());
    const auto odd = owing.practice.invoice(owing.client, 10'01); // 12.31
    REQUIRE(owing.model.start_on(odd).has_value());
    owing.model.choose_method(1);
    REQUIRE(owing.model.is_cash());
    REQUIRE(owing.model.coins_for_all().has_value());
    CHECK(owing.model.coins_for_all()->minor == 12'30);
    owing.model.take_coins_for_all();
    CHECK(owing.model.amount()->minor == 12'30);
    owing.model.given_text = "20";
    REQUIRE(owing.model.change().has_value());
    CHECK(owing.model.change()->minor == 7'70);
    CHECK(owing.model.record());
    CHECK(owing.balance(odd) == 0);
}
