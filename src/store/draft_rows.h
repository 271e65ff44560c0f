// Drafts: a header and lines as registers, and the row that lists show.
//
// The header is one field group and each line another ("line/<id>"), so two devices that change
// different lines of one draft both keep their change. A line removed is the value null. Once its
// invoice is issued a draft has no registers; a revert writes them anew.
#pragma once

#include "domain/invoice.h"
#include "domain/tax.h"
#include "store/dot.h"
#include "store/operation.h"
#include "store/sqlite.h"

#include <optional>
#include <vector>

namespace store {

enum class DraftState : std::uint8_t { in_work, issued, deleted };

struct DraftRow {
    domain::InvoiceId id;
    DraftState state = DraftState::in_work;
    base::Instant edited;
    std::optional<std::string> number; // Of a reverted invoice.
};

[[nodiscard]] base::Result<std::optional<DraftRow>> find_draft_row(Connection& database,
                                                                   domain::InvoiceId id);

// A draft in work, its lines in order; nothing if it is issued, deleted or never was.
[[nodiscard]] base::Result<std::optional<domain::Draft>> load_draft(Connection& database,
                                                                    domain::InvoiceId id);

// The groups that saving `draft` would write, removed lines included.
[[nodiscard]] base::Result<std::vector<Value>> changes_to_draft(Connection& database,
                                                                const domain::Draft& draft);
[[nodiscard]] Value draft_deletion(domain::InvoiceId id);
[[nodiscard]] Value draft_return(domain::InvoiceId id);
// The content of a deleted draft, as it stands.
[[nodiscard]] base::Result<std::optional<domain::Draft>> load_deleted_draft(Connection& database,
                                                                            domain::InvoiceId id);

// Writes the due date of every draft in work to its row: books before version 3 have there only
// what was typed.
[[nodiscard]] base::Result<void> project_due_dates(Connection& database);

[[nodiscard]] base::Result<void> project_draft(Connection& database, Dot dot,
                                               base::Instant recorded, domain::InvoiceId id);

} // namespace store
