// Whatever is printed reads back to the same value, in every locale and style.
#include "app/formats.h"
#include "domain/currency.h"
#include "property/generate.h"

#include <doctest/doctest.h>

namespace {

// Amounts of every length with every sign, and the borders.
constexpr std::size_t samples = 60;

} // namespace

TEST_CASE("property: every printed amount reads back") {
    for (const app::Locale& locale : app::locales()) {
        CAPTURE(std::string(locale.code));
        for (const domain::CurrencyRecord& record : domain::currency_records()) {
            CAPTURE(std::string(record.code));
            const auto currency = domain::Currency::from_code(record.code);
            REQUIRE(currency.has_value());
            base::Random random(1);
            for (std::size_t i = 0; i < samples; ++i) {
                const domain::Money amount{generate::any_int64(random), *currency};
                for (const app::MoneyStyle style :
                     {app::MoneyStyle::bare, app::MoneyStyle::with_symbol,
                      app::MoneyStyle::with_code}) {
                    const std::string text = app::money_text(amount, style, locale);
                    const auto read = app::read_money(text, *currency, locale);
                    REQUIRE_MESSAGE(read == amount, text);
                }
            }
        }
    }
}

TEST_CASE("property: every printed quantity, price and percent reads back") {
    const auto euro = domain::Currency::from_code("EUR");
    REQUIRE(euro.has_value());
    for (const app::Locale& locale : app::locales()) {
        CAPTURE(std::string(locale.code));
        for (const std::uint64_t seed : generate::seeds(1'000)) {
            CAPTURE(seed);
            base::Random random(seed);
            const base::Decimal value{generate::any_int64(random)};
            const std::string quantity = app::quantity_text(value, locale);
            REQUIRE_MESSAGE(app::read_quantity(quantity, locale) == value, quantity);
            const std::string price = app::unit_price_text(value, *euro, locale);
            REQUIRE_MESSAGE(app::read_unit_price(price, *euro, locale) == value, price);
            const std::string percent = app::percent_text({value}, locale);
            REQUIRE_MESSAGE(app::read_percent(percent, locale) == domain::Percent{value}, percent);
        }
    }
}

TEST_CASE("property: every printed date reads back, whatever day it is") {
    for (const app::Locale& locale : app::locales()) {
        CAPTURE(std::string(locale.code));
        for (const std::uint64_t seed : generate::seeds(1'000)) {
            CAPTURE(seed);
            base::Random random(seed);
            // Years 1000 to 9999: shorter ones would be read as a year of this century.
            const auto date = base::Date::from_days(random.between(-354285, 2932896));
            const auto today = base::Date::from_days(random.between(10'000, 40'000));
            REQUIRE(date.has_value());
            REQUIRE(today.has_value());
            for (const app::DateStyle style : {app::DateStyle::numeric, app::DateStyle::sentence}) {
                const std::string text = app::date_text(*date, style, *today, locale);
                REQUIRE_MESSAGE(app::read_date(text, *today, locale) == *date, text);
            }
        }
    }
}
