#include "book_fixture.h"

using namespace store_test;

namespace {

base::Result<void> keep_as_it_is(store::Connection&) { return {}; }

base::Bytes copy_of_book(std::int64_t notes) {
    platform::SimStorage storage;
    Run run(storage);
    run.open_or_create();
    for (std::int64_t id = 1; id <= notes; ++id)
        run.add(id, "copied");
    return run.book.file_bytes();
}

} // namespace

TEST_CASE("restore: a copy takes the place of the book as one commit, changed by its preparation") {
    const auto copy = copy_of_book(7);
    platform::SimStorage storage;
    {
        Run run(storage);
        run.open_or_create();
        for (std::int64_t id = 1; id <= 3; ++id)
            run.add(id, "old");
        run.settle();
        const std::uint64_t batches = storage.batches_written;
        const auto revision = run.book.restore(copy, [](store::Connection& database) {
            return database.execute("INSERT INTO note(id, text) VALUES(100, 'new device')");
        });
        REQUIRE(revision.has_value());
        CHECK(*revision == 5);
        run.settle();
        CHECK(storage.batches_written == batches + 1);
        CHECK(run.count() == 8);
        run.add(101, "after");
        run.settle();
    }
    Run again(storage);
    again.open();
    REQUIRE(again.book.phase() == Phase::ready);
    CHECK(again.count() == 9);
}

TEST_CASE("restore: a copy fills a store that has no book") {
    const auto copy = copy_of_book(7);
    platform::SimStorage storage;
    {
        Run run(storage);
        run.open();
        REQUIRE(run.book.phase() == Phase::empty);
        REQUIRE(run.book.restore(copy, keep_as_it_is).has_value());
        run.settle();
        CHECK(run.book.save_state().kind == Kind::saved);
    }
    Run again(storage);
    again.open();
    CHECK(again.count() == 7);
}

TEST_CASE("restore: bytes that are no book are refused and nothing changes") {
    struct Row {
        const char* name;
        base::Bytes bytes;
        base::Code code;
    };
    base::Bytes torn = copy_of_book(50);
    torn.resize(torn.size() - 4096);
    base::Bytes zeros(8192);
    base::Bytes odd(5000, 1);
    const Row rows[] = {{"nothing", {}, base::Code::not_a_book},
                        {"no whole pages", odd, base::Code::not_a_book},
                        {"zeros ask for a passphrase", zeros, base::Code::wrong_passphrase},
                        {"last page missing", torn, base::Code::damaged}};
    for (const Row& row : rows) {
        CAPTURE(row.name);
        platform::SimStorage storage;
        Run run(storage);
        run.open_or_create();
        run.add(1, "kept");
        run.settle();
        const std::uint64_t batches = storage.batches_written;
        const auto refused = run.book.restore(row.bytes, keep_as_it_is);
        REQUIRE(!refused.has_value());
        CHECK(refused.error().code == row.code);
        run.settle();
        CHECK(run.count() == 1);
        CHECK(storage.batches_written == batches);
    }
}

TEST_CASE("restore: a copy with a text that is no UTF-8 is damaged") {
    // SQLite finds it sound; whoever folds or shapes such a text would stop the program.
    base::Bytes copy;
    {
        platform::SimStorage storage;
        Run run(storage);
        run.open_or_create();
        auto transaction = run.book.begin();
        REQUIRE(transaction.has_value());
        REQUIRE(run.book.database()
                    .execute("INSERT INTO note(id, text) VALUES(1, CAST(X'F0' AS TEXT))")
                    .has_value());
        REQUIRE(transaction->commit().has_value());
        copy = run.book.file_bytes();
    }
    platform::SimStorage storage;
    Run run(storage);
    run.open_or_create();
    const auto refused = run.book.restore(copy, keep_as_it_is);
    REQUIRE(!refused.has_value());
    CHECK(refused.error().code == base::Code::damaged);
    CHECK(refused.error().detail == "note");
}

TEST_CASE("restore: when the preparation refuses nothing changes") {
    const auto copy = copy_of_book(7);
    platform::SimStorage storage;
    Run run(storage);
    run.open_or_create();
    run.add(1, "kept");
    run.settle();
    const auto refused = run.book.restore(copy, [](store::Connection&) -> base::Result<void> {
        return base::fail(base::Code::not_found, "device");
    });
    REQUIRE(!refused.has_value());
    CHECK(refused.error().code == base::Code::not_found);
    CHECK(run.count() == 1);
    CHECK(run.add(2, "goes on") == 3);
}
