// A moment as the clock on the practice's wall shows it.
//
// Facts carry a civil date of their own; this is for showing when something was recorded. The rules
// of the zone come from the TimeZones port; nothing here is kept.
#pragma once

#include "base/date.h"
#include "base/instant.h"
#include "platform/ports/time_zones.h"

#include <string>
#include <string_view>

namespace app {

struct LocalTime {
    base::Date date;
    int hour = 0; // 0 to 23
    int minute = 0;
    int second = 0;

    friend bool operator==(const LocalTime&, const LocalTime&) = default;
};

// The instant lies in years 1 to 9999. An unknown zone counts as UTC.
[[nodiscard]] LocalTime local_time_in(platform::TimeZones& zones, std::string_view zone,
                                      base::Instant instant);

// "09:05", and "09:05:32" where the second matters.
[[nodiscard]] std::string clock_text(const LocalTime& time);
[[nodiscard]] std::string exact_clock_text(const LocalTime& time);

} // namespace app
