#include "book_fixture.h"

#include <map>

using namespace store_test;

namespace {

// The oracle: what every commit left, by revision.
using Notes = std::map<std::int64_t, std::string>;

Notes read_notes(Run& run) {
    Notes notes;
    auto select = run.book.database().prepare("SELECT id, text FROM note ORDER BY id");
    REQUIRE(select.has_value());
    for (auto row = select->step(); row.has_value() && *row; row = select->step())
        notes[select->integer(0)] = select->text(1);
    return notes;
}

// One run of random commits, rollbacks, folds and faults, ended by a crash. `history` gains what
// was committed; the return value is the greatest revision that was acknowledged.
std::uint64_t random_run(Run& run, base::Random& random, std::map<std::uint64_t, Notes>& history) {
    Notes notes = history.at(run.book.revision());
    const std::uint64_t steps = random.below(60);
    for (std::uint64_t step = 0; step < steps; ++step) {
        const std::uint64_t choice = random.below(20);
        if (choice < 12) {
            auto transaction = run.book.begin();
            REQUIRE(transaction.has_value());
            Notes changed = notes;
            for (std::uint64_t row = random.below(6); row > 0; --row) {
                const auto id = static_cast<std::int64_t>(random.below(200));
                if (random.below(4) == 0) {
                    auto erase = run.book.database().prepare("DELETE FROM note WHERE id = ?");
                    REQUIRE(erase->run(id).has_value());
                    changed.erase(id);
                } else {
                    const std::string text(random.below(9000),
                                           static_cast<char>('a' + random.below(26)));
                    auto insert = run.book.database().prepare(
                        "INSERT OR REPLACE INTO note(id, text) VALUES(?, ?)");
                    REQUIRE(insert->run(id, text).has_value());
                    changed[id] = text;
                }
            }
            if (choice < 10) {
                const auto revision = transaction->commit();
                REQUIRE(revision.has_value());
                notes = changed;
                history[*revision] = notes;
            }
        } else if (choice == 12) {
            run.book.fold_step();
        } else if (choice == 13) {
            run.clock.advance(static_cast<std::int64_t>(random.below(40000)));
        } else {
            run.book.poll();
        }
    }
    return run.book.saved_revision();
}

} // namespace

TEST_CASE("crash: nothing acknowledged is lost and no half commit is seen, over random runs") {
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        CAPTURE(seed);
        base::Random random(seed);
        platform::SimStorage storage;
        std::map<std::uint64_t, Notes> history;
        history[0] = {};
        std::uint64_t acknowledged = 0;
        for (int life = 0; life < 12; ++life) {
            CAPTURE(life);
            Run run(storage, random.next(), {.delay_polls_max = 3});
            run.open_or_create();
            REQUIRE(run.book.phase() == Phase::ready);
            if (life == 0) history[run.book.revision()] = {};
            const std::uint64_t revision = run.book.revision();
            CHECK(revision >= acknowledged);
            REQUIRE(history.contains(revision));
            CHECK(read_notes(run) == history.at(revision));
            // What came after the crash's revision never happened.
            history.erase(history.upper_bound(revision), history.end());
            run.disk.set_faults({.aborted_per_mille = 60,
                                 .quota_per_mille = 40,
                                 .lost_per_mille = 40,
                                 .delay_polls_max = 3});
            acknowledged = random_run(run, random, history);
            run.disk.crash();
        }
    }
}
