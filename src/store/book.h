// One practice's book: the SQLite database in memory and its way to the disk and back.
//
// Opens by reading and checking what the disk has; hands out the one Connection; begins and commits
// transactions; tells what is *committed* (in SQLite) and what is *saved* (acknowledged by the
// disk). While the last write has failed only drafts may change (`allows`). A damaged book is never
// opened silently, and never replaced by an empty one.
// Knows no tables: schema and rows are written by those who hold the Connection.
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "platform/ports/clock.h"
#include "platform/ports/disk.h"
#include "platform/ports/entropy.h"
#include "platform/ports/key_derivation.h"
#include "store/loader.h"
#include "store/page_store.h"
#include "store/save_queue.h"
#include "store/sqlite.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace store {

class Book;

// BEGIN IMMEDIATE to COMMIT. Rolls back on destruction unless committed.
class [[nodiscard]] Transaction {
  public:
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    // The revision of the book with this transaction in it, on its way to the disk; the present
    // revision if nothing was written. On failure nothing has changed.
    [[nodiscard]] base::Result<std::uint64_t> commit();

  private:
    friend class Book;
    explicit Transaction(Book& book) : book_(&book) {}
    Book* book_;
};

class Book final : private platform::DiskListener {
  public:
    struct Ports {
        platform::Disk& disk;
        platform::Clock& clock;
        platform::Entropy& entropy;
        platform::KeyDerivation& keys;
    };
    explicit Book(const Ports& ports);
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;
    ~Book() override;

    enum class Phase : std::uint8_t {
        closed,
        opening,   // Reading the disk.
        empty,     // There is no book: `create`, or restore a copy.
        locked,    // Sealed: waits for `unlock`. `failure` says if the last try was wrong.
        unlocking, // Deriving the key.
        ready,     // `database` can be used; also by a follower, who may only read.
        damaged,   // The disk's items fail their checks; `failure` says which. See `rescue`.
        failed,    // There is no storage; `failure` says why.
    };
    enum class Expect : std::uint8_t { any, sealed };

    // Opens the book called `name`. With `Expect::sealed` a plain book is refused.
    void open(std::string_view name, Expect expect = Expect::any);
    [[nodiscard]] Phase phase() const { return phase_; }
    // Why the phase is damaged, failed or locked again.
    [[nodiscard]] const std::optional<base::Error>& failure() const { return failure_; }
    // Lets the disk and the timers speak; call it when woken and at `next_poll_ms`.
    void poll();
    // When `poll` next has something to do, on the monotonic clock.
    [[nodiscard]] std::optional<std::int64_t> next_poll_ms() const;
    void close();

    // In phase `empty`. Nothing is on the disk before the first commit. With a passphrase the phase
    // is `unlocking` for a while, then `ready`.
    [[nodiscard]] base::Result<void> create();
    [[nodiscard]] base::Result<void> create_sealed(std::string_view passphrase);
    // In phase `locked`. Ends `ready`, or `locked` with `wrong_passphrase`.
    void unlock(std::string_view passphrase);
    [[nodiscard]] bool is_sealed() const { return sealed_; }

    // Only in phase `ready`. A follower gets a new Connection with every change it applies, so
    // nobody may keep the reference or a Statement from one frame to the next.
    [[nodiscard]] Connection& database();
    // `read_only` for a follower.
    [[nodiscard]] base::Result<Transaction> begin();

    // Counts transactions that wrote something; a follower sees the owner's.
    [[nodiscard]] std::uint64_t revision() const { return revision_; }
    // What a follower reads is saved, except what it committed itself when it owned the book and
    // could not save before that was taken from it.
    [[nodiscard]] std::uint64_t saved_revision() const;
    // Changes whenever other contents took the place of these: with `revision` it tells whether
    // what was read before still stands.
    [[nodiscard]] std::uint64_t generation() const { return generation_; }
    [[nodiscard]] SaveState save_state() const;
    enum class Work : std::uint8_t {
        draft,   // Editing that can be lost without harm to others.
        binding, // Numbers, payments, whatever leaves the device.
    };
    // `not_saved` with the reason as detail, or `read_only`.
    [[nodiscard]] base::Result<void> allows(Work work) const;
    // Tries at once what failed: on return to the page, or when asked.
    void retry_now();

    [[nodiscard]] platform::DiskRole role() const { return role_; }
    // Asks for the book that another tab owns; `role` becomes owner within about 2 s.
    void take_over();
    // A tab that lost the book with unsaved changes keeps them, to be copied out (`file_page`),
    // until this is called; then it follows the new owner.
    void discard_unsaved();

