// A book over a simulated disk, driven by hand.
#pragma once

#include "platform/native/system.h"
#include "platform/sim/clock.h"
#include "platform/sim/disk.h"
#include "store/book.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

namespace store_test {

// Argon2id takes 0.2 s a key; what is tested here is that the key and the salt reach the file.
class QuickKeyDerivation final : public platform::KeyDerivation {
  public:
    void start(std::string_view passphrase, const platform::BookSalt& salt) override {
        key_.fill(static_cast<std::uint8_t>(passphrase.size()));
        for (std::size_t at = 0; at < passphrase.size(); ++at)
            key_[at % key_.size()] ^= static_cast<std::uint8_t>(passphrase[at]);
        for (std::size_t at = 0; at < salt.size(); ++at)
            key_[at + 16] ^= salt[at];
        state_ = State::done;
    }
    State state() override { return state_; }
    std::optional<platform::BookKey> take() override {
        state_ = State::idle;
        return key_;
    }

  private:
    State state_ = State::idle;
    platform::BookKey key_{};
};

// One program's run: made over a storage, and gone with it or by a crash.
struct Run {
    explicit Run(platform::SimStorage& storage, std::uint64_t seed = 1,
                 platform::SimDisk::Faults faults = {})
        : disk(storage, base::Random(seed), faults), entropy(seed),
          book({.disk = disk, .clock = clock, .entropy = entropy, .keys = keys}) {}

    void settle() {
        for (int turn = 0; turn < 200; ++turn)
            book.poll();
    }
    void open() {
        book.open("book");
        settle();
    }
    void open_or_create() {
        open();
        if (book.phase() != store::Book::Phase::empty) return;
        REQUIRE(book.create().has_value());
        auto transaction = book.begin();
        REQUIRE(transaction.has_value());
        REQUIRE(book.database()
                    .execute("CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
                    .has_value());
        REQUIRE(transaction->commit().has_value());
        settle();
    }
    // One transaction that adds one note.
    std::uint64_t add(std::int64_t id, std::string_view text) {
        auto transaction = book.begin();
        REQUIRE(transaction.has_value());
        {
            auto insert =
                book.database().prepare("INSERT OR REPLACE INTO note(id, text) VALUES(?, ?)");
            REQUIRE(insert.has_value());
            REQUIRE(insert->run(id, text).has_value());
        }
        auto revision = transaction->commit();
        REQUIRE(revision.has_value());
        return *revision;
    }
    std::int64_t count() {
        auto select = book.database().prepare("SELECT count(*) FROM note");
        REQUIRE(select.has_value());
        auto row = select->step();
        REQUIRE((row.has_value() && *row));
        return select->integer(0);
    }
    void unlock(std::string_view passphrase) {
        book.unlock(passphrase);
        settle();
    }

    platform::SimDisk disk;
    platform::SimClock clock{base::Instant{1'780'000'000'000}};
    platform::SimEntropy entropy;
    QuickKeyDerivation keys;
    store::Book book;
};

using Phase = store::Book::Phase;
using Kind = store::SaveState::Kind;

} // namespace store_test
