#include "base/date.h"

#include "base/assert.h"

namespace base {

namespace {

constexpr std::int32_t first_day = -719162; // 0001-01-01
constexpr std::int32_t last_day = 2932896;  // 9999-12-31

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2021), days_from_civil: years
// begin in March, so that the leap day is the last of its year; 400 years are one era.
std::int32_t days_from_civil(CivilDate civil) {
    const int year = civil.month <= 2 ? civil.year - 1 : civil.year;
    const int era = year / 400;
    const int year_of_era = year - era * 400;
    const int month_from_march = civil.month > 2 ? civil.month - 3 : civil.month + 9;
    const int day_of_year = (153 * month_from_march + 2) / 5 + civil.day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

void append_digits(std::string& text, int value, int digits) {
    for (int divisor = digits == 4 ? 1000 : 10; divisor > 0; divisor /= 10)
        text.push_back(static_cast<char>('0' + value / divisor % 10));
}

} // namespace

Result<Date> Date::from_civil(CivilDate civil) {
    if (civil.year < 1 || civil.year > 9999 || civil.month < 1 || civil.month > 12 ||
        civil.day < 1 || civil.day > days_in_month(civil.year, civil.month))
        return fail(Code::not_a_date);
    return Date(days_from_civil(civil));
}

Result<Date> Date::from_days(std::int64_t days_since_epoch) {
    if (days_since_epoch < first_day || days_since_epoch > last_day)
        return fail(Code::out_of_range);
    return Date(static_cast<std::int32_t>(days_since_epoch));
}

CivilDate Date::civil() const {
    // civil_from_days of the same paper.
    const int shifted = days_ + 719468;
    const int era = shifted / 146097;
    const int day_of_era = shifted - era * 146097;
    const int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int month_from_march = (5 * day_of_year + 2) / 153;
    const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return {.year = year_of_era + era * 400 + (month <= 2 ? 1 : 0),
            .month = month,
            .day = day_of_year - (153 * month_from_march + 2) / 5 + 1};
}

Weekday Date::weekday() const {
    // 1970-01-01 was a Thursday; `first_day`, a Monday, keeps the remainder positive.
    return static_cast<Weekday>((days_ - first_day) % 7 + 1);
}

Result<Date> Date::plus_days(std::int64_t days) const {
    // Both bounds are checked before the sum, so that it can't overflow.
    if (days < first_day - std::int64_t{last_day} || days > last_day - std::int64_t{first_day})
        return fail(Code::out_of_range);
    return from_days(days_ + days);
}

Date Date::end_of_month() const {
    const CivilDate here = civil();
    return Date(days_ + days_in_month(here.year, here.month) - here.day);
}

std::int64_t days_between(Date from, Date to) {
    return std::int64_t{to.days_since_epoch()} - from.days_since_epoch();
}

int days_in_month(int year, int month) {
    ASSERT(month >= 1 && month <= 12);
    if (month == 2) return is_leap(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

Result<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return fail(Code::not_a_date);
    const auto number = [&](std::size_t from, std::size_t count) {
        int value = 0;
        for (const char c : text.substr(from, count)) {
            if (c < '0' || c > '9') return -1;
            value = value * 10 + (c - '0');
        }
        return value;
    };
    return Date::from_civil({.year = number(0, 4), .month = number(5, 2), .day = number(8, 2)});
}

std::string iso_text(Date date) {
    const CivilDate civil = date.civil();
    std::string text;
    append_digits(text, civil.year, 4);
    text.push_back('-');
    append_digits(text, civil.month, 2);
    text.push_back('-');
    append_digits(text, civil.day, 2);
    return text;
}

} // namespace base
