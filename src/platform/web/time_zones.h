// Time zones from the browser (Intl), which knows the rules of every IANA zone.
#pragma once

#include "platform/ports/time_zones.h"

namespace platform {

class BrowserTimeZones final : public TimeZones {
  public:
    [[nodiscard]] int utc_offset_minutes(std::string_view zone, std::int64_t unix_ms) override;
};

} // namespace platform
