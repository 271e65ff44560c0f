#include "store/change_log.h"

#include "base/text.h"
#include "store/apply.h"
#include "store/body_packing.h"
#include "store/columns.h"
#include "store/packed_text.h"

#include <algorithm>
#include <map>

namespace store {

namespace {

constexpr std::string_view change_columns =
    "SELECT c.dot, d.id, c.recorded_ms, c.stamp_ms, c.stamp_counter, c.author, c.command_id, "
    "c.command, c.seen, c.body, c.receipt, c.hash, c.session "
    "FROM change c JOIN device d ON d.number = c.dot >> 40 ";

base::Result<Change> change_of(Connection& database, const Statement& row) {
    std::string body = TRY(unpack_body(database, row.blob(9)));
    std::string receipt = TRY(unpack_text(row.blob(10), body));
    Change change{.dot = {row.integer(0)},
                  .device = TRY(id_column<domain::DeviceId>(row, 1)),
                  .recorded = TRY(instant_column(row, 2)),
                  .stamp = {row.integer(3), static_cast<std::uint32_t>(row.integer(4))},
                  .author = TRY(uuid_column(row, 5)),
                  .command_id = TRY(uuid_column(row, 6)),
                  .command = std::string(row.text(7)),
                  .seen = std::string(row.text(8)),
                  .body = std::move(body),
                  .receipt = std::move(receipt),
                  .hash = TRY(digest_column(row, 11)),
                  .session = std::nullopt};
    if (!row.is_null(12)) change.session = TRY(uuid_column(row, 12));
    return change;
}

base::Result<std::optional<Change>> first_change(Connection& database, Statement rows) {
    if (!TRY(rows.step())) return std::optional<Change>();
    return std::optional<Change>(TRY(change_of(database, rows)));
}

// The last change of a device, without what it says.
struct Last {
    Dot dot;
    std::optional<base::Uuid> session;
};

struct Local {
    std::int64_t number;
    domain::DeviceId device;
    std::optional<Last> last;
};

base::Result<Local> local_device(Connection& database) {
    auto own = TRY(database.prepare("SELECT b.device_number, d.id FROM book b JOIN device d "
                                    "ON d.number = b.device_number WHERE b.only_row = 1"));
    TRY_VOID(own.bind());
    if (!TRY(own.step())) return base::fail(base::Code::damaged, "book");
    Local local{.number = own.integer(0), .device = TRY(id_column<domain::DeviceId>(own, 1))};
    auto row = TRY(database.prepare("SELECT dot, session FROM change "
                                    "WHERE dot >= ? AND dot < ? ORDER BY dot DESC LIMIT 1"));
    TRY_VOID(row.bind(Dot::of(local.number, 0).value, Dot::of(local.number + 1, 0).value));
    if (!TRY(row.step())) return local;
    local.last = {.dot = {row.integer(0)}, .session = std::nullopt};
    if (!row.is_null(1)) local.last->session = TRY(uuid_column(row, 1));
    return local;
}

// The greatest stamp of all devices: changes of other devices may be ahead of this one's.
base::Result<base::Stamp> last_stamp(Connection& database) {
    auto rows = TRY(database.prepare(
        "SELECT (SELECT stamp_ms FROM change WHERE dot < (number + 1) << 40 ORDER BY dot DESC "
        "LIMIT 1) AS ms, (SELECT stamp_counter FROM change WHERE dot < (number + 1) << 40 "
        "ORDER BY dot DESC LIMIT 1) AS counter FROM device ORDER BY number"));
    TRY_VOID(rows.bind());
    base::Stamp last;
    while (TRY(rows.step()))
        last = std::max(last, {rows.integer(0), static_cast<std::uint32_t>(rows.integer(1))});
    return last;
}

// {"device": sequence} of the other devices, canonical; "{}" for a practice of one device.
base::Result<std::string> seen_of_others(Connection& database, std::int64_t own_number) {
    auto rows = TRY(database.prepare(
        "SELECT id, (SELECT MAX(dot) FROM change WHERE dot >= number << 40 AND "
        "dot < (number + 1) << 40) AS dot FROM device WHERE number <> ? ORDER BY id"));
    TRY_VOID(rows.bind(own_number));
    Json seen = Json::object();
    while (TRY(rows.step()))
        if (!rows.is_null(1))
            seen[to_text(TRY(uuid_column(rows, 0)))] = Dot{rows.integer(1)}.sequence();
    return canonical_text(seen);
}

base::Result<base::Digest> hash_before(Connection& database, Dot dot) {
    if (dot.sequence() == 1) return base::Digest{};
    auto row = TRY(database.prepare("SELECT hash FROM change WHERE dot = ?"));
    TRY_VOID(row.bind(dot.value - 1));
    if (!TRY(row.step())) return base::fail(base::Code::damaged, "change");
    return digest_column(row, 0);
}

// Everything but the receipt, which stays on this device, one item a line; no item but the last
// can hold a line end.
base::Digest hash_of(const Change& change, const base::Digest& previous) {
    std::string text;
    const auto line = [&](std::string_view item) {
        text += item;
        text += '\n';
    };
    line(base::hex_text(previous));
    line(to_text(change.device));
    line(base::integer_text(change.dot.sequence()));
    line(base::integer_text(change.recorded.unix_ms));
    line(stamp_text(change.stamp));
    line(to_text(change.author));
    line(to_text(change.command_id));
    line(change.command);
    line(change.seen);
    text += change.body;
    return base::sha256(base::as_bytes(text));
}

// The operations of an editing session so far with the newer ones over them: of two values of one
// field group only the later remains.
base::Result<Operations> joined(std::string_view earlier_body, const Operations& later) {
    Operations all = TRY(parse_body(earlier_body));
    for (const Operation& operation : later) {
        const auto* value = std::get_if<Value>(&operation);
        if (value != nullptr) {
            std::erase_if(all, [&](const Operation& other) {
                const auto* held = std::get_if<Value>(&other);
                return held != nullptr && held->id == value->id && held->group == value->group;
            });
        }
        all.push_back(operation);
    }
    return all;
}

base::Result<std::string> body_so_far(Connection& database, Dot dot, const Operations& later) {
    const auto earlier = TRY(find_change(database, dot));
    if (!earlier) return base::fail(base::Code::damaged, "change");
    return body_text(TRY(joined(earlier->body, later)));
}

base::Result<void> write_mentions(Connection& database, Dot dot, const NewChange& change) {
    auto insert =
        TRY(database.prepare("INSERT OR IGNORE INTO mention (id, dot, role) VALUES (?, ?, ?)"));
    TRY_VOID(insert.run(column(change.command_id), dot.value, 0));
    std::vector<base::Uuid> subjects = change.also_about;
    for (const Operation& operation : change.operations)
        std::ranges::copy(subjects_of(operation), std::back_inserter(subjects));
    std::ranges::sort(subjects);
    const auto repeated = std::ranges::unique(subjects);
    subjects.erase(repeated.begin(), repeated.end());
    for (const base::Uuid& subject : subjects)
        TRY_VOID(insert.run(column(subject), dot.value, 1));
    return {};
}

base::Result<void> write_row(Connection& database, const Change& change) {
    auto insert = TRY(database.prepare(
        "INSERT OR REPLACE INTO change (dot, recorded_ms, stamp_ms, stamp_counter, author, "
        "command_id, command, seen, body, receipt, hash, session) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    const auto session = change.session ? std::optional(column(*change.session)) : std::nullopt;
    return insert.run(change.dot.value, change.recorded.unix_ms, change.stamp.unix_ms,
                      change.stamp.counter, column(change.author), column(change.command_id),
                      change.command, change.seen, TRY(pack_body(database, change.body)),
                      TRY(pack_text(change.receipt, change.body)), column(change.hash), session);
}

} // namespace

base::Result<Dot> append_change(Connection& database, const NewChange& change) {
    const Local local = TRY(local_device(database));
    const bool goes_on = change.session && local.last && local.last->session == change.session;
    const Dot dot = goes_on      ? local.last->dot
                    : local.last ? Dot{local.last->dot.value + 1}
                                 : Dot::of(local.number, 1);
    base::HybridClock clock(TRY(last_stamp(database)));
    Change row{.dot = dot,
               .device = local.device,
               .recorded = change.recorded,
               .stamp = clock.next(change.recorded),
               .author = change.author,
               .command_id = change.command_id,
               .command = std::string(change.command),
               .seen = TRY(seen_of_others(database, local.number)),
               .body = goes_on ? TRY(body_so_far(database, dot, change.operations))
                               : body_text(change.operations),
               .receipt = change.receipt,
               .hash = {},
               .session = change.session};
    row.hash = hash_of(row, TRY(hash_before(database, dot)));
    TRY_VOID(write_row(database, row));
    if (!goes_on) TRY_VOID(learn_words(database, dot));
    TRY_VOID(write_mentions(database, dot, change));
    TRY_VOID(apply_operations(database, {.dot = dot, .recorded = row.recorded}, change.operations));
    return dot;
}

base::Result<std::optional<std::string>> find_receipt(Connection& database,
                                                      const base::Uuid& command_id) {
    const auto change = TRY(find_change_of_command(database, command_id));
    return change ? std::optional(change->receipt) : std::nullopt;
}

base::Result<std::optional<Change>> find_change(Connection& database, Dot dot) {
    auto rows =
        TRY(database.prepare(std::string(change_columns) + "WHERE c.dot = ? ORDER BY c.dot"));
    TRY_VOID(rows.bind(dot.value));
    return first_change(database, std::move(rows));
}

base::Result<std::optional<Change>> find_change_of_command(Connection& database,
                                                           const base::Uuid& command_id) {
    auto rows = TRY(database.prepare(
        std::string(change_columns) +
        "WHERE c.dot = (SELECT dot FROM mention WHERE id = ? AND role = 0 ORDER BY dot LIMIT 1) "
        "ORDER BY c.dot"));
    TRY_VOID(rows.bind(column(command_id)));
    return first_change(database, std::move(rows));
}

base::Result<std::vector<Change>> changes_of(Connection& database, const base::Uuid& record) {
    auto rows = TRY(database.prepare(std::string(change_columns) +
                                     "JOIN mention m ON m.dot = c.dot "
                                     "WHERE m.id = ? AND m.role = 1 "
                                     "ORDER BY c.stamp_ms, c.stamp_counter, d.id"));
    TRY_VOID(rows.bind(column(record)));
    std::vector<Change> changes;
    while (TRY(rows.step()))
        changes.push_back(TRY(change_of(database, rows)));
    return changes;
}

base::Result<void> for_each_change(Connection& database,
                                   const std::function<base::Result<void>(const Change&)>& visit) {
    // The order first: sorting whole rows would hold the log in memory.
    std::vector<Dot> order;
    {
        auto rows = TRY(
            database.prepare("SELECT c.dot FROM change c JOIN device d ON d.number = c.dot >> 40 "
                             "ORDER BY c.stamp_ms, c.stamp_counter, d.id"));
        TRY_VOID(rows.bind());
        while (TRY(rows.step()))
            order.push_back({rows.integer(0)});
    }
    for (const Dot dot : order) {
        const auto change = TRY(find_change(database, dot));
        if (!change) return base::fail(base::Code::damaged, "change");
        TRY_VOID(visit(*change));
    }
    return {};
}

base::Result<void> copy_change(Connection& database, const Change& change) {
    return write_row(database, change);
}

base::Result<void> verify_chain(Connection& database) {
    auto rows = TRY(database.prepare(std::string(change_columns) + "ORDER BY c.dot"));
    TRY_VOID(rows.bind());
    std::optional<Change> before;
    while (TRY(rows.step())) {
        Change change = TRY(change_of(database, rows));
        const bool is_first = !before || before->dot.device_number() != change.dot.device_number();
        const std::int64_t expected = is_first ? 1 : before->dot.sequence() + 1;
        const base::Digest previous = is_first ? base::Digest{} : before->hash;
        if (change.dot.sequence() != expected || hash_of(change, previous) != change.hash)
            return base::fail(base::Code::damaged,
                              "change " + base::integer_text(change.dot.device_number()) + ":" +
                                  base::integer_text(expected));
        before = std::move(change);
    }
    return {};
}

} // namespace store
