// Time zones from the system's zone files, through the C library.
#pragma once

#include "platform/ports/time_zones.h"

namespace platform {

// Leaves the process's TZ at the zone it looked up last: for programs of one thread.
class SystemTimeZones final : public TimeZones {
  public:
    [[nodiscard]] int utc_offset_minutes(std::string_view zone, std::int64_t unix_ms) override;
};

} // namespace platform
