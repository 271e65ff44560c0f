// A civil date: a day of the Gregorian calendar in the practice's time zone, without a time.
//
// Kept as the count of days since 1970-01-01, years 1 to 9999. Due dates, ageing and every dated
// money fact use this; an instant (base/instant.h) is something else. Knows no clock and no zone.
#pragma once

#include "base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace base {

struct CivilDate {
    int year;  // 1 to 9999
    int month; // 1 to 12
    int day;   // 1 to 31

    friend bool operator==(const CivilDate&, const CivilDate&) = default;
};

// ISO 8601 numbering.
enum class Weekday { monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday };

class Date {
  public:
    // 1970-01-01; a default only so that structs can be built step by step.
    constexpr Date() = default;

    // The date of a civil triple; not_a_date when there is no such day.
    static Result<Date> from_civil(CivilDate civil);
    // Days since 1970-01-01; out_of_range outside years 1 to 9999.
    static Result<Date> from_days(std::int64_t days_since_epoch);

    std::int32_t days_since_epoch() const { return days_; }
    CivilDate civil() const;
    Weekday weekday() const;

    // This date moved by `days`, either way; out_of_range outside years 1 to 9999.
    Result<Date> plus_days(std::int64_t days) const;
    // The last day of this date's month.
    Date end_of_month() const;

    friend auto operator<=>(const Date&, const Date&) = default;

  private:
    constexpr explicit Date(std::int32_t days) : days_(days) {}

    std::int32_t days_ = 0;
};

// Days from `from` to `to`; negative when `to` is earlier.
std::int64_t days_between(Date from, Date to);

int days_in_month(int year, int month);

// Reads "2026-11-20" and nothing else; not_a_date otherwise.
Result<Date> parse_iso_date(std::string_view text);

// "2026-11-20".
std::string iso_text(Date date);

} // namespace base
