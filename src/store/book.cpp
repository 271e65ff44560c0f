#include "store/book.h"

#include "base/assert.h"
#include "store/book_key.h"

#include <utility>

namespace store {

namespace {

base::Error error_of(platform::DiskFailure failure) {
    switch (failure) {
    case platform::DiskFailure::quota: return {base::Code::disk_full, {}, {}, {}};
    case platform::DiskFailure::aborted: return {base::Code::disk_failed, {}, "aborted", {}};
    case platform::DiskFailure::lost: return {base::Code::disk_failed, {}, "lost", {}};
    case platform::DiskFailure::taken_over: return {base::Code::read_only, {}, {}, {}};
    case platform::DiskFailure::unavailable: return {base::Code::disk_unavailable, {}, {}, {}};
    }
    UNREACHABLE();
}

std::uint32_t big_endian(std::span<const std::uint8_t, 4> bytes) {
    std::uint32_t value = 0;
    for (const std::uint8_t byte : bytes)
        value = value << 8 | byte;
    return value;
}

} // namespace

Transaction::Transaction(Transaction&& other) noexcept
    : book_(std::exchange(other.book_, nullptr)) {}

Transaction::~Transaction() {
    if (book_) book_->roll_back();
}

base::Result<std::uint64_t> Transaction::commit() {
    ASSERT(book_);
    return std::exchange(book_, nullptr)->commit();
}

Book::Book(const Ports& ports) : ports_(ports), queue_(ports.disk, pages_, index_) {}

Book::~Book() { forget(raw_key_); }

void Book::open(std::string_view name, Expect expect) {
    ASSERT(phase_ == Phase::closed);
    expect_ = expect;
    phase_ = Phase::opening;
    ports_.disk.open(name, platform::DiskRole::owner, *this);
}

void Book::close() {
    connection_.reset();
    loader_.reset();
    ports_.disk.close();
    pages_.clear();
    forget(raw_key_);
    phase_ = Phase::closed;
}

void Book::poll() {
    ports_.disk.poll();
    if (phase_ == Phase::unlocking) finish_key();
    if (phase_ == Phase::ready && role_ == platform::DiskRole::owner)
        queue_.poll(ports_.clock.monotonic_ms());
}

std::optional<std::int64_t> Book::next_poll_ms() const {
    if (phase_ != Phase::ready || role_ != platform::DiskRole::owner) return std::nullopt;
    return queue_.next_poll_ms();
}

base::Result<void> Book::create() {
    ASSERT(phase_ == Phase::empty && role_ == platform::DiskRole::owner);
    if (expect_ == Expect::sealed) return base::fail(base::Code::not_sealed);
    sealed_ = false;
    TRY_VOID(connect({}));
    queue_.start(Head{}, SaveQueue::OnDisk::no, ports_.clock.monotonic_ms());
    phase_ = Phase::ready;
    return {};
}

base::Result<void> Book::create_sealed(std::string_view passphrase) {
    ASSERT(phase_ == Phase::empty && role_ == platform::DiskRole::owner);
    if (passphrase.empty()) return base::fail(base::Code::missing, "passphrase");
    salt_ = new_salt();
    creating_ = true;
    failure_.reset();
    phase_ = Phase::unlocking;
    ports_.keys.start(passphrase, salt_);
    return {};
}

void Book::unlock(std::string_view passphrase) {
    ASSERT(phase_ == Phase::locked);
    creating_ = false;
    failure_.reset();
    phase_ = Phase::unlocking;
    ports_.keys.start(passphrase, pages_.first_bytes());
}

Connection& Book::database() {
    ASSERT(connection_);
    return *connection_;
}

base::Result<Transaction> Book::begin() {
    // A tab that has just lost the book reads it anew: it may not write before it is ready either.
    if (role_ != platform::DiskRole::owner || rescued_) return base::fail(base::Code::read_only);
    ASSERT(phase_ == Phase::ready);
    ASSERT(!pages_.has_marked()); // Nothing is written outside a transaction.
    TRY_VOID(connection_->run("BEGIN IMMEDIATE"));
    return Transaction(*this);
}

std::uint64_t Book::saved_revision() const {
    const SaveState state = queue_.state();
    const bool is_own =
        role_ == platform::DiskRole::owner || state.kind == SaveState::Kind::not_saved;
    return is_own ? state.saved_revision : revision_;
}

SaveState Book::save_state() const { return queue_.state(); }

base::Result<void> Book::allows(Work work) const {
    if (phase_ != Phase::ready || role_ != platform::DiskRole::owner || rescued_)
        return base::fail(base::Code::read_only);
    const SaveState state = queue_.state();
    if (work == Work::draft || state.kind != SaveState::Kind::not_saved) return {};
    return base::fail(base::Error{.code = base::Code::not_saved,
                                  .field = {},
                                  .detail = {},
                                  .also = {error_of(*state.reason)}});
}

void Book::retry_now() {
    if (role_ == platform::DiskRole::owner) queue_.retry_now(ports_.clock.monotonic_ms());
}

void Book::take_over() {
    ASSERT(role_ == platform::DiskRole::follower);
    ports_.disk.take_over();
}

std::span<const std::uint8_t, page_size> Book::file_page(PageNumber number) const {
    ASSERT(!connection_ || !connection_->in_transaction());
    return pages_.page(number);
}

base::Bytes Book::file_bytes() const {
    base::Bytes bytes;
    bytes.reserve(std::size_t{pages_.page_count()} * page_size);
    for (PageNumber number = 1; number <= file_page_count(); ++number) {
        const auto page = file_page(number);
        bytes.insert(bytes.end(), page.begin(), page.end());
    }
    return bytes;
}

void Book::erase() {
    ASSERT(role_ == platform::DiskRole::owner);
    ASSERT(phase_ == Phase::ready || phase_ == Phase::locked || phase_ == Phase::damaged);
    connection_.reset();
    pages_.clear();
    forget(raw_key_);
    revision_ = 0;
    sealed_ = rescued_ = false;
    failure_.reset();
    phase_ = Phase::opening;
    erasing_ = true;
    queue_.remove_all();
}

base::Result<std::uint64_t> Book::change_key(const std::optional<NewKey>& key) {
    ASSERT(phase_ == Phase::ready);
    TRY_VOID(allows(Work::binding));
    if (!key && expect_ == Expect::sealed) return base::fail(base::Code::not_sealed);
    const std::string new_key = key ? raw_key_text(key->key, &key->salt) : std::string();
    auto changed = connection_->change_key(new_key);
    if (!changed.has_value()) {
        pages_.drop_marks();
        return base::fail(std::move(changed).error());
    }
    pages_.drop_marks();
    sealed_ = key.has_value();
    // A log or base written before holds pages under the old key or none: all of it goes.
    queue_.replace_all(++revision_, sealed_);
    forget(raw_key_);
    TRY_VOID(connect(key ? raw_key_text(key->key, nullptr) : std::string()));
    return revision_;
}

platform::BookSalt Book::new_salt() {
    platform::BookSalt salt;
    ports_.entropy.fill(salt);
    return salt;
}

base::Result<void> Book::rescue() {
    ASSERT(phase_ == Phase::damaged);
    rescued_ = true;
    sealed_ = !pages_.has_plain_header();
    if (sealed_ && raw_key_.empty()) {
        phase_ = Phase::locked;
        return {};
    }
    TRY_VOID(connect(raw_key_));
    phase_ = Phase::ready;
    return {};
}

base::Result<bool> Book::check_slice() {
    ASSERT(phase_ == Phase::ready);
    {
        auto next =
            TRY(connection_->prepare("SELECT name FROM sqlite_schema WHERE type = 'table' "
                                     "AND rootpage > 0 AND name > ? ORDER BY name LIMIT 1"));
        TRY_VOID(next.bind(checked_table_));
        if (!TRY(next.step())) {
            checked_table_.clear();
            return false;
        }
        checked_table_ = next.text(0);
    }
    auto check = TRY(connection_->prepare("SELECT quick_check FROM pragma_quick_check(?)"));
    TRY_VOID(check.bind(checked_table_));
    if (TRY(check.step()) && check.text(0) != "ok")
        return base::fail(base::Code::damaged, checked_table_, std::string(check.text(0)));
    return true;
}

bool Book::fold_step() { return queue_.fold_step(); }

void Book::disk_opened(platform::DiskRole role) {
    role_ = role;
    read_all();
}

void Book::read_all() {
    connection_.reset();
    phase_ = Phase::opening;
    loader_.emplace(pages_, index_);
    reading_all_ = true;
    ports_.disk.read(0);
}

void Book::disk_item(platform::DiskArea area, base::ByteView bytes) {
    if (reading_all_)
        loader_->take(area, bytes);
    else
        arrived_.emplace_back(bytes.begin(), bytes.end());
}

void Book::disk_read_done() {
    if (reading_all_) {
        reading_all_ = false;
        auto loaded = loader_->finish();
        if (!loaded.has_value()) return fail_with(Phase::damaged, std::move(loaded).error());
        if (!loaded->found) {
            phase_ = Phase::empty;
            return;
        }
        open_loaded(loaded->head);
    } else {
        apply_arrived();
    }
    if (std::exchange(changed_, false)) disk_changed(index_.last_key() + 1);
}

// The pages change under the connection, so they change between two frames and all at once.
void Book::apply_arrived() {
    reading_more_ = false;
    const auto arrived = std::exchange(arrived_, {});
    connection_.reset();
    for (const auto& bytes : arrived)
        loader_->take(platform::DiskArea::log, bytes);
    auto loaded = loader_->finish_more();
    // The owner has folded what we missed into the base: read all of it again.
    if (arrived.empty() || !loaded.has_value()) return read_all();
    open_loaded(loaded->head);
}

void Book::open_loaded(const Head& head) {
    revision_ = head.revision;
    sealed_ = !pages_.has_plain_header();
    if (!sealed_ && (head.sealed || expect_ == Expect::sealed))
        return fail_with(Phase::failed, {base::Code::not_sealed, {}, {}, {}});
    const auto first_page = pages_.page(1);
    if (!sealed_ && big_endian(first_page.subspan<28, 4>()) != head.page_count)
        return fail_with(Phase::damaged, {base::Code::damaged, "page", "1", {}});
    queue_.start(head, SaveQueue::OnDisk::yes, ports_.clock.monotonic_ms());
    if (sealed_ && raw_key_.empty()) {
        phase_ = Phase::locked;
        return;
    }
    auto connected = connect(raw_key_);
    if (connected.has_value()) {
        phase_ = Phase::ready;
        return;
    }
    forget(raw_key_);
    if (sealed_)
        phase_ = Phase::locked; // The owner has changed the passphrase.
    else
        fail_with(Phase::damaged, std::move(connected).error());
}

base::Result<void> Book::connect(std::string_view raw_key) {
    std::string key(raw_key); // `raw_key` may be a view of raw_key_.
    connection_.reset();
    ++generation_;
    connection_ = TRY(
        Connection::open({.vfs = pages_.vfs(),
                          .raw_key = key,
                          .page_count_max = pages_max,
                          .contents = pages_.page_count() == 0 ? Connection::Contents::none_yet
                                                               : Connection::Contents::existing}));
    if (role_ == platform::DiskRole::follower || rescued_)
        TRY_VOID(connection_->execute("PRAGMA query_only=ON"));
    // The settings of a new book write its page 1, as every commit will again: no commit of its
    // own.
    pages_.drop_marks();
    forget(raw_key_);
    raw_key_ = std::move(key);
    return {};
}

void Book::finish_key() {
    switch (ports_.keys.state()) {
    case platform::KeyDerivation::State::idle:
    case platform::KeyDerivation::State::working: return;
    case platform::KeyDerivation::State::failed:
        failure_ = base::Error{base::Code::out_of_memory, "passphrase", {}, {}};
        phase_ = creating_ ? Phase::empty : Phase::locked;
        return;
    case platform::KeyDerivation::State::done: break;
    }
    const auto key = ports_.keys.take();
    ASSERT(key);
    auto connected = connect(raw_key_text(*key, creating_ ? &salt_ : nullptr));
    if (!connected.has_value()) {
        const bool wrong = connected.error().code == base::Code::not_a_book;
        failure_ = wrong ? base::Error{base::Code::wrong_passphrase, "passphrase", {}, {}}
                         : std::move(connected).error();
        phase_ = creating_ ? Phase::empty : Phase::locked;
        return;
    }
    if (creating_) {
        sealed_ = true;
        queue_.start(Head{.sealed = true}, SaveQueue::OnDisk::no, ports_.clock.monotonic_ms());
    }
    phase_ = Phase::ready;
}

void Book::disk_written(std::uint64_t ticket) {
    queue_.written(ticket, ports_.clock.monotonic_ms());
    if (erasing_ && queue_.is_idle()) {
        erasing_ = false;
        read_all();
    }
}

void Book::disk_failed(std::uint64_t ticket, platform::DiskFailure failure) {
    if (phase_ == Phase::opening) return fail_with(Phase::failed, error_of(failure));
    queue_.failed(ticket, failure, ports_.clock.monotonic_ms());
    if (failure != platform::DiskFailure::taken_over) return;
    role_ = platform::DiskRole::follower;
    if (connection_) {
        // A failing pragma would leave the refusal to `begin`, which looks at the role.
        (void)connection_->execute("PRAGMA query_only=ON");
    }
}

void Book::disk_changed(std::uint64_t key) {
    if (role_ != platform::DiskRole::follower) return;
    if (reading_all_ || reading_more_) {
        changed_ = true;
        return;
    }
    // What this tab could not save any more stays in its memory until the person lets it go.
    if (queue_.state().kind == SaveState::Kind::not_saved) return;
    if (phase_ == Phase::empty || phase_ == Phase::damaged) return read_all();
    if (phase_ != Phase::ready || key <= index_.last_key()) return;
    reading_more_ = true;
    ports_.disk.read(index_.last_key());
}

void Book::disk_emptied() { queue_.rewrite_all(); }

void Book::discard_unsaved() {
    ASSERT(role_ == platform::DiskRole::follower);
    read_all();
}

void Book::fail_with(Phase phase, base::Error error) {
    failure_ = std::move(error);
    phase_ = phase;
}

base::Result<std::uint64_t> Book::commit() {
    auto committed = connection_->run("COMMIT");
    if (!committed.has_value()) {
        roll_back();
        return base::fail(std::move(committed).error());
    }
    const Changes changes = pages_.take_marked();
    if (changes.pages.empty()) return revision_;
    queue_.commit(++revision_, changes);
    return revision_;
}

void Book::roll_back() {
    // SQLite rolls back by itself after some failures; then there is nothing left to undo.
    if (connection_->in_transaction()) {
        const auto undone = connection_->execute("ROLLBACK");
        ASSERT(undone.has_value());
    }
    pages_.drop_marks();
}

} // namespace store
