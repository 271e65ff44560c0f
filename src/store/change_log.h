// The log of a book: one change for each transaction, chained by hash, never edited.
//
// It is the audit log, the source of undo and what devices exchange. Each change carries a dot
// (device, gapless sequence), a hybrid stamp, what the device had seen of others, its author and
// the id of the command that made it. A command id stands in the log once. The one exception to
// "never edited": while a draft's editing session is open and nothing came after, its next save
// replaces the session's change.
#pragma once

#include "base/hash.h"
#include "base/instant.h"
#include "domain/ids.h"
#include "store/dot.h"
#include "store/operation.h"
#include "store/sqlite.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace store {

struct NewChange {
    base::Instant recorded;
    base::Uuid author;
    base::Uuid command_id;
    std::string_view command;
    Operations operations;
    std::string receipt;                // JSON, given back when the command comes again.
    std::optional<base::Uuid> session;  // The editing session this change stays open for.
    std::vector<base::Uuid> also_about; // Records beyond those the operations name.
};

struct Change {
    Dot dot;
    domain::DeviceId device;
    base::Instant recorded;
    base::Stamp stamp;
    base::Uuid author;
    base::Uuid command_id;
    std::string command;
    std::string seen;
    std::string body;
    std::string receipt;
    base::Digest hash{};
    std::optional<base::Uuid> session;
};

// Writes the change and all its rows, inside the caller's transaction.
[[nodiscard]] base::Result<Dot> append_change(Connection& database, const NewChange& change);

// The receipt of a command that was carried out before.
[[nodiscard]] base::Result<std::optional<std::string>> find_receipt(Connection& database,
                                                                    const base::Uuid& command_id);

[[nodiscard]] base::Result<std::optional<Change>> find_change(Connection& database, Dot dot);
// The change a command made.
[[nodiscard]] base::Result<std::optional<Change>>
find_change_of_command(Connection& database, const base::Uuid& command_id);
// The changes that touched a record, oldest first.
[[nodiscard]] base::Result<std::vector<Change>> changes_of(Connection& database,
                                                           const base::Uuid& record);
// Every change in causal order: by stamp, then device. Stops at the first error of `visit`.
[[nodiscard]] base::Result<void>
for_each_change(Connection& database,
                const std::function<base::Result<void>(const Change&)>& visit);

// Writes a change as it stands in another book, without its rows.
[[nodiscard]] base::Result<void> copy_change(Connection& database, const Change& change);

// Recomputes the chain of every device: `damaged` names the first change that is missing or is not
// what its hash says ("change 1:17").
[[nodiscard]] base::Result<void> verify_chain(Connection& database);

} // namespace store
