#include "store/log_follower.h"

#include "store/change_log.h"
#include "store/columns.h"

#include <algorithm>
#include <utility>

namespace store {

base::Result<std::optional<Touched>> LogFollower::catch_up(Connection& database) {
    const std::vector<Head> seen = std::exchange(seen_, {});
    std::vector<Head> heads = TRY(heads_of(database));
    struct Range {
        Dot first;
        Dot last;
    };
    std::vector<Range> unseen;
    std::int64_t count = 0;
    std::size_t known = 0;
    for (const Head& head : heads) {
        const std::int64_t device = head.dot.device_number();
        Dot first = Dot::of(device, 1);
        const auto same_device = [&](const Head& one) { return one.dot.device_number() == device; };
        if (const auto found = std::ranges::find_if(seen, same_device); found != seen.end()) {
            ++known;
            const auto after = TRY(first_after(database, *found));
            if (!after) {
                known = 0;
                break;
            }
            first = *after;
        }
        unseen.push_back({.first = first, .last = head.dot});
        count += head.dot.value - first.value + 1;
    }
    const bool is_same_book = !seen.empty() && known == seen.size();
    if (!is_same_book || count > changes_max) {
        seen_ = std::move(heads);
        return std::optional<Touched>();
    }
    Touched touched;
    for (const Range& range : unseen) {
        for (Dot dot = range.first; dot <= range.last; ++dot.value) {
            const auto change = TRY(find_change(database, dot));
            if (!change) return base::fail(base::Code::damaged, "change");
            TRY_VOID(touch(database, TRY(parse_body(change->body)), touched));
        }
    }
    seen_ = std::move(heads);
    return std::optional(std::move(touched));
}

base::Result<std::vector<LogFollower::Head>> LogFollower::heads_of(Connection& database) {
    auto rows =
        TRY(database.prepare("SELECT c.dot, c.hash, c.session FROM device d JOIN change c "
                             "ON c.dot = (SELECT MAX(l.dot) FROM change l "
                             "WHERE l.dot >= d.number << 40 AND l.dot < (d.number + 1) << 40) "
                             "ORDER BY d.number"));
    TRY_VOID(rows.bind());
    std::vector<Head> heads;
    while (TRY(rows.step())) {
        Head head{
            .dot = {rows.integer(0)}, .hash = TRY(digest_column(rows, 1)), .session = std::nullopt};
        if (!rows.is_null(2)) head.session = TRY(uuid_column(rows, 2));
        heads.push_back(head);
    }
    return heads;
}

base::Result<std::optional<Dot>> LogFollower::first_after(Connection& database, const Head& seen) {
    auto row = TRY(database.prepare("SELECT hash, session FROM change WHERE dot = ?"));
    TRY_VOID(row.bind(seen.dot.value));
    if (!TRY(row.step())) return std::optional<Dot>();
    if (TRY(digest_column(row, 0)) == seen.hash) return std::optional(Dot{seen.dot.value + 1});
    // A later save of the same editing session has taken the change's place (store/change_log).
    const bool goes_on =
        seen.session && !row.is_null(1) && TRY(uuid_column(row, 1)) == *seen.session;
    return goes_on ? std::optional(seen.dot) : std::nullopt;
}

} // namespace store
