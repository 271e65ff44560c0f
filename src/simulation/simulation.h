// One device, lived through at random: every command, crashes, a disk that fails, an oracle beside.
//
// The real App over real SQLite over a simulated disk. Each step does one thing that a person, a
// crash or a bad disk might do, with numbers and dates from the edges; the oracle does the same and
// the two are compared: the records touched at each step, the whole book now and then. A seed
// gives the same run everywhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace simulation {

enum class Faults : std::uint8_t { none, crashes, crashes_and_bad_disk };

// A bug put in on purpose, to show that the comparison finds it. Each changes the book or the
// oracle's input behind the commands' back, once, when it first can.
enum class Mutant : std::uint8_t {
    none,
    lost_allocation,     // A row of money put to an invoice vanishes.
    doubled_allocation,  // ... or counts twice.
    overdrawn_payment,   // More is allocated than was paid.
    altered_total,       // A cent is added to an issued total.
    orphaned_allocation, // The payment behind an allocation vanishes.
    money_on_voided,     // An invoice is voided with money on it.
    doubled_write_off,   // A write-off counts twice.
    lost_reversal,       // A write-off that was taken back is given up again.
    skipped_number,      // The series jumps.
    repeated_number,     // Two invoices have one number.
    altered_log,         // A change's body is edited.
    removed_change,      // A change is deleted.
    stale_cache,         // A cached balance is not kept.
    credit_from_nothing, // Cached credit without a payment.
    unlogged_write,      // A client is renamed without a change.
    lost_after_ack,      // The disk drops what it acknowledged.
};

struct Settings {
    std::uint64_t seed = 1;
    int steps = 2000;
    Faults faults = Faults::crashes_and_bad_disk;
    int whole_check_every = 500;
    Mutant mutant = Mutant::none;
};

struct Outcome {
    int steps_done = 0;
    int commands_done = 0;
    int commands_refused = 0;
    int crashes = 0;
    bool is_planted = false;            // The mutant found something to spoil.
    std::optional<std::string> failure; // The first difference found: "step 17: ...".
};

[[nodiscard]] Outcome run(const Settings& settings);

} // namespace simulation
