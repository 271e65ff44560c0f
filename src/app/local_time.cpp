#include "app/local_time.h"

namespace app {

namespace {

std::string two_digits(int value) {
    return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

} // namespace

LocalTime local_time_in(platform::TimeZones& zones, std::string_view zone, base::Instant instant) {
    constexpr std::int64_t ms_per_minute = 60'000;
    constexpr std::int64_t ms_per_day = 86'400'000;
    const std::int64_t local =
        instant.unix_ms + zones.utc_offset_minutes(zone, instant.unix_ms) * ms_per_minute;
    const std::int64_t day = local / ms_per_day - (local % ms_per_day < 0 ? 1 : 0);
    const auto date = base::Date::from_days(day);
    ASSERT(date.has_value()); // Instants are base::instant_min to instant_max.
    const auto second = static_cast<int>((local - day * ms_per_day) / 1000);
    return {
        .date = *date, .hour = second / 3600, .minute = second / 60 % 60, .second = second % 60};
}

std::string clock_text(const LocalTime& time) {
    return two_digits(time.hour) + ":" + two_digits(time.minute);
}

std::string exact_clock_text(const LocalTime& time) {
    return clock_text(time) + ":" + two_digits(time.second);
}

} // namespace app