    // The book as a file, page by page: a plain or a sealed SQLite database as of `revision`,
    // saved or not. Not inside a transaction.
    [[nodiscard]] PageNumber file_page_count() const { return pages_.page_count(); }
    [[nodiscard]] std::span<const std::uint8_t, page_size> file_page(PageNumber number) const;
    [[nodiscard]] base::Bytes file_bytes() const;

    // Puts the book that `file` holds in the place of this one (or of none, in phase `empty`),
    // as one commit. `prepare` runs inside the new book first: it gives it a new device id and a
    // new series. Nothing changes when anything of it fails: `not_a_book`, `wrong_passphrase`,
    // `damaged`, or what `prepare` says. `key` is needed for a sealed file.
    using Prepare = std::function<base::Result<void>(Connection&)>;
    [[nodiscard]] base::Result<std::uint64_t> restore(base::ByteView file, const Prepare& prepare,
                                                      const platform::BookKey* key = nullptr);
    // Likewise with a plain book that `fill` writes, from the schema on.
    [[nodiscard]] base::Result<std::uint64_t> fill_anew(const Prepare& fill);
    // The salt to derive `restore`'s key with; nothing if the file is plain or no book.
    [[nodiscard]] static std::optional<platform::BookSalt> salt_of(base::ByteView file);

    // Seals the book with a key derived from a new passphrase and `salt`, or makes it plain
    // without one. The whole book is written anew in one batch.
    struct NewKey {
        platform::BookKey key;
        platform::BookSalt salt;
    };
    [[nodiscard]] base::Result<std::uint64_t> change_key(const std::optional<NewKey>& key);
    [[nodiscard]] platform::BookSalt new_salt();

    // Reads in a copy without touching this book: `read` runs in a transaction that is rolled back.
    // Fails as `restore` would.
    [[nodiscard]] base::Result<void> inspect(base::ByteView file, const Prepare& read,
                                             const platform::BookKey* key = nullptr) const;

    // Removes the book from the disk for good, in phase `ready`, `locked` or `damaged`. The phase
    // is `opening` until that is durable, then `empty`.
    void erase();

    // Phase `damaged`: opens what could be read, for reading only, so that it can be exported.
    [[nodiscard]] base::Result<void> rescue();
    [[nodiscard]] bool is_rescued() const { return rescued_; }

    // One slice of `PRAGMA quick_check`: the next table. False when all are done; `damaged` with
    // the finding. Starts over after the last.
    [[nodiscard]] base::Result<bool> check_slice();
    // Writes the next step of the log into the base without waiting for a pause.
    bool fold_step();

    [[nodiscard]] std::size_t memory_bytes() const { return pages_.memory_bytes(); }

  private:
    friend class Transaction;
    void disk_opened(platform::DiskRole role) override;
    void disk_item(platform::DiskArea area, base::ByteView bytes) override;
    void disk_read_done() override;
    void disk_written(std::uint64_t ticket) override;
    void disk_failed(std::uint64_t ticket, platform::DiskFailure failure) override;
    void disk_changed(std::uint64_t key) override;
    void disk_emptied() override;

    // The pages of a copy, and a connection to them.
    struct Copy {
        PageStore pages;
        std::string raw_key;
        bool sealed = false;
        std::optional<Connection> connection; // Closed before the pages go.
    };
    [[nodiscard]] base::Result<std::unique_ptr<Copy>> open_copy(base::ByteView file,
                                                                const platform::BookKey* key) const;
    [[nodiscard]] base::Result<std::uint64_t> take_place(Copy& copy, const Prepare& prepare);

    void read_all();
    void apply_arrived();
    void open_loaded(const Head& head);
    [[nodiscard]] base::Result<void> connect(std::string_view raw_key);
    void finish_key();
    void fail_with(Phase phase, base::Error error);
    [[nodiscard]] base::Result<std::uint64_t> commit();
    void roll_back();

    Ports ports_;
    PageStore pages_;
    DiskIndex index_;
    SaveQueue queue_;
    std::optional<Loader> loader_;
    std::optional<Connection> connection_;
    Phase phase_ = Phase::closed;
    Expect expect_ = Expect::any;
    platform::DiskRole role_ = platform::DiskRole::follower;
    std::optional<base::Error> failure_;
    std::uint64_t revision_ = 0;
    std::uint64_t generation_ = 0;
    bool sealed_ = false;
    bool creating_ = false; // The key being derived is for a new book.
    bool reading_all_ = false;
    bool reading_more_ = false; // A follower reads the log since its last item.
    std::vector<base::Bytes> arrived_;
    bool changed_ = false; // A follower was told of more while it read.
    bool rescued_ = false;
    bool erasing_ = false;
    std::string raw_key_; // For the connections a follower opens anew.
    platform::BookSalt salt_{};
    std::string checked_table_;
};

} // namespace store
