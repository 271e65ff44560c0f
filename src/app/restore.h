// What a restored or copied book needs before anyone writes into it.
#pragma once

#include "app/session.h"
#include "base/id.h"
#include "base/instant.h"
#include "store/sqlite.h"

#include <cstddef>
#include <optional>
#include <string>

namespace app {

// What a copy holds, to be looked at before it takes a book's place.
struct CopySummary {
    std::string practice;
    std::size_t invoice_count = 0; // Numbered ones.
    std::string last_number;       // Of the last invoice that was finalized; empty for none.
    std::optional<base::Instant> last_change;
};

// Brings the copy to the newest schema on the way, so it needs a transaction; not_a_book where no
// practice is set up in it.
[[nodiscard]] base::Result<CopySummary> summary_of_copy(store::Connection& database);

// Brings the copy to the newest schema, gives it a new device, closes the series of the device that
// wrote it and opens a new one for each, with a letter of its own: numbers of both can't meet.
[[nodiscard]] base::Result<void> prepare_copy(store::Connection& database, base::Instant now,
                                              const Session& session, base::IdSource& ids);

} // namespace app
