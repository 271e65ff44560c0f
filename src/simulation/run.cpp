#include "simulation/run.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace simulation {

using base::Uuid;

namespace {

constexpr base::Instant start{1'790'000'000'000}; // 21 September 2026.

} // namespace

Run::Run(const Settings& settings) : settings_(settings), random_(settings.seed), clock_(start) {}

bool Run::fail(std::string what) {
    if (!outcome_.failure)
        outcome_.failure =
            "step " + base::integer_text(outcome_.steps_done) + ": " + std::move(what);
    return false;
}

void Run::start_program() {
    ++programs_;
    program_ = std::make_unique<Program>(storage_, clock_, settings_.seed * 1000 + programs_);
    program_->app.book().open("book");
}

bool Run::settle(int turns) {
    for (int turn = 0; turn < turns; ++turn) {
        clock_.advance(1);
        if (const auto stepped = program_->app.step(); !stepped)
            return fail("step failed: " + stepped.error().field);
    }
    const std::uint64_t saved = program_->app.saved_revision();
    while (past_.size() > 1 && past_[1].first <= saved)
        past_.pop_front();
    return true;
}

bool Run::set_up() {
    start_program();
    if (!settle(50)) return false;
    if (!program_->app.book().create() || !settle(50)) return fail("the book can't be created");
    app::SetUpPractice command{.identity = {.name = "Simulated practice"},
                               .billing = {.currency = currency}};
    command.identity.address = {.line1 = "1 Test Street", .city = "Galway", .country = "IE"};
    command.identity.tax_number = "IE3204718PH";
    command.billing.country = "IE";
    command.billing.locale = "en-IE";
    command.billing.time_zone = "Europe/Dublin";
    for (const std::int64_t percent : {0, 9, 23}) {
        const domain::TaxId id{program_->app.new_id()};
        taxes_[percent] = id;
        const base::Date from = *base::Date::from_civil({2000, 1, 1});
        command.taxes.push_back(
            {.id = id,
             .code = "VAT",
             .name = "VAT " + base::integer_text(percent),
             .category = percent == 0 ? domain::TaxCategory::zero : domain::TaxCategory::standard,
             .rates = {{.from = from, .rate = {base::Decimal::whole(percent)}}}});
    }
    card_ = {program_->app.new_id()};
    command.methods.push_back({.id = card_, .kind = domain::MethodKind::card, .name = "Card"});
    const auto done = program_->app.execute(command);
    if (!done)
        return fail("set-up refused: " + done.error().field + " " +
                    base::integer_text(static_cast<int>(done.error().code)));
    remember();
    return settle(50);
}

void Run::remember() {
    const std::uint64_t revision = program_->app.revision();
    if (!past_.empty() && past_.back().first == revision)
        past_.back().second = oracle_;
    else
        past_.emplace_back(revision, oracle_);
}

// The program dies; what was acknowledged must be there, and no more than was committed.
bool Run::crash() {
    ++outcome_.crashes;
    const std::uint64_t acknowledged = program_->app.saved_revision();
    program_->disk.crash();
    program_.reset();
    last_.reset();
    undoable_.reset();
    if (settings_.mutant == Mutant::lost_after_ack && !outcome_.is_planted && acknowledged > 20) {
        const auto last = std::prev(storage_.items.end());
        outcome_.is_planted = last->first.first == platform::DiskArea::log;
        if (outcome_.is_planted) storage_.items.erase(last);
    }
    start_program();
    if (!settle(60)) return false;
    if (program_->app.book().phase() != app::BookPhase::ready)
        return fail("the book does not open after a crash");
    const std::uint64_t revision = program_->app.revision();
    if (revision < acknowledged)
        return fail("acknowledged revision " +
                    base::integer_text(static_cast<std::int64_t>(acknowledged)) + " was lost");
    const auto found = std::ranges::find(past_, revision, &std::pair<std::uint64_t, Oracle>::first);
    if (found == past_.end()) return fail("the book opens at a revision that never was");
    oracle_ = found->second;
    past_ = {{revision, oracle_}};
    return check_whole();
}

std::optional<app::Receipt> Run::execute(const app::Command& command) {
    const Uuid id = program_->app.new_id();
    auto receipt = program_->app.execute(id, command);
    if (!receipt) {
        ++outcome_.commands_refused;
        return std::nullopt;
    }
    ++outcome_.commands_done;
    last_ = {id, command};
    last_receipt_ = *receipt;
    return *receipt;
}

bool Run::step() {
    constexpr std::array steps{
        Weighted{8, &Run::add_client},
        Weighted{3, &Run::edit_client},
        Weighted{2, &Run::archive_client},
        Weighted{16, &Run::save_draft},
        Weighted{2, &Run::delete_draft},
        Weighted{14, &Run::finalize},
        Weighted{3, &Run::void_invoice},
        Weighted{3, &Run::revert},
        Weighted{2, &Run::duplicate},
        Weighted{10, &Run::record_payment},
        Weighted{5, &Run::allocate},
        Weighted{5, &Run::release},
        Weighted{2, &Run::void_payment},
        Weighted{4, &Run::apply_credit},
        Weighted{1, &Run::undo},
        Weighted{2, &Run::replay_command},
        Weighted{3, &Run::nonsense},
        Weighted{12, &Run::wait},
        Weighted{2, &Run::trouble},
        Weighted{4, &Run::write_off},
        Weighted{3, &Run::reverse_write_off},
    };
    int sum = 0;
    for (const Weighted& one : steps)
        sum += one.weight;
    int drawn = static_cast<int>(random_.below(static_cast<std::uint64_t>(sum)));
    for (const Weighted& one : steps) {
        drawn -= one.weight;
        if (drawn < 0) return (this->*one.step)();
    }
    return true;
}

Outcome Run::go() {
    if (!set_up()) return outcome_;
    for (int i = 1; i <= settings_.steps; ++i) {
        outcome_.steps_done = i;
        mutate();
        if (!step()) break;
        remember();
        if (!settle(2)) break;
        const bool is_last = i == settings_.steps;
        if ((is_last || i % settings_.whole_check_every == 0) && !check_whole()) break;
    }
    return outcome_;
}

Outcome run(const Settings& settings) { return Run(settings).go(); }

} // namespace simulation
