// The place the program runs in: what it keeps for us, and for how long.
//
// A browser may throw away everything a site has stored, or a part of it. So a store that is found
// empty is not proof of a new user: `used_before` looks for traces in other places.
#pragma once

#include "base/instant.h"

#include <cstdint>
#include <optional>

namespace platform {

class Site {
  public:
    virtual ~Site() = default;

    // Whether any trace says that a book was kept here before: cookie, localStorage, cache.
    [[nodiscard]] virtual bool used_before() const = 0;
    // Leaves the traces; called when the first commit of a book is saved.
    virtual void leave_traces() = 0;
    // Takes them away: the person has removed the book on purpose.
    virtual void forget_traces() = 0;

    // Whether the page was asked for with the sample practice ("?sample").
    [[nodiscard]] virtual bool wants_sample() const = 0;

    // When a copy of the book was last given out as a file. Kept beside the book, not in it: a copy
    // that is restored elsewhere must not claim to be backed up there.
    [[nodiscard]] virtual std::optional<base::Instant> last_copy() const = 0;
    virtual void note_copy(base::Instant when) = 0;
    virtual void forget_copy() = 0;

    enum class Persistence : std::uint8_t { unknown, refused, granted };
    // Whether the browser has promised not to clear this site's data by itself.
    [[nodiscard]] virtual Persistence persistence() const = 0;
    virtual void request_persistence() = 0;

    struct Room {
        std::uint64_t used_bytes = 0;
        std::uint64_t quota_bytes = 0;
    };
    // As last heard; asked again by `refresh`.
    [[nodiscard]] virtual std::optional<Room> room() const = 0;
    virtual void refresh() = 0;

    // Marks this run as under way, and as ended when the page goes away in order.
    virtual void begin_run() = 0;
    // Whether the run before this one ended in order; if not, the book is checked before its first
    // screen.
    [[nodiscard]] virtual bool last_run_ended_well() const = 0;
};

} // namespace platform
