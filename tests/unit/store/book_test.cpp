#include "base/checksum.h"
#include "book_fixture.h"
#include "store/record.h"
#include "unit/store/newer.h"

using namespace store_test;
using platform::DiskArea;

TEST_CASE("book: each commit is one record on the disk, a rollback none") {
    platform::SimStorage storage;
    Run run(storage);
    run.open_or_create();
    const std::size_t before = storage.count(DiskArea::log);
    const std::uint64_t batches = storage.batches_written;
    for (std::int64_t id = 1; id <= 20; ++id) {
        const std::uint64_t revision = run.add(id, "kept");
        CHECK(run.book.save_state().kind == Kind::saving);
        run.book.poll();
        CHECK(run.book.saved_revision() == revision);
        CHECK(run.book.save_state().kind == Kind::saved);
    }
    for (std::int64_t id = 100; id < 110; ++id) {
        auto transaction = run.book.begin();
        REQUIRE(transaction.has_value());
        auto insert = run.book.database().prepare("INSERT INTO note(id, text) VALUES(?, 'no')");
        REQUIRE(insert->run(id).has_value());
    }
    run.settle();
    CHECK(storage.count(DiskArea::log) == before + 20);
    CHECK(storage.batches_written == batches + 20);
    CHECK(run.count() == 20);
}

TEST_CASE("book: a transaction that writes nothing makes no record and no revision") {
    platform::SimStorage storage;
    Run run(storage);
    run.open_or_create();
    const std::uint64_t batches = storage.batches_written;
    const std::uint64_t revision = run.book.revision();
    auto transaction = run.book.begin();
    auto committed = transaction->commit();
    REQUIRE(committed.has_value());
    CHECK(*committed == revision);
    run.settle();
    CHECK(storage.batches_written == batches);
}

TEST_CASE("book: what was saved is there in the next run") {
    platform::SimStorage storage;
    {
        Run run(storage);
        run.open_or_create();
        for (std::int64_t id = 1; id <= 500; ++id)
            run.add(id, "some text that fills the page");
        run.settle();
        CHECK(run.book.save_state().kind == Kind::saved);
    }
    Run again(storage);
    again.open();
    REQUIRE(again.book.phase() == Phase::ready);
    CHECK(again.count() == 500);
    CHECK(again.book.revision() == 501);
}

TEST_CASE("book: commits that pile up join into one record with the newest pages") {
    platform::SimStorage storage;
    Run run(storage, 3, {.delay_polls_max = 0});
    run.open_or_create();
    const std::uint64_t batches = storage.batches_written;
    for (std::int64_t id = 1; id <= 10; ++id)
        run.add(id, "piled up");
    CHECK(run.disk.queued() == 1);
    run.settle();
    CHECK(storage.batches_written == batches + 1);
    Run again(storage);
    run.disk.crash();
    again.open();
    CHECK(again.count() == 10);
    CHECK(again.book.revision() == 11);
}

TEST_CASE("book: after a failed write drafts go on, binding work is refused, a retry saves all") {
    struct Row {
        const char* name;
        platform::DiskFailure failure;
        base::Code reason;
    };
    for (const Row& row : {Row{"quota", platform::DiskFailure::quota, base::Code::disk_full},
                           Row{"aborted", platform::DiskFailure::aborted, base::Code::disk_failed},
                           Row{"lost", platform::DiskFailure::lost, base::Code::disk_failed}}) {
        CAPTURE(row.name);
        platform::SimStorage storage;
        Run run(storage);
        run.open_or_create();
        run.disk.fail_next(row.failure);
        run.add(1, "first");
        run.settle();
        CHECK(run.book.save_state().kind == Kind::not_saved);
        CHECK(run.book.allows(store::Book::Work::draft).has_value());
        const auto refused = run.book.allows(store::Book::Work::binding);
        REQUIRE(!refused.has_value());
        CHECK(refused.error().code == base::Code::not_saved);
        CHECK(refused.error().also[0].code == row.reason);
        run.add(2, "a draft goes on");
        run.settle();
        CHECK(run.book.save_state().kind == Kind::not_saved);
        run.clock.advance(999);
        run.settle();
        CHECK(run.book.save_state().kind == Kind::not_saved);
        run.clock.advance(1);
        run.settle();
        CHECK(run.book.save_state().kind == Kind::saved);
        CHECK(run.book.allows(store::Book::Work::binding).has_value());
        run.disk.crash();
        Run again(storage);
        again.open();
        CHECK(again.count() == 2);
    }
}

