// The audit trail: every change of the book, who made it, when and with what.
#pragma once

#include "app/queries/context.h"
#include "base/id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace app {

// Where an entry stands, to go on from.
struct AuditKey {
    std::int64_t dot = 0;

    friend bool operator==(const AuditKey&, const AuditKey&) = default;
};

struct AuditEntry {
    AuditKey key;
    base::Instant at;
    base::Uuid author;
    base::Uuid device;
    std::int64_t sequence = 0; // Of that device, gapless.
    base::Uuid command_id;
    std::string command;
    std::string body; // Canonical JSON of what it wrote.
};

[[nodiscard]] base::Result<std::vector<AuditEntry>>
query_audit_trail(const QueryContext& context, std::optional<AuditKey> before, std::size_t count);

} // namespace app
