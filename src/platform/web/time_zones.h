// Time zones from the browser (Intl), which knows the rules of every IANA zone.
#pragma once

#include "platform/ports/time_zones.h"

#include <optional>
#include <string>

namespace platform {

class BrowserTimeZones final : public TimeZones {
  public:
    [[nodiscard]] int utc_offset_minutes(std::string_view zone, std::int64_t unix_ms) override;

  private:
    // The last answer: the browser takes a tenth of a millisecond, and every frame asks for today.
    std::string zone_;
    std::int64_t minute_ = 0;
    std::optional<int> offset_;
};

} // namespace platform
