// What every query knows beside its parameters: the book, the day and the practice's settings.
//
// Lives for one call only: a connection may be another by the next frame.
#pragma once

#include "base/date.h"
#include "base/instant.h"
#include "store/practice_record.h"
#include "store/sqlite.h"

#include <cstdint>

namespace app {

struct QueryContext {
    store::Connection& database;
    base::Date today;
    base::Instant now;
    store::PracticeRecord practice;
    std::uint64_t revision = 0;
};

} // namespace app
