// A page without a book: an app over an empty disk, and the ports that the gate's models take.
#pragma once

#include "app/app.h"
#include "platform/sim/assets.h"
#include "platform/sim/clock.h"
#include "platform/sim/disk.h"
#include "platform/sim/keys.h"
#include "platform/sim/site.h"
#include "platform/sim/time_zones.h"

#include <doctest/doctest.h>

#include <memory>
#include <optional>

// Friday 20 November 2026, noon.
class Device {
  public:
    // Two devices of one test need two seeds, or they would make the same ids.
    explicit Device(std::uint64_t seed = 1000) : programs_(seed) { start(); }

    // Ends the program as a closed tab does and starts it on the same disk.
    void restart() {
        settle();
        program_->disk.crash();
        start();
    }
    void settle() {
        for (int turn = 0; turn < 40; ++turn)
            (void)app().step();
    }
    app::App& app() { return program_->app; }
    [[nodiscard]] app::BookPhase phase() { return app().book().phase(); }

    platform::SimSite site;
    platform::SimStorage storage;
    platform::SimAssets assets;
    platform::SimKeys keys;

  private:
    struct Program {
        Program(platform::SimStorage& storage, platform::SimClock& clock, std::uint64_t seed,
                platform::KeyDerivation& keys)
            : disk(storage, base::Random(seed), {}), entropy(seed), app({.disk = disk,
                                                                         .clock = clock,
                                                                         .entropy = entropy,
                                                                         .keys = keys,
                                                                         .time_zones = zones}) {
            app.book().open("book");
        }
        platform::SimDisk disk;
        platform::SimEntropy entropy;
        platform::SimTimeZones zones;
        app::App app;
    };

    void start() {
        program_.reset();
        program_ = std::make_unique<Program>(storage, clock_, ++programs_, keys);
        settle();
    }

    platform::SimClock clock_{{1'795'176'000'000}};
    std::unique_ptr<Program> program_;
    std::uint64_t programs_; // Counts on from the seed.
};
