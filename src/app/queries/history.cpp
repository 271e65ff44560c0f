#include "app/queries/history.h"

#include "store/body_packing.h"
#include "store/columns.h"
#include "store/dot.h"

#include <limits>

namespace app {

base::Result<std::vector<AuditEntry>>
query_audit_trail(const QueryContext& context, std::optional<AuditKey> before, std::size_t count) {
    auto rows = TRY(context.database.prepare(
        "SELECT c.dot, c.recorded_ms, c.author, d.id, c.command_id, c.command, c.body "
        "FROM change c JOIN device d ON d.number = c.dot >> 40 WHERE c.dot < ? "
        "ORDER BY c.dot DESC LIMIT ?"));
    TRY_VOID(rows.bind(before ? before->dot : std::numeric_limits<std::int64_t>::max(),
                       static_cast<std::int64_t>(count)));
    std::vector<AuditEntry> entries;
    while (TRY(rows.step()))
        entries.push_back({.key = {rows.integer(0)},
                           .at = {rows.integer(1)},
                           .author = TRY(store::uuid_column(rows, 2)),
                           .device = TRY(store::uuid_column(rows, 3)),
                           .sequence = store::Dot{rows.integer(0)}.sequence(),
                           .command_id = TRY(store::uuid_column(rows, 4)),
                           .command = std::string(rows.text(5)),
                           .body = TRY(store::unpack_body(context.database, rows.blob(6)))});
    return entries;
}

} // namespace app
