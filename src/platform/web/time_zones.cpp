#include "platform/web/time_zones.h"

#include <emscripten/em_js.h>

// int host_utc_offset_minutes(const char* zone, int zone_size, double unix_ms)
EM_JS(int, host_utc_offset_minutes, (const char* zone, int zone_size, double unix_ms), {
    const name = UTF8ToString(zone, zone_size);
    let format;
    try {
        format = Intl.DateTimeFormat("en-GB", {
            timeZone : name,
            hourCycle : "h23",
            year : "numeric",
            month : "numeric",
            day : "numeric",
            hour : "numeric",
            minute : "numeric"
        });
    } catch {
        return 0;
    }
    const part = {};
    for (const {type, value} of format.formatToParts(unix_ms))
        part[type] = Number(value);
    const local = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute);
    return Math.round((local - Math.floor(unix_ms / 60000) * 60000) / 60000);
});

namespace platform {

int BrowserTimeZones::utc_offset_minutes(std::string_view zone, std::int64_t unix_ms) {
    const std::int64_t minute = unix_ms / 60000; // No zone changes its offset within one.
    if (!offset_ || minute_ != minute || zone_ != zone) {
        zone_ = zone;
        minute_ = minute;
        offset_ = host_utc_offset_minutes(zone.data(), static_cast<int>(zone.size()),
                                          static_cast<double>(unix_ms));
    }
    return *offset_;
}

} // namespace platform
