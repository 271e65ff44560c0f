// Time zones of a simulation: one offset for every zone, as told.
#pragma once

#include "platform/ports/time_zones.h"

namespace platform {

class SimTimeZones final : public TimeZones {
  public:
    explicit SimTimeZones(int offset_minutes = 0) : offset_minutes_(offset_minutes) {}
    [[nodiscard]] int utc_offset_minutes(std::string_view, std::int64_t) override {
        return offset_minutes_;
    }

  private:
    int offset_minutes_;
};

} // namespace platform
