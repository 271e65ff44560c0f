#include "domain/limits.h"
#include "domain/numbering.h"
#include "unit/domain/make.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using base::Code;

domain::NumberPattern pattern(std::string_view text) {
    const auto parsed = domain::NumberPattern::parse(text);
    REQUIRE(parsed.has_value());
    return *parsed;
}

} // namespace

TEST_CASE("numbering: patterns print series, year, month and a padded counter") {
    const base::Date date = make::day("2026-03-09");
    struct Row {
        const char* pattern;
        const char* letter;
        std::int64_t counter;
        const char* number;
    };
    for (const Row& row :
         {Row{"INV-{S}{N:4}", "", 1, "INV-0001"}, Row{"INV-{S}{N:4}", "A", 1, "INV-A0001"},
          Row{"INV-{S}{N:4}", "B", 12345, "INV-B12345"}, Row{"{Y}/{N:3}", "", 7, "2026/007"},
          Row{"{y}{M}-{N:1}", "", 7, "2603-7"}, Row{"№ {N:2}", "", 7, "№ 07"}})
        CHECK(pattern(row.pattern).render(row.letter, row.counter, date) == row.number);
}

TEST_CASE("numbering: bad patterns are refused") {
    for (const char* const text : {"", "INV", "{N:4}{N:4}", "{M}-{N:4}", "INV-{N:4", "}{N:4}"}) {
        CAPTURE(std::string(text));
        CHECK(domain::NumberPattern::parse(text).error().code == Code::bad_pattern);
    }
    for (const char* const text : {"{X}{N:4}", "{N:0}", "{N}", "{N:10}"}) {
        CAPTURE(std::string(text));
        CHECK(domain::NumberPattern::parse(text).error().code == Code::bad_pattern);
    }
    // 30 characters with the widest counter and letter fit, 31 do not.
    CHECK(domain::NumberPattern::parse("1234567890123456789{S}{N:4}").has_value());
    CHECK(domain::NumberPattern::parse("12345678901234567890{S}{N:4}").error().code ==
          Code::too_long);
}

TEST_CASE("numbering: counters go up by one and remember the latest issue date") {
    domain::Series series;
    const auto first = domain::take_number(series, make::day("2026-11-20"));
    REQUIRE(first.has_value());
    CHECK(first->number.text == "INV-0001");
    CHECK(first->number.year == 0);
    const auto second = domain::take_number(first->after, make::day("2026-11-18"));
    REQUIRE(second.has_value());
    CHECK(second->number.text == "INV-0002");
    CHECK(second->after.last_issue_date == make::day("2026-11-20"));
    CHECK(domain::expected_number(second->after, make::day("2026-11-20")) == "INV-0003");
}

TEST_CASE("numbering: a year in the pattern restarts the counter, and never goes back") {
    domain::Series series{.pattern = pattern("{Y}-{N:3}"), .next_counter = 5};
    const auto first = domain::take_number(series, make::day("2026-12-31"));
    REQUIRE(first.has_value());
    CHECK(first->number.text == "2026-005");
    const auto next_year = domain::take_number(first->after, make::day("2027-01-01"));
    REQUIRE(next_year.has_value());
    CHECK(next_year->number.text == "2027-001");
    CHECK(domain::take_number(next_year->after, make::day("2026-12-31")).error().code ==
          Code::series_year_passed);
}

TEST_CASE("numbering: a closed or used-up series gives no number") {
    CHECK(domain::take_number({.is_closed = true}, make::day("2026-11-20")).error().code ==
          Code::series_closed);
    CHECK(domain::take_number({.next_counter = domain::counter_max}, make::day("2026-11-20"))
              .has_value());
    CHECK(domain::take_number({.next_counter = domain::counter_max + 1}, make::day("2026-11-20"))
              .error()
              .code == Code::counter_exhausted);
}

TEST_CASE("numbering: the next number moves forward only, with a reason") {
    make::Moment moment("2026-11-20");
    const domain::Series series{.next_counter = 5};
    const auto skipped =
        domain::decide_move_next_number(series, {100, "Old books end at 99"}, moment.context());
    REQUIRE(skipped.has_value());
    CHECK(skipped->from == 5);
    CHECK(skipped->to == 99);
    CHECK(make::codes(domain::decide_move_next_number(series, {5, " "}, moment.context())) ==
          std::vector{Code::number_not_forward, Code::missing});
    CHECK(make::codes(domain::decide_move_next_number(series, {domain::counter_max + 1, "x"},
                                                      moment.context())) ==
          std::vector{Code::out_of_range});
}

TEST_CASE("numbering: a joining device gets the next free letter") {
    CHECK(domain::next_series_letter({}) == "");
    CHECK(domain::next_series_letter({""}) == "A");
    CHECK(domain::next_series_letter({"", "A", "C"}) == "B");
    std::vector<std::string> used{""};
    for (char c = 'A'; c <= 'Z'; ++c)
        used.emplace_back(1, c);
    CHECK(domain::next_series_letter(used) == "AA");
}
