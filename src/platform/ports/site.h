// The place the program runs in: what it keeps for us, and for how long.
//
// A browser may throw away everything a site has stored, or a part of it. So a store that is found
// empty is not proof of a new user: `used_before` looks for traces in other places.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace platform {

class Site {
  public:
    virtual ~Site() = default;

    // Whether any trace says that a book was kept here before: cookie, localStorage, cache.
    [[nodiscard]] virtual bool used_before() const = 0;
    // Leaves the traces; called when the first commit of a book is saved.
    virtual void leave_traces() = 0;

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
