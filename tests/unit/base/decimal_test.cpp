#include "base/decimal.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>

TEST_CASE("decimal: plain text and back") {
    struct Row {
        const char* text;
        std::int64_t scaled;
        const char* printed;
    };
    for (const Row& row :
         {Row{"0", 0, "0"}, Row{"12", 12'000'000, "12"}, Row{"-0.5", -500'000, "-0.5"},
          Row{"158.1250000000", 158'125'000, "158.125"}, Row{"0.000001", 1, "0.000001"},
          Row{"007", 7'000'000, "7"},
          Row{"-9223372036854.775808", std::numeric_limits<std::int64_t>::min(),
              "-9223372036854.775808"},
          Row{"9223372036854.775807", std::numeric_limits<std::int64_t>::max(),
              "9223372036854.775807"}}) {
        CAPTURE(std::string(row.text));
        const auto value = base::parse_decimal(row.text);
        REQUIRE(value.has_value());
        CHECK(value->scaled == row.scaled);
        CHECK(base::to_text(*value) == row.printed);
    }
}

TEST_CASE("decimal: what is not plain text of a number is refused") {
    for (const char* const text :
         {"", "-", ".", "1.", ".5", "+1", "1,5", "1e3", " 1", "1 ", "0x1", "--1", "1.2.3", "NaN"}) {
        CAPTURE(std::string(text));
        CHECK(base::parse_decimal(text).error().code == base::Code::wrong_type);
    }
    CHECK(base::parse_decimal("0.0000001").error().code == base::Code::too_precise);
    CHECK(base::parse_decimal("9223372036854.775808").error().code == base::Code::overflow);
    CHECK(base::parse_decimal("99999999999999999999").error().code == base::Code::overflow);
}

TEST_CASE("decimal: a fixed number of decimals, as money prints") {
    CHECK(base::scaled_text(-1250, 2) == "-12.50");
    CHECK(base::scaled_text(5, 2) == "0.05");
    CHECK(base::scaled_text(0, 2) == "0.00");
    CHECK(base::scaled_text(105, 0) == "105");
    CHECK(base::scaled_text(-1, 3) == "-0.001");
    CHECK(base::scaled_text(std::numeric_limits<std::int64_t>::min(), 2) ==
          "-92233720368547758.08");
    CHECK(base::parse_scaled("-92233720368547758.08", 2) ==
          std::numeric_limits<std::int64_t>::min());
    CHECK(base::parse_scaled("1.05", 2) == 105);
    CHECK(base::parse_scaled("1.005", 2).error().code == base::Code::too_precise);
}
