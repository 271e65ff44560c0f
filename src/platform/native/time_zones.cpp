#include "platform/native/time_zones.h"

#include <cstdlib>
#include <ctime>
#include <string>

namespace platform {

int SystemTimeZones::utc_offset_minutes(std::string_view zone, std::int64_t unix_ms) {
    // The colon asks for a zone file; an unknown one counts as UTC.
    setenv("TZ", (":" + std::string(zone)).c_str(), 1);
    tzset();
    const std::time_t seconds = unix_ms / 1000;
    std::tm local{};
    localtime_r(&seconds, &local);
    return static_cast<int>(local.tm_gmtoff / 60);
}

} // namespace platform
