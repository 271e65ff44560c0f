// One run: the program, the disk under it, the oracle beside it, and what can happen to them.
//
// Its steps are in actions.cpp, the comparisons with the oracle in comparisons.cpp, the bugs that
// are put in on purpose in mutants.cpp, the rest of its life in run.cpp. Every step and comparison
// answers false after a difference was found, which ends the run.
#pragma once

#include "app/app.h"
#include "base/random.h"
#include "platform/ports/key_derivation.h"
#include "platform/sim/clock.h"
#include "platform/sim/disk.h"
#include "platform/sim/time_zones.h"
#include "simulation/oracle.h"
#include "simulation/simulation.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace simulation {

inline const domain::Currency currency = *domain::Currency::from_code("EUR");

// Books of the simulation are plain.
class NoKeys final : public platform::KeyDerivation {
  public:
    void start(std::string_view, const platform::BookSalt&) override {}
    State state() override { return State::idle; }
    std::optional<platform::BookKey> take() override { return std::nullopt; }
};

// A program's run over the storage, from start to crash.
struct Program {
    Program(platform::SimStorage& storage, platform::SimClock& clock, std::uint64_t seed)
        : disk(storage, base::Random(seed), {}), entropy(seed), app({.disk = disk,
                                                                     .clock = clock,
                                                                     .entropy = entropy,
                                                                     .keys = keys,
                                                                     .time_zones = time_zones}) {}

    platform::SimDisk disk;
    platform::SimEntropy entropy;
    NoKeys keys;
    platform::SimTimeZones time_zones;
    app::App app;
};

class Run {
  public:
    explicit Run(const Settings& settings);

    Outcome go();

  private:
    // Life of the program.
    void start_program();
    bool settle(int turns);
    bool set_up();
    bool crash();
    void remember();

    // What can happen.
    using Step = bool (Run::*)();
    struct Weighted {
        int weight;
        Step step;
    };
    bool step();
    bool add_client();
    bool edit_client();
    bool archive_client();
    bool save_draft();
    bool delete_draft();
    bool finalize();
    bool void_invoice();
    bool revert();
    bool duplicate();
    bool record_payment();
    bool allocate();
    bool release();
    bool void_payment();
    bool apply_credit();
    bool write_off();
    bool reverse_write_off();
    bool undo();
    bool replay_command();
    bool nonsense();
    bool wait();
    bool trouble();

    // Carries a command out; nothing if it was refused.
    std::optional<app::Receipt> execute(const app::Command& command);
    bool read_invoice_money(const base::Uuid& invoice);
    bool read_payment_money(const base::Uuid& payment);

    // Comparisons: true when equal.
    bool check_invoice(const base::Uuid& id);
    bool check_account(const base::Uuid& id);
    bool check_whole();
    bool check_replay();
    bool fail(std::string what);

    void mutate();
    bool execute_sql(std::string_view sql);

    template <typename Map>
    std::optional<base::Uuid> pick(const Map& map) {
        if (map.empty()) return std::nullopt;
        auto at = map.begin();
        std::advance(at, static_cast<std::ptrdiff_t>(random_.below(map.size())));
        return at->first;
    }
    std::int64_t amount();
    std::vector<OracleLine> lines();
    domain::Draft draft_of(const base::Uuid& id, const OracleDraft& draft);
    base::Date day(std::int64_t low, std::int64_t high);
    domain::Money money(std::int64_t minor) const { return {minor, currency}; }

    Settings settings_;
    Outcome outcome_;
    base::Random random_;
    platform::SimClock clock_;
    platform::SimStorage storage_;
    std::unique_ptr<Program> program_;
    Oracle oracle_;
    // The oracle as of each revision that may yet be lost, and of the last acknowledged.
    std::deque<std::pair<std::uint64_t, Oracle>> past_;
    std::uint64_t programs_ = 0;
    std::map<std::int64_t, domain::TaxId> taxes_; // By percent.
    domain::MethodId card_;
    std::optional<std::pair<base::Uuid, app::Command>> last_; // For replays.
    std::optional<app::Receipt> last_receipt_;
    std::optional<base::Uuid> undoable_; // A command that added a client.
    std::optional<base::Uuid> undoable_client_;
};

} // namespace simulation
