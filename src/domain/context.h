// What a decision may know beside its facts: the moment, the civil date, and new identities.
//
// The domain has no other source of time or identity, so the same facts, command and context give
// the same events.
#pragma once

#include "base/date.h"
#include "base/id.h"
#include "base/instant.h"

namespace domain {

struct Context {
    base::Instant now;
    base::Date today; // In the practice's time zone.
    base::IdSource& ids;

    template <typename AnyId>
    AnyId new_id() const {
        return AnyId{ids.next(now)};
    }
};

// Every money fact carries both: the day it counts from, and when it was written down.
struct Dated {
    base::Date effective;
    base::Instant recorded;

    friend bool operator==(const Dated&, const Dated&) = default;
};

} // namespace domain
