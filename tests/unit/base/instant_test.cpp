#include "base/instant.h"

#include <doctest/doctest.h>

#include <limits>

TEST_CASE("instant: ISO text in UTC, before 1970 too") {
    CHECK(base::iso_text(base::Instant{0}) == "1970-01-01T00:00:00.000Z");
    CHECK(base::iso_text(base::Instant{1'795'253'400'250}) == "2026-11-21T09:30:00.250Z");
    CHECK(base::iso_text(base::Instant{-1}) == "1969-12-31T23:59:59.999Z");
}

TEST_CASE("instant: its date is in the calendar in every time zone") {
    CHECK(base::iso_text(base::instant_min) == "0001-01-02T00:00:00.000Z");
    CHECK(base::iso_text(base::instant_max) == "9999-12-30T23:59:59.999Z");
    CHECK(base::instant_from_ms(0) == base::Instant{0});
    CHECK(base::instant_from_ms(base::instant_min.unix_ms).has_value());
    CHECK(base::instant_from_ms(base::instant_max.unix_ms).has_value());
    for (const std::int64_t beyond :
         {base::instant_min.unix_ms - 1, base::instant_max.unix_ms + 1,
          std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()})
        CHECK(base::instant_from_ms(beyond).error().code == base::Code::out_of_range);
}

TEST_CASE("stamp: a device's stamps only grow, also when its clock goes back") {
    base::HybridClock clock({.unix_ms = 1000, .counter = 7});
    CHECK(clock.next({2000}) == base::Stamp{2000, 0});
    CHECK(clock.next({2000}) == base::Stamp{2000, 1});
    CHECK(clock.next({500}) == base::Stamp{2000, 2});
    CHECK(clock.next({2001}) == base::Stamp{2001, 0});
}

TEST_CASE("stamp: what another device did lies before what follows here") {
    base::HybridClock clock({});
    CHECK(clock.observe({.unix_ms = 5000, .counter = 3}, {4000}) ==
          base::HybridClock::Seen::followed);
    CHECK(clock.next({4001}) > base::Stamp{5000, 3});
}

TEST_CASE("stamp: a stamp more than ten minutes ahead does not move the clock") {
    base::HybridClock clock({});
    CHECK(clock.observe({.unix_ms = 600'000, .counter = 0}, {0}) ==
          base::HybridClock::Seen::followed);
    CHECK(clock.observe({.unix_ms = 600'001, .counter = 0}, {0}) ==
          base::HybridClock::Seen::clock_ahead);
    CHECK(clock.last() == base::Stamp{600'000, 0});
}

TEST_CASE("stamp: text and back") {
    CHECK(base::stamp_text({.unix_ms = 1795253400250, .counter = 3}) == "1795253400250.3");
    CHECK(base::parse_stamp("1795253400250.3") == base::Stamp{1795253400250, 3});
    for (const char* const text : {"", "1", "1.", ".1", "01.1", "1.+1", "1.4294967296", "1.1 "})
        CHECK_FALSE(base::parse_stamp(text).has_value());
}
