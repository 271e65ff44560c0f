#include "base/date.h"

#include <doctest/doctest.h>

#include <string>

namespace {

base::Date day(int year, int month, int number) {
    const auto date = base::Date::from_civil({.year = year, .month = month, .day = number});
    REQUIRE(date.has_value());
    return *date;
}

} // namespace

TEST_CASE("date: days count from 1970 and weekdays follow") {
    CHECK(day(1970, 1, 1).days_since_epoch() == 0);
    CHECK(day(1970, 1, 1).weekday() == base::Weekday::thursday);
    CHECK(day(2026, 11, 20).weekday() == base::Weekday::friday);
    CHECK(day(2000, 2, 29).days_since_epoch() == 11016);
    CHECK(day(1, 1, 1).weekday() == base::Weekday::monday);
    CHECK(day(9999, 12, 31).weekday() == base::Weekday::friday);
}

TEST_CASE("date: every day of four centuries keeps its civil form") {
    base::Date date = day(1901, 1, 1);
    base::CivilDate expected{.year = 1901, .month = 1, .day = 1};
    while (expected.year < 2301) {
        REQUIRE(date.civil() == expected);
        REQUIRE(base::Date::from_civil(expected) == date);
        const auto next = date.plus_days(1);
        REQUIRE(next.has_value());
        date = *next;
        if (++expected.day > base::days_in_month(expected.year, expected.month)) {
            expected.day = 1;
            if (++expected.month > 12) {
                expected.month = 1;
                ++expected.year;
            }
        }
    }
}

TEST_CASE("date: there is no 29 February 1900, 2100 or 2023") {
    for (const int year : {1900, 2100, 2023})
        CHECK(base::Date::from_civil({.year = year, .month = 2, .day = 29}).error().code ==
              base::Code::not_a_date);
    CHECK(day(2000, 2, 29).end_of_month() == day(2000, 2, 29));
    CHECK(day(2024, 2, 1).end_of_month() == day(2024, 2, 29));
    CHECK(day(2026, 12, 5).end_of_month() == day(2026, 12, 31));
}

TEST_CASE("date: the calendar ends at the years 1 and 9999") {
    CHECK_FALSE(day(9999, 12, 31).plus_days(1).has_value());
    CHECK_FALSE(day(1, 1, 1).plus_days(-1).has_value());
    CHECK_FALSE(day(2026, 1, 1).plus_days(INT64_MAX).has_value());
    CHECK_FALSE(day(2026, 1, 1).plus_days(INT64_MIN).has_value());
    CHECK_FALSE(base::Date::from_civil({.year = 0, .month = 1, .day = 1}).has_value());
    CHECK(base::days_between(day(2026, 11, 20), day(2026, 12, 4)) == 14);
}

TEST_CASE("date: ISO text and back, and nothing else") {
    CHECK(base::iso_text(day(2026, 1, 5)) == "2026-01-05");
    CHECK(base::iso_text(day(33, 12, 25)) == "0033-12-25");
    CHECK(base::parse_iso_date("2026-01-05") == day(2026, 1, 5));
    for (const char* const text : {"", "2026-1-5", "2026-02-30", "2026/01/05", "20260105",
                                   "2026-01-05T", "x026-01-05", "-026-01-05", "2026-13-01"}) {
        CAPTURE(std::string(text));
        CHECK(base::parse_iso_date(text).error().code == base::Code::not_a_date);
    }
}
