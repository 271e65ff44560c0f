#include "book_fixture.h"

#include <algorithm>
#include <string_view>

using namespace store_test;
using platform::DiskArea;

namespace {

constexpr std::string_view marker = "PLAINTEXTMARKER";

void create_sealed(Run& run, std::string_view passphrase) {
    run.open();
    REQUIRE(run.book.phase() == Phase::empty);
    REQUIRE(run.book.create_sealed(passphrase).has_value());
    run.settle();
    REQUIRE(run.book.phase() == Phase::ready);
    auto transaction = run.book.begin();
    REQUIRE(run.book.database()
                .execute("CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
                .has_value());
    REQUIRE(transaction->commit().has_value());
    run.settle();
}

// How many items hold any of the words that a plain book cannot hide.
int plain_items(const platform::SimStorage& storage) {
    int found = 0;
    for (const auto& [key, bytes] : storage.items) {
        const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        for (const std::string_view word :
             {marker, std::string_view("SQLite format 3"), std::string_view("CREATE TABLE")})
            if (text.find(word) != std::string_view::npos) ++found;
    }
    return found;
}

} // namespace

TEST_CASE("sealed book: no page of it is ever written plain, in log or base") {
    platform::SimStorage storage;
    {
        Run run(storage);
        create_sealed(run, "correct horse");
        for (std::int64_t id = 1; id <= 50; ++id) {
            run.add(id, marker);
            run.book.poll();
        }
        CHECK(plain_items(storage) == 0);
        while (run.book.fold_step())
            run.settle();
        CHECK(storage.count(DiskArea::base) > 0);
        CHECK(plain_items(storage) == 0);
    }
    platform::SimStorage plain;
    Run open_book(plain);
    open_book.open_or_create();
    open_book.add(1, marker);
    open_book.settle();
    CHECK(plain_items(plain) > 0); // The search finds what it looks for.
}

TEST_CASE("sealed book: opens with its passphrase only, and a wrong one changes nothing") {
    platform::SimStorage storage;
    {
        Run run(storage);
        create_sealed(run, "correct horse");
        run.add(1, marker);
        run.settle();
    }
    Run again(storage);
    again.open();
    REQUIRE(again.book.phase() == Phase::locked);
    const auto before = storage.items;
    for (const std::string_view wrong : {"", "correct horsf", "correct horse "}) {
        CAPTURE(std::string(wrong));
        again.unlock(wrong);
        CHECK(again.book.phase() == Phase::locked);
        REQUIRE(again.book.failure().has_value());
        CHECK(again.book.failure()->code == base::Code::wrong_passphrase);
        CHECK(storage.items == before);
    }
    again.unlock("correct horse");
    REQUIRE(again.book.phase() == Phase::ready);
    CHECK(again.count() == 1);
    CHECK(again.book.is_sealed());
}

TEST_CASE("sealed book: a plain book in its place is refused") {
    platform::SimStorage storage;
    {
        Run run(storage);
        run.open_or_create();
    }
    Run again(storage);
    again.book.open("book", store::Book::Expect::sealed);
    again.settle();
    CHECK(again.book.phase() == Phase::failed);
    CHECK(again.book.failure()->code == base::Code::not_sealed);
}

TEST_CASE("sealed book: a copy is self-contained and restores with its passphrase") {
    base::Bytes copy;
    {
        platform::SimStorage storage;
        Run run(storage);
        create_sealed(run, "correct horse");
        run.add(1, "x");
        copy = run.book.file_bytes();
    }
    platform::SimStorage storage;
    Run run(storage);
    run.open_or_create();
    const auto salt = store::Book::salt_of(copy);
    REQUIRE(salt.has_value());
    const auto keep = [](store::Connection&) { return base::Result<void>{}; };
    run.keys.start("wrong", *salt);
    const auto wrong_key = run.keys.take();
    const auto refused = run.book.restore(copy, keep, &*wrong_key);
    REQUIRE(!refused.has_value());
    CHECK(refused.error().code == base::Code::wrong_passphrase);
    run.keys.start("correct horse", *salt);
    const auto key = run.keys.take();
    REQUIRE(run.book.restore(copy, keep, &*key).has_value());
    run.settle();
    CHECK(run.count() == 1);
    CHECK(run.book.is_sealed());
    CHECK(plain_items(storage) == 0); // Nothing of the plain book it replaced is left either.
}

TEST_CASE("sealed book: a passphrase can be given, changed and taken away") {
    platform::SimStorage storage;
    {
        Run run(storage);
        run.open_or_create();
        for (std::int64_t id = 1; id <= 300; ++id)
            run.add(id, marker);
        run.settle();
        for (const std::string_view passphrase : {"first", "second"}) {
            const platform::BookSalt salt = run.book.new_salt();
            run.keys.start(passphrase, salt);
            const store::Book::NewKey key{.key = *run.keys.take(), .salt = salt};
            REQUIRE(run.book.change_key(key).has_value());
            run.settle();
            CHECK(run.book.save_state().kind == Kind::saved);
            CHECK(plain_items(storage) == 0);
            CHECK(run.count() == 300);
        }
    }
    {
        Run run(storage);
        run.open();
        REQUIRE(run.book.phase() == Phase::locked);
        run.unlock("first");
        CHECK(run.book.phase() == Phase::locked);
        run.unlock("second");
        REQUIRE(run.book.phase() == Phase::ready);
        CHECK(run.count() == 300);
        REQUIRE(run.book.change_key(std::nullopt).has_value());
        run.add(301, marker);
        run.settle();
    }
    Run run(storage);
    run.open();
    REQUIRE(run.book.phase() == Phase::ready);
    CHECK(!run.book.is_sealed());
    CHECK(run.count() == 301);
}

TEST_CASE("key derivation: Argon2id gives the key of the published parameters") {
    platform::DirectKeyDerivation first;
    platform::DirectKeyDerivation second;
    platform::BookSalt salt{};
    first.start("correct horse", salt);
    REQUIRE(first.state() == platform::KeyDerivation::State::done);
    const auto key = first.take();
    salt[15] = 1;
    second.start("correct horse", salt);
    CHECK(key != second.take());
    CHECK(first.state() == platform::KeyDerivation::State::idle);
}
