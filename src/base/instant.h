// A moment in time, and the hybrid clock that orders what several devices did.
//
// An Instant is UTC milliseconds, handed in by the Clock port. A Stamp is an instant plus a counter
// that only moves forward on one device and never falls behind a stamp it has seen (Kulkarni et
// al., "Logical Physical Clocks", 2014). Stamps order changes for the view; they never date money.
#pragma once

#include "base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace base {

struct Instant {
    std::int64_t unix_ms = 0; // Milliseconds since 1970-01-01T00:00:00Z.

    friend auto operator<=>(const Instant&, const Instant&) = default;
};

// The instants whose date lies in years 1 to 9999 in every time zone: a day from either end.
constexpr Instant instant_min{-719'161LL * 86'400'000};
constexpr Instant instant_max{2'932'896LL * 86'400'000 - 1};
// out_of_range beyond these.
Result<Instant> instant_from_ms(std::int64_t unix_ms);

// "2026-11-20T09:30:00.250Z"; the instant lies in years 1 to 9999.
std::string iso_text(Instant instant);

struct Stamp {
    std::int64_t unix_ms = 0;
    std::uint32_t counter = 0;

    friend auto operator<=>(const Stamp&, const Stamp&) = default;
};

// A foreign stamp further ahead than this does not advance the local clock.
constexpr std::int64_t stamp_ahead_max_ms = 10 * 60 * 1000;

// "1795340400250.3": milliseconds, point, counter.
std::string stamp_text(Stamp stamp);
Result<Stamp> parse_stamp(std::string_view text);

class HybridClock {
  public:
    // `last` is the greatest stamp this device has made or followed, read back from the book.
    explicit HybridClock(Stamp last) : last_(last) {}

    // The stamp of a new change: later than every stamp made or followed so far.
    Stamp next(Instant now);

    enum class Seen { followed, clock_ahead };
    // Takes note of another device's stamp; clock_ahead when it lies too far in the future, which
    // is reported and otherwise ignored.
    Seen observe(Stamp other, Instant now);

    Stamp last() const { return last_; }

  private:
    Stamp last_;
};

} // namespace base
