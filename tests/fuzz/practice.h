// A small practice for targets that need one: a client, two issued invoices, a payment, a draft.
//
// Always the same, so that an input can name its records by their ids (practice.jsonl).
#pragma once

#include "app/app.h"
#include "fuzz/no_keys.h"
#include "platform/sim/clock.h"
#include "platform/sim/disk.h"
#include "platform/sim/time_zones.h"

namespace fuzz {

// The program over a disk, on the noon of Friday 20 November 2026.
struct Program {
    explicit Program(platform::SimStorage& storage);

    // Lets disk and timers speak until all is saved.
    void settle();

    platform::SimClock clock;
    platform::SimDisk disk;
    platform::SimEntropy entropy;
    NoKeys keys;
    platform::SimTimeZones time_zones;
    app::App app;
};

// What the practice left on its disk; made at the first call.
[[nodiscard]] const platform::SimStorage& practice();

// Every query that shows a screen or a document, for whatever records the book names. All may fail;
// none may stop the program.
void ask_everything(app::App& app);

} // namespace fuzz
