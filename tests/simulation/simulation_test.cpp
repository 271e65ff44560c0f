// One device lived through at random, fixed seeds and a fresh one; and proof that it would notice.
#include "simulation/simulation.h"

#include "platform/native/system.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using simulation::Mutant;

TEST_CASE("simulation: fixed seeds keep every invariant through crashes and a bad disk") {
    for (const std::uint64_t seed : {1ULL, 2ULL, 3ULL, 20261120ULL}) {
        CAPTURE(seed);
        const auto outcome = simulation::run({.seed = seed, .steps = 600});
        INFO(outcome.failure.value_or(""));
        CHECK_FALSE(outcome.failure.has_value());
        CHECK(outcome.commands_done > 200);
        CHECK(outcome.crashes > 0);
    }
}

TEST_CASE("simulation: a fresh seed keeps every invariant") {
    platform::SystemEntropy entropy;
    std::array<std::uint8_t, 2> bytes{};
    entropy.fill(bytes);
    const std::uint64_t seed = 1000ULL + bytes[0] * 256ULL + bytes[1];
    MESSAGE("fresh seed ", seed);
    const auto outcome = simulation::run({.seed = seed, .steps = 600});
    INFO(outcome.failure.value_or(""));
    CHECK_FALSE(outcome.failure.has_value());
}

TEST_CASE("simulation: each planted bug is found") {
    struct Row {
        const char* name;
        Mutant mutant;
    };
    constexpr Row rows[] = {
        {"an allocation vanishes", Mutant::lost_allocation},
        {"an allocation counts twice", Mutant::doubled_allocation},
        {"a payment is overdrawn", Mutant::overdrawn_payment},
        {"an issued total is altered", Mutant::altered_total},
        {"an allocation has no payment", Mutant::orphaned_allocation},
        {"an invoice is voided with money on it", Mutant::money_on_voided},
        {"a write-off counts twice", Mutant::doubled_write_off},
        {"the reversal of a write-off vanishes", Mutant::lost_reversal},
        {"the series jumps", Mutant::skipped_number},
        {"two invoices have one number", Mutant::repeated_number},
        {"the log is edited", Mutant::altered_log},
        {"a change is removed", Mutant::removed_change},
        {"a cached balance is not kept", Mutant::stale_cache},
        {"credit comes from nothing", Mutant::credit_from_nothing},
        {"a write is not in the log", Mutant::unlogged_write},
        {"the disk drops what it acknowledged", Mutant::lost_after_ack},
    };
    for (const Row& row : rows) {
        INFO(std::string(row.name)); // As it is read, not as a pointer.
        const auto faults = row.mutant == Mutant::lost_after_ack ? simulation::Faults::crashes
                                                                 : simulation::Faults::none;
        const auto outcome = simulation::run({.seed = 7,
                                              .steps = 300,
                                              .faults = faults,
                                              .whole_check_every = 100,
                                              .mutant = row.mutant});
        CHECK(outcome.is_planted);
        CHECK(outcome.failure.has_value());
    }
}
