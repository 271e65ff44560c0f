// Undo for drafts and master data: the values from before, written again as a new change.
#include "app/commands/context.h"

#include "store/change_log.h"
#include "store/columns.h"
#include "store/register_rows.h"

#include <ranges>
#include <set>
#include <string>
#include <utility>

namespace app {

namespace {

// Whether the group still holds what the change wrote.
base::Result<bool> still_holds(const CommandContext& context, const store::Value& value,
                               store::Dot dot) {
    auto rows = TRY(context.database.prepare("SELECT dot FROM register WHERE record_id = ? AND "
                                             "field_group = ? ORDER BY dot DESC"));
    TRY_VOID(rows.bind(store::column(value.id), value.group));
    return TRY(rows.step()) && rows.integer(0) == dot.value;
}

// Whether a change before this one wrote the record. Its changes are read only then: to undo an
// import of thousands would else read the import itself for each.
base::Result<bool> is_older(const CommandContext& context, const base::Uuid& id, store::Dot dot) {
    auto row = TRY(context.database.prepare(
        "SELECT 1 FROM mention WHERE id = ? AND role = 1 AND dot < ? ORDER BY dot LIMIT 1"));
    TRY_VOID(row.bind(store::column(id), dot.value));
    return row.step();
}

struct Before {
    bool existed = false;             // The record had values before the change.
    std::optional<store::Json> value; // Of this group.
};

base::Result<Before> before(const CommandContext& context, const store::Value& value,
                            store::Dot dot) {
    Before found;
    if (!TRY(is_older(context, value.id, dot))) return found;
    const auto changes = TRY(store::changes_of(context.database, value.id));
    for (const store::Change& change : changes | std::views::reverse) {
        if (change.dot >= dot) continue;
        for (const store::Operation& operation : TRY(store::parse_body(change.body))) {
            const auto* held = std::get_if<store::Value>(&operation);
            if (held == nullptr || held->id != value.id) continue;
            found.existed = true;
            if (held->group == value.group && !found.value) found.value = held->value;
        }
        if (found.value) break;
    }
    return found;
}

// What exists because of this record would be left without it.
base::Result<bool> is_used(const CommandContext& context, const base::Uuid& id) {
    auto row = TRY(context.database.prepare(
        "SELECT EXISTS (SELECT 1 FROM issued_invoice WHERE account_id = ?1) "
        "OR EXISTS (SELECT 1 FROM issued_invoice WHERE client_id = ?1 AND client_id <> account_id) "
        "OR EXISTS (SELECT 1 FROM payment WHERE payer_id = ?1) "
        "OR EXISTS (SELECT 1 FROM draft WHERE state = 0 AND (client_id = ?1 OR account_id = ?1))"));
    TRY_VOID(row.bind(store::column(id)));
    return TRY(row.step()) && row.integer(0) != 0;
}

bool may_vanish(store::RecordKind kind) {
    return kind == store::RecordKind::client || kind == store::RecordKind::contact ||
           kind == store::RecordKind::service || kind == store::RecordKind::product ||
           kind == store::RecordKind::draft;
}

base::Result<store::Value> undone(const CommandContext& context, const store::Value& value,
                                  store::Dot dot) {
    if (!TRY(still_holds(context, value, dot)))
        return base::fail(base::Code::changed_since, "command");
    const Before was = TRY(before(context, value, dot));
    store::Value back = value;
    if (was.value) {
        back.value = *was.value;
    } else if (was.existed) {
        // A group or line that came with the change: a line goes, a group is empty again.
        back.value = value.group.starts_with("line/") ? store::Json(nullptr)
                                                      : store::Json(store::Json::object());
    } else {
        if (!may_vanish(value.kind) || TRY(is_used(context, value.id)))
            return base::fail(base::Code::not_undoable, "command");
        back.group = "life";
        back.value = nullptr;
    }
    return back;
}

} // namespace

base::Result<Outcome> handle(const CommandContext& context, const Undo& command) {
    const auto change = TRY(store::find_change_of_command(context.database, command.command));
    if (!change) return base::fail(base::Code::not_found, "command");
    Outcome outcome;
    std::set<std::pair<base::Uuid, std::string>> written; // Of each field group once.
    for (const store::Operation& operation : TRY(store::parse_body(change->body))) {
        const auto* value = std::get_if<store::Value>(&operation);
        const bool is_plain = value != nullptr && value->kind != store::RecordKind::series &&
                              value->kind != store::RecordKind::device;
        if (!is_plain) return base::fail(base::Code::not_undoable, "command");
        outcome.record = value->id;
        store::Value back = TRY(undone(context, *value, change->dot));
        if (written.emplace(back.id, back.group).second)
            outcome.operations.emplace_back(std::move(back));
    }
    return outcome;
}

} // namespace app
