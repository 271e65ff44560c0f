// The simulation as a program: folio_simulate [--seed=N] [--steps=N] [--runs=N] [--no-faults]
//
// Prints each seed with what it did; a failing seed prints its story and ends with exit code 1.
// Without a seed it draws fresh ones from the machine.
#include "base/decimal.h"
#include "platform/native/system.h"
#include "simulation/simulation.h"

#include <array>
#include <cstdio>
#include <string_view>

namespace {

std::uint64_t fresh_seed() {
    platform::SystemEntropy entropy;
    std::array<std::uint8_t, 4> bytes{};
    entropy.fill(bytes);
    std::uint64_t seed = 0;
    for (const std::uint8_t byte : bytes)
        seed = seed << 8 | byte;
    return seed;
}

} // namespace

int main(int argc, char** argv) {
    simulation::Settings settings;
    std::int64_t runs = 1;
    bool has_seed = false;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        const std::size_t equals = argument.find('=');
        const auto number = equals == std::string_view::npos
                                ? base::Result<std::int64_t>(0)
                                : base::parse_scaled(argument.substr(equals + 1), 0);
        if (argument == "--no-faults") {
            settings.faults = simulation::Faults::none;
        } else if (number && argument.starts_with("--seed=")) {
            settings.seed = static_cast<std::uint64_t>(*number);
            has_seed = true;
        } else if (number && argument.starts_with("--steps=")) {
            settings.steps = static_cast<int>(*number);
        } else if (number && argument.starts_with("--runs=")) {
            runs = *number;
        } else {
            std::fputs("usage: folio_simulate [--seed=N] [--steps=N] [--runs=N] [--no-faults]\n",
                       stderr);
            return 2;
        }
    }
    for (std::int64_t run = 0; run < runs; ++run) {
        if (!has_seed) settings.seed = fresh_seed();
        const simulation::Outcome outcome = simulation::run(settings);
        std::printf("seed %llu: %d steps, %d commands, %d refused, %d crashes\n",
                    static_cast<unsigned long long>(settings.seed), outcome.steps_done,
                    outcome.commands_done, outcome.commands_refused, outcome.crashes);
        if (outcome.failure) {
            std::printf("seed %llu FAILED at %s\n", static_cast<unsigned long long>(settings.seed),
                        outcome.failure->c_str());
            return 1;
        }
        ++settings.seed;
    }
    return 0;
}
