#include "domain/checks.h"
#include "domain/limits.h"
#include "domain/validate.h"
#include "unit/domain/make.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace {

using base::Code;

std::vector<std::string> fields(const base::Result<void>& result) {
    std::vector<std::string> found;
    if (result.has_value()) return found;
    found.push_back(result.error().field);
    for (const base::Error& other : result.error().also)
        found.push_back(other.field);
    return found;
}

} // namespace

TEST_CASE("validate: every field at fault is named at once") {
    domain::Client client{.name = " ", .email = "grace@"};
    client.phone = std::string(domain::short_text_length_max + 1, '1');
    client.address.country = "Germany";
    client.notes = "\xFF";
    client.terms = domain::Terms{.days = 0};
    CHECK(fields(domain::validate(client)) == std::vector<std::string>{"name", "email", "phone",
                                                                       "address.country", "notes",
                                                                       "terms.days"});
    CHECK(domain::validate(domain::Client{.name = "Grace Adeyemi"}).has_value());
}

TEST_CASE("validate: limits hold just inside and break just outside") {
    domain::Client client;
    client.name = std::string(domain::name_length_max, 'x');
    CHECK(domain::validate(client).has_value());
    client.name += "x";
    CHECK(make::codes(domain::validate(client)) == std::vector{Code::too_long});
    // Counted in code points, not bytes.
    client.name.clear();
    for (std::size_t i = 0; i < domain::name_length_max; ++i)
        client.name += "ł";
    CHECK(domain::validate(client).has_value());
}

TEST_CASE("validate: a number beyond its limit names the limit on its side") {
    const auto refusal = [](base::Decimal price) {
        const auto result = domain::validate(domain::Service{.name = "x", .unit_price = price});
        REQUIRE_FALSE(result.has_value());
        return std::pair(result.error().code, result.error().detail);
    };
    const base::Decimal limit = base::Decimal::whole(domain::quantity_whole_max);
    const std::string text = std::to_string(domain::quantity_whole_max);
    CHECK(domain::validate(domain::Service{.name = "x", .unit_price = limit}).has_value());
    CHECK(refusal({limit.scaled + 1}) == std::pair(Code::out_of_range, text));
    CHECK(refusal({-limit.scaled - 1}) == std::pair(Code::too_low, "-" + text));
    CHECK(refusal({-1}) == std::pair(Code::too_low, std::string("0")));
}

TEST_CASE("checks: amounts are refused by amounts, not by minor units") {
    const auto refused = [](std::int64_t minor,
                            void (domain::Checks::*check)(domain::Money, std::string)) {
        domain::Checks checks;
        (checks.*check)({minor, make::currency("EUR")}, "amount");
        REQUIRE(checks.errors().size() == 1);
        return std::pair(checks.errors()[0].code, checks.errors()[0].detail);
    };
    const std::int64_t beyond = domain::amount_minor_max + 1;
    using Detail = std::string;
    CHECK(refused(beyond, &domain::Checks::amount) ==
          std::pair(Code::out_of_range, Detail("10000000000000.00")));
    CHECK(refused(-beyond, &domain::Checks::amount) ==
          std::pair(Code::too_low, Detail("-10000000000000.00")));
    CHECK(refused(beyond, &domain::Checks::above_zero) ==
          std::pair(Code::out_of_range, Detail("10000000000000.00")));
    CHECK(refused(0, &domain::Checks::above_zero) ==
          std::pair(Code::amount_not_positive, Detail()));
}

TEST_CASE("validate: email addresses") {
    for (const char* const email : {"", "a@b", "grace.adeyemi+bill@example.co.uk", "ж@пример.рф"})
        CHECK(domain::validate(domain::Client{.name = "x", .email = email}).has_value());
    for (const char* const email : {"@b", "a@", "a", "a@b@c", "a b@c", "a@b,c@d"}) {
        CAPTURE(std::string(email));
        CHECK(make::codes(domain::validate(domain::Client{.name = "x", .email = email})) ==
              std::vector{Code::not_an_email});
    }
}

TEST_CASE("validate: a draft is checked for limits, not for completeness") {
    make::Moment moment("2026-11-20");
    domain::Draft draft{.currency = make::currency("EUR")};
    CHECK(domain::validate(draft).has_value());
    domain::DraftLine line{.quantity = make::number("1000000001")};
    line.price_base_quantity = {};
    line.adjustments = {{.size = domain::Percent{make::number("-1")}},
                        {.size = domain::Money{1, make::currency("USD")}}};
    const auto tax = moment.id<domain::TaxId>();
    line.taxes = {tax, tax};
    draft.lines = {line};
    CHECK(fields(domain::validate(draft)) ==
          std::vector<std::string>{"lines[0].quantity", "lines[0].price_base_quantity",
                                   "lines[0].taxes", "lines[0].adjustments[0].size",
                                   "lines[0].adjustments[1].size"});
}

TEST_CASE("validate: an invoice has at most a thousand lines") {
    domain::Draft draft{.currency = make::currency("EUR")};
    draft.lines.resize(domain::invoice_lines_max);
    CHECK(domain::validate(draft).has_value());
    draft.lines.emplace_back();
    CHECK(fields(domain::validate(draft)) == std::vector<std::string>{"lines"});
}

TEST_CASE("validate: a tax has dated rates in order, and a reason where it charges nothing") {
    domain::TaxDefinition tax{.code = "VAT", .name = "VAT 20%"};
    CHECK(fields(domain::validate(tax)) == std::vector<std::string>{"rates"});
    tax.rates = {{make::day("2020-01-01"), make::percent("20")}};
    CHECK(domain::validate(tax).has_value());
    tax.rates.push_back({make::day("2020-01-01"), make::percent("-1")});
    CHECK(make::codes(domain::validate(tax)) ==
          std::vector{Code::percent_negative, Code::not_unique});
    tax.rates.pop_back();
    tax.category = domain::TaxCategory::exempt;
    CHECK(fields(domain::validate(tax)) == std::vector<std::string>{"exemption_reason"});
}

TEST_CASE("validate: the other records") {
    CHECK(fields(domain::validate(
              domain::Service{.unit_price = make::number("-1"), .duration_minutes = 1441})) ==
          std::vector<std::string>{"name", "unit_price", "duration_minutes"});
    CHECK(fields(domain::validate(domain::Product{})) == std::vector<std::string>{"name"});
    CHECK(fields(domain::validate(domain::Location{})) == std::vector<std::string>{"name"});
    CHECK(fields(domain::validate(domain::Practitioner{})) == std::vector<std::string>{"name"});
    CHECK(fields(domain::validate(domain::PaymentMethod{})) == std::vector<std::string>{"name"});
    CHECK(fields(domain::validate(domain::PracticeIdentity{})) == std::vector<std::string>{"name"});
    CHECK(fields(domain::validate(
              domain::BillingSettings{.currency = make::currency("EUR"), .cash_step_minor = 0})) ==
          std::vector<std::string>{"country", "locale", "time_zone", "cash_step_minor"});
}
