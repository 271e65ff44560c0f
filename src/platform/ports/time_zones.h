// What the civil time is in a time zone: the only source of zone rules.
//
// The page asks the browser, the command line the system's zone files. Zones are named as IANA
// names them ("Europe/Dublin"); an unknown name counts as UTC.
#pragma once

#include <cstdint>
#include <string_view>

namespace platform {

class TimeZones {
  public:
    virtual ~TimeZones() = default;
    // Minutes to add to UTC at that moment: 60 for Dublin in summer.
    [[nodiscard]] virtual int utc_offset_minutes(std::string_view zone, std::int64_t unix_ms) = 0;
};

} // namespace platform