TEST_CASE("book: retries come after 1, 5 and then every 30 seconds") {
    platform::SimStorage storage;
    Run run(storage);
    run.open_or_create();
    run.disk.set_faults({.aborted_per_mille = 1000});
    run.add(1, "x");
    run.settle();
    for (const std::int64_t wait : {1000, 5000, 30000, 30000}) {
        CAPTURE(wait);
        REQUIRE(run.book.next_poll_ms().has_value());
        CHECK(*run.book.next_poll_ms() - run.clock.monotonic_ms() == wait);
        run.clock.advance(wait);
        run.settle();
    }
    run.disk.set_faults({});
    run.book.retry_now();
    run.settle();
    CHECK(run.book.save_state().kind == Kind::saved);
}

TEST_CASE("book: a full book refuses the transaction and keeps what was there") {
    platform::SimStorage storage;
    Run run(storage);
    run.open_or_create();
    run.add(1, "kept");
    run.settle();
    const std::uint64_t batches = storage.batches_written;
    {
        auto transaction = run.book.begin();
        REQUIRE(transaction.has_value());
        REQUIRE(run.book.database().execute("PRAGMA max_page_count=10").has_value());
        const std::string large(200'000, 'x');
        auto insert = run.book.database().prepare("INSERT INTO note(id, text) VALUES(2, ?)");
        const auto refused = insert->run(large);
        REQUIRE(!refused.has_value());
        CHECK(refused.error().code == base::Code::book_full);
    }
    run.settle();
    CHECK(storage.batches_written == batches);
    CHECK(run.count() == 1);
}

TEST_CASE("book: every prefix of checkpoint steps opens as the same book") {
    platform::SimStorage storage;
    Run run(storage);
    run.open_or_create();
    const std::string text(3000, 'a');
    for (std::int64_t id = 1; id <= 2000; ++id) {
        run.add(id, text);
        run.book.poll();
    }
    // A record of several parts, so that a step can end inside it.
    auto transaction = run.book.begin();
    REQUIRE(
        run.book.database().execute("UPDATE note SET text = replace(text, 'a', 'b')").has_value());
    REQUIRE(transaction->commit().has_value());
    run.book.poll();
    const auto expected = run.book.file_bytes();
    int steps = 0;
    for (;; ++steps) {
        platform::SimStorage copy = storage;
        copy.owned = false;
        Run reopened(copy);
        reopened.open();
        CAPTURE(steps);
        REQUIRE(reopened.book.phase() == Phase::ready);
        CHECK(reopened.book.file_bytes() == expected);
        CHECK(reopened.book.revision() == run.book.revision());
        // A commit on top of a half-folded book stands as well.
        reopened.add(5000 + steps, "later");
        reopened.settle();
        reopened.disk.crash();
        Run third(copy);
        third.open();
        REQUIRE(third.book.phase() == Phase::ready);
        CHECK(third.count() == 2001);
        if (storage.count(DiskArea::log) == 0) break;
        if (steps == 0) REQUIRE(run.book.fold_step());
        run.book.poll(); // One step becomes durable, the next one begins.
    }
    CHECK(steps > 3);
    CHECK(storage.count(DiskArea::log) == 0);
}

TEST_CASE("book: the log is folded by itself in a pause, and only then") {
    platform::SimStorage storage;
    Run run(storage);
    run.open_or_create();
    const std::string text(3000, 'a');
    for (std::int64_t id = 1; id <= 400; ++id) {
        run.add(id, text);
        run.book.poll();
    }
    CHECK(storage.count(DiskArea::base) == 0);
    run.clock.advance(300);
    run.settle();
    CHECK(storage.count(DiskArea::base) > 0);
    CHECK(storage.count(DiskArea::log) == 0);
}

TEST_CASE("book: a failed checkpoint step is no failed save") {
    platform::SimStorage storage;
    Run run(storage);
    run.open_or_create();
    for (std::int64_t id = 1; id <= 50; ++id) {
        run.add(id, "x");
        run.book.poll();
    }
    run.disk.set_faults({.delay_polls_max = 100});
    REQUIRE(run.book.fold_step());
    run.book.poll();
    REQUIRE(run.disk.first_waiting_ticket() == 0);
    run.disk.fail_next(platform::DiskFailure::quota);
    run.add(51, "while it folds");
    run.settle();
    CHECK(run.book.save_state().kind == Kind::saved);
    run.disk.crash();
    Run again(storage);
    again.open();
    CHECK(again.count() == 51);
}

TEST_CASE("book: damage on the disk is said, never opened over and never an empty book") {
    struct Row {
        const char* name;
        void (*damage)(platform::SimStorage&);
    };
    const Row rows[] = {
        {"torn last record", [](platform::SimStorage& storage) { storage.tear_last_item(); }},
        {"missing record",
         [](platform::SimStorage& storage) { storage.items.erase({DiskArea::log, 256 * 7}); }},
        {"missing block",
         [](platform::SimStorage& storage) { storage.items.erase({DiskArea::base, 0}); }},
        {"missing head",
         [](platform::SimStorage& storage) { storage.items.erase({DiskArea::head, 0}); }},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        platform::SimStorage storage;
        {
            Run run(storage);
            run.open_or_create();
            run.add(1, "x");
            run.settle();
            while (run.book.fold_step())
                run.settle();
            for (std::int64_t id = 2; id <= 20; ++id) {
                run.add(id, "y");
                run.book.poll();
            }
        }
        row.damage(storage);
        Run again(storage);
        again.open();
        CHECK(again.book.phase() == Phase::damaged);
        REQUIRE(again.book.failure().has_value());
        CHECK(again.book.failure()->code == base::Code::damaged);
    }
}

TEST_CASE("book: any one flipped bit is found") {
    platform::SimStorage storage;
    {
        Run run(storage);
        run.open_or_create();
        for (std::int64_t id = 1; id <= 30; ++id) {
            run.add(id, "some text");
            run.book.poll();
            if (id == 15) {
                while (run.book.fold_step())
                    run.settle();
            }
        }
    }
    base::Random random(5);
    for (int round = 0; round < 200; ++round) {
        platform::SimStorage copy = storage;
        copy.flip_bit(random);
        Run again(copy);
        again.open();
        CAPTURE(round);
        CHECK(again.book.phase() == Phase::damaged);
    }
}

TEST_CASE("book: items that are whole but say what cannot be are damage") {
    const auto part = [](std::uint64_t sequence) {
        base::Bytes item = store::encode_part_header({.sequence = sequence,
                                                      .revision_from = 1,
                                                      .revision_to = 1,
                                                      .database_page_count = 1,
                                                      .part_index = 0,
                                                      .part_count = 1},
                                                     {}, {});
        base::Checksum checksum;
        checksum.add(item);
        item.append_range(store::encode_trailer(checksum.value()));
        return item;
    };
    constexpr std::uint64_t last = ~std::uint64_t{0};
    struct Row {
        const char* name;
        store::Head head;
        std::optional<base::Bytes> part;
    };
    const Row rows[] = {
        {"a head of an empty book, and no log", {.revision = 1, .page_count = 0}, std::nullopt},
        {"folded before the first record", {.revision = 1, .folded_key = 0}, std::nullopt},
        {"folded to the last key there is", {.revision = 1, .folded_key = last}, std::nullopt},
        {"record 0", {.revision = 1}, part(0)},
        {"a record whose key has no room", {.revision = 1}, part(last)}};
    for (const Row& row : rows) {
        CAPTURE(row.name);
        platform::SimStorage storage;
        storage.items[{platform::DiskArea::head, 0}] = store::encode_head(row.head);
        if (row.part) storage.items[{platform::DiskArea::log, 256}] = *row.part;
        Run run(storage);
        run.open();
        CHECK(run.book.phase() == Phase::damaged);
        CHECK(run.book.failure()->code == base::Code::damaged);
    }
}

TEST_CASE("book: a record of a newer program is not damage") {
    platform::SimStorage storage;
    {
        Run run(storage);
        run.open_or_create();
        run.add(1, "x");
        run.settle();
    }
    REQUIRE(storage.items.rbegin()->first.first == DiskArea::log);
    store_test::write_as_newer(storage.items.rbegin()->second);
    Run again(storage);
    again.open();
    REQUIRE(again.book.failure().has_value());
    CHECK(again.book.failure()->code == base::Code::too_new);
    CHECK(again.book.failure()->detail == "255");
}

TEST_CASE("book: a damaged book can be rescued for reading") {
    platform::SimStorage storage;
    {
        Run run(storage);
        run.open_or_create();
        for (std::int64_t id = 1; id <= 20; ++id) {
            run.add(id, "y");
            run.book.poll();
        }
    }
    storage.tear_last_item();
    Run again(storage);
    again.open();
    REQUIRE(again.book.phase() == Phase::damaged);
    REQUIRE(again.book.rescue().has_value());
    CHECK(again.count() >= 19);
    const auto refused = again.book.begin();
    REQUIRE(!refused.has_value());
    CHECK(refused.error().code == base::Code::read_only);
}

TEST_CASE("book: its tables are checked slice by slice") {
    platform::SimStorage storage;
    Run run(storage);
    run.open_or_create();
    int slices = 0;
    for (;; ++slices) {
        const auto more = run.book.check_slice();
        REQUIRE(more.has_value());
        if (!*more) break;
    }
    CHECK(slices == 1);
}
