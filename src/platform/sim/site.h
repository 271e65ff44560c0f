// A browser's promises and traces as a test sets them.
#pragma once

#include "platform/ports/site.h"

namespace platform {

class SimSite final : public Site {
  public:
    [[nodiscard]] bool used_before() const override { return has_traces; }
    void leave_traces() override { has_traces = true; }
    void forget_traces() override { has_traces = false; }
    [[nodiscard]] bool wants_sample() const override { return asks_for_sample; }
    [[nodiscard]] std::optional<base::Instant> last_copy() const override { return copied; }
    void note_copy(base::Instant when) override { copied = when; }
    void forget_copy() override { copied.reset(); }
    [[nodiscard]] Persistence persistence() const override { return promise; }
    void request_persistence() override { promise = answer; }
    [[nodiscard]] std::optional<Room> room() const override { return space; }
    void refresh() override {}
    void begin_run() override {}
    [[nodiscard]] bool last_run_ended_well() const override { return true; }

    bool has_traces = false;
    bool asks_for_sample = false;
    std::optional<base::Instant> copied;
    Persistence promise = Persistence::unknown;
    Persistence answer = Persistence::granted; // What a request will get.
    std::optional<Room> space;
};

} // namespace platform
