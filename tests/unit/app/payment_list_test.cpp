// The list of payments and the times at which things were recorded.
#include "unit/app/fixture.h"

using app_test::date;
using app_test::eur;
using app_test::Practice;

TEST_CASE("payments: the list finds by payer, reference and amount, and pages") {
    Practice practice;
    const auto niamh = practice.client("Niamh Doyle");
    const auto zaneta = practice.client("Żaneta Wójcik");
    practice.invoice(niamh, 100'00); // 123.00
    practice.pay(niamh, 123'00);
    practice.pay(zaneta, 50'00);
    const auto wrong = practice.pay(zaneta, 7'00);
    REQUIRE(practice.app()
                .execute(app::VoidPayment{wrong, date(2026, 11, 20), "Typed twice"})
                .has_value());
    struct Case {
        const char* name;
        app::PaymentListQuery query;
        std::size_t found, rows;
        std::int64_t taken, left;
    };
    const app::Period october{date(2026, 10, 1), date(2026, 10, 31)};
    const Case cases[] = {
        {"all", {}, 3, 3, 173'00, 50'00},
        {"a page", {.offset = 1, .count = 1}, 3, 1, 173'00, 50'00},
        {"with credit", {.filter = app::PaymentFilter::with_credit}, 1, 1, 50'00, 50'00},
        {"voided", {.filter = app::PaymentFilter::voided}, 1, 1, 0, 0},
        {"by payer", {.search = "zan"}, 2, 2, 50'00, 50'00},
        {"by amount", {.search = "123"}, 1, 1, 123'00, 0},
        {"another month", {.period = october}, 0, 0, 0, 0},
    };
    for (const Case& row : cases) {
        CAPTURE(row.name);
        const auto list = practice.app().payments(row.query);
        REQUIRE(list.has_value());
        CHECK(list->found_count == row.found);
        CHECK(list->rows.size() == row.rows);
        CHECK(list->taken.front().minor == row.taken);
        CHECK(list->left.front().minor == row.left);
    }
    const auto newest = practice.app().payments({});
    REQUIRE(newest.has_value());
    CHECK(newest->rows.front().is_voided);
    CHECK(newest->rows.back().payer_name == "Niamh Doyle");
}

TEST_CASE("time: a moment is told as the practice's clock shows it") {
    constexpr std::int64_t noon = 1'795'176'000'000; // 20 November 2026, UTC.
    struct Case {
        const char* name;
        std::int64_t unix_ms;
        int offset_minutes;
        base::Date day;
        const char* clock;
    };
    const Case cases[] = {
        {"noon", noon, 0, date(2026, 11, 20), "12:00:00"},
        {"the last second of a day", noon + 43'199'000, 0, date(2026, 11, 20), "23:59:59"},
        {"east of it the next day has begun", noon + 43'199'000, 60, date(2026, 11, 21),
         "00:59:59"},
        {"before 1970", -1000, 0, date(1969, 12, 31), "23:59:59"},
    };
    for (const Case& row : cases) {
        CAPTURE(row.name);
        platform::SimTimeZones zones(row.offset_minutes);
        const app::LocalTime time = app::local_time_in(zones, "Europe/Dublin", {row.unix_ms});
        CHECK(time.date == row.day);
        CHECK(app::exact_clock_text(time) == std::string(row.clock));
    }
}
