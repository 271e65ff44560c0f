// The audit trail: every change of the book, who made it, when and with what.
#pragma once

#include "app/queries/context.h"
#include "base/id.h"
#include "domain/money.h"

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

enum class ChangeSubject : std::uint8_t {
    practice,
    client,
    contact,
    service,
    product,
    tax,
    location,
    practitioner,
    payment_method,
    numbering,
    draft,
    invoice,
    payment,
};

// An entry of the trail as a person reads it.
struct ChangeRow {
    AuditKey key;
    base::Instant at;
    base::Uuid author;
    bool is_by_this_device = true;
    std::string command;
    ChangeSubject subject = ChangeSubject::practice; // What it was mainly about.
    base::Uuid record;
    std::size_t record_count = 1;        // Of that kind; the others are not named.
    std::string name;                    // Of the record, its client or payer, as it is called now.
    std::string number;                  // Of an invoice that was issued.
    std::optional<domain::Money> amount; // Of a payment.
    std::string reason;                  // That a person gave.
    bool is_there = false;               // The record can be looked at.
};

// The same entries, newest first. Costs a read of each body.
[[nodiscard]] base::Result<std::vector<ChangeRow>>
query_changes(const QueryContext& context, std::optional<AuditKey> before, std::size_t count);

} // namespace app
