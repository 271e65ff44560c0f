// What has changed in a book since one last looked, as its log tells.
//
// For one who holds in memory what was read from the book and would bring it up to date by reading
// the records touched since. Remembers the last change of every device with its hash, which stands
// for all changes before it, so that another book, a copy put in its place or a log that went
// another way from here is told apart. Holds no connection: a follower's is another by the next
// change.
#pragma once

#include "base/hash.h"
#include "store/dot.h"
#include "store/sqlite.h"
#include "store/touched.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace store {

class LogFollower {
  public:
    // From so many changes on, reading everything anew is the quicker way.
    static constexpr std::int64_t changes_max = 200;

    // What the changes since the last call touched; none: everything is to be read anew, as at the
    // first call. Costs by the changes there are, and one look-up for each device.
    [[nodiscard]] base::Result<std::optional<Touched>> catch_up(Connection& database);
    // The next call is as the first.
    void start_over() { seen_.clear(); }

  private:
    // The last change of a device.
    struct Head {
        Dot dot;
        base::Digest hash{};
        std::optional<base::Uuid> session;
    };
    [[nodiscard]] static base::Result<std::vector<Head>> heads_of(Connection& database);
    // The first change that `seen` does not cover; none if the log is not the one it was seen in.
    [[nodiscard]] static base::Result<std::optional<Dot>> first_after(Connection& database,
                                                                      const Head& seen);

    std::vector<Head> seen_; // By device number.
};

} // namespace store
