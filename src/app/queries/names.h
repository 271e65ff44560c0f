// Names of records by their ids, for rows that show them.
#pragma once

#include "domain/money.h"
#include "store/operation.h"
#include "store/sqlite.h"

#include <string>
#include <vector>

namespace app {

struct ShownName {
    std::string name; // Empty when there is no such record.
    std::string latin_name;
};
[[nodiscard]] base::Result<ShownName> name_of_record(store::Connection& database,
                                                     const base::Uuid& id);

// Whether there is a record of that kind, in use or archived: an address may name any id.
[[nodiscard]] base::Result<bool> is_record(store::Connection& database, store::RecordKind kind,
                                           const base::Uuid& id);

// Adds `amount` to the sum in its currency; a new currency goes to the end.
[[nodiscard]] base::Result<void> add_to(std::vector<domain::Money>& sums, domain::Money amount);

} // namespace app
