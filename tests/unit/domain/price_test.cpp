// A catalogue's price in the invoice's price mode.
#include "domain/price.h"

#include <doctest/doctest.h>

TEST_CASE("price: a price is turned into the other mode by its taxes") {
    struct Row {
        const char* name;
        const char* price;
        domain::PriceMode mode;
        const char* rate;
        const char* turned;
    };
    const Row rows[] = {
        {"gross at 10 % to net", "110", domain::PriceMode::net, "10", "100"},
        {"net at 10 % to gross", "100", domain::PriceMode::tax_inclusive, "10", "110"},
        {"exempt stays", "90", domain::PriceMode::net, "0", "90"},
        {"two taxes together", "100", domain::PriceMode::tax_inclusive, "14.975", "114.975"},
        {"six decimals", "100", domain::PriceMode::net, "23", "81.300813"},
        {"a negative price", "-110", domain::PriceMode::net, "10", "-100"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const auto turned = domain::price_in_mode(*base::parse_decimal(row.price), row.mode,
                                                  {*base::parse_decimal(row.rate)});
        REQUIRE(turned.has_value());
        CHECK(base::to_text(*turned) == row.turned);
    }
    CHECK_FALSE(domain::price_in_mode({INT64_MAX}, domain::PriceMode::tax_inclusive,
                                      {base::Decimal::whole(10)})
                    .has_value());
}
