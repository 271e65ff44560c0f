// Names of records by their ids, for rows that show them.
#pragma once

#include "domain/money.h"
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

// Adds `amount` to the sum in its currency; a new currency goes to the end.
[[nodiscard]] base::Result<void> add_to(std::vector<domain::Money>& sums, domain::Money amount);

} // namespace app
