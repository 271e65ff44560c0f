// What a restored or copied book needs before anyone writes into it.
#pragma once

#include "app/session.h"
#include "base/id.h"
#include "base/instant.h"
#include "store/sqlite.h"

namespace app {

// Brings the copy to the newest schema, gives it a new device, closes the series of the device that
// wrote it and opens a new one for each, with a letter of its own: numbers of both can't meet.
[[nodiscard]] base::Result<void> prepare_copy(store::Connection& database, base::Instant now,
                                              const Session& session, base::IdSource& ids);

} // namespace app
