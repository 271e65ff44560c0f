#include "domain/currency.h"
#include "domain/money.h"
#include "unit/domain/make.h"

#include <doctest/doctest.h>

TEST_CASE("money: currencies know their decimals") {
    CHECK(make::currency("EUR").exponent() == 2);
    CHECK(make::currency("JPY").exponent() == 0);
    CHECK(make::currency("KWD").minor_per_unit() == 1000);
    for (const char* const code : {"", "EU", "eur", "XXX", "EURO"})
        CHECK(domain::Currency::from_code(code).error().code == base::Code::not_a_currency);
    for (const domain::CurrencyRecord& record : domain::currency_records()) {
        CAPTURE(record.code);
        CHECK(domain::Currency::from_code(record.code).has_value());
        CHECK((record.exponent == 0 || record.exponent == 2 || record.exponent == 3));
    }
}

TEST_CASE("money: plain text and back") {
    CHECK(make::euro("-12.5").minor == -1250);
    CHECK(plain_text(make::euro("-12.5")) == "-12.50");
    CHECK(domain::parse_money("12.505", make::currency("EUR")).error().code ==
          base::Code::too_precise);
    CHECK(domain::parse_money("12.0", make::currency("JPY"))->minor == 12);
}

TEST_CASE("money: currencies are never summed") {
    const domain::Money yen{5, make::currency("JPY")};
    CHECK(add(make::euro("1"), yen).error().code == base::Code::currency_mixed);
    CHECK(subtract(make::euro("1"), yen).error().code == base::Code::currency_mixed);
    CHECK(add(make::euro("1"), make::euro("2.01")) == make::euro("3.01"));
}

TEST_CASE("money: percentages round half away from zero") {
    using base::Rounding;
    CHECK(domain::percent_of(-139350, make::percent("15"), Rounding::half_away_from_zero) ==
          -20903);
    CHECK(domain::percent_of(1430, make::percent("15"), Rounding::half_away_from_zero) == 215);
    CHECK(domain::percent_of(80487894, make::percent("2.58"), Rounding::half_away_from_zero) ==
          2076588);
}
