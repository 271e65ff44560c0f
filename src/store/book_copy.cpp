// Book: copies of a book, looked at, put in its place, or made anew.
#include "store/book.h"

#include "base/assert.h"
#include "store/book_key.h"
#include "store/text_check.h"

#include <cstring>

namespace store {

std::optional<platform::BookSalt> Book::salt_of(base::ByteView file) {
    if (file.size() < page_size || file.size() % page_size != 0 || is_plain_file(file))
        return std::nullopt;
    platform::BookSalt salt;
    std::memcpy(salt.data(), file.data(), salt.size());
    return salt;
}

base::Result<std::unique_ptr<Book::Copy>> Book::open_copy(base::ByteView file,
                                                          const platform::BookKey* key) const {
    if (file.empty() || file.size() % page_size != 0)
        return base::fail(base::Code::not_a_book, "file", "size");
    if (file.size() / page_size > pages_max) return base::fail(base::Code::book_full, "file");
    auto copy = std::make_unique<Copy>();
    copy->sealed = !is_plain_file(file);
    if (copy->sealed && !key) return base::fail(base::Code::wrong_passphrase, "passphrase");
    if (!copy->sealed && expect_ == Expect::sealed)
        return base::fail(base::Code::not_sealed, "file");

    for (std::size_t at = 0; at < file.size(); at += page_size)
        if (!copy->pages.load_page(static_cast<PageNumber>(at / page_size) + 1,
                                   file.subspan(at, page_size)))
            return base::fail(base::Code::out_of_memory, "file");
    if (copy->sealed) copy->raw_key = raw_key_text(*key, nullptr);
    auto opened = Connection::open({.vfs = copy->pages.vfs(),
                                    .raw_key = copy->raw_key,
                                    .page_count_max = pages_max,
                                    .contents = Connection::Contents::existing});
    if (!opened.has_value() && opened.error().code == base::Code::not_a_book)
        return base::fail(copy->sealed ? base::Code::wrong_passphrase : base::Code::not_a_book,
                          copy->sealed ? "passphrase" : "file");
    copy->connection = TRY(std::move(opened));
    auto check = TRY(copy->connection->prepare("PRAGMA quick_check(1)"));
    if (!TRY(check.step()) || check.text(0) != "ok")
        return base::fail(base::Code::damaged, "file", std::string(check.text(0)));
    TRY_VOID(check_texts(*copy->connection));
    return copy;
}

base::Result<void> Book::inspect(base::ByteView file, const Prepare& read,
                                 const platform::BookKey* key) const {
    const auto copy = TRY(open_copy(file, key));
    TRY_VOID(copy->connection->execute("BEGIN IMMEDIATE"));
    auto outcome = read(*copy->connection);
    TRY_VOID(copy->connection->execute("ROLLBACK"));
    return outcome;
}

base::Result<std::uint64_t> Book::restore(base::ByteView file, const Prepare& prepare,
                                          const platform::BookKey* key) {
    ASSERT(phase_ == Phase::ready || phase_ == Phase::empty || phase_ == Phase::damaged);
    if (role_ != platform::DiskRole::owner) return base::fail(base::Code::read_only);
    const auto copy = TRY(open_copy(file, key));
    return take_place(*copy, prepare);
}

base::Result<std::uint64_t> Book::fill_anew(const Prepare& fill) {
    ASSERT(phase_ == Phase::ready || phase_ == Phase::empty || phase_ == Phase::damaged);
    if (role_ != platform::DiskRole::owner) return base::fail(base::Code::read_only);
    if (expect_ == Expect::sealed) return base::fail(base::Code::not_sealed, "file");
    Copy copy;
    copy.connection = TRY(Connection::open({.vfs = copy.pages.vfs(),
                                            .raw_key = {},
                                            .page_count_max = pages_max,
                                            .contents = Connection::Contents::none_yet}));
    return take_place(copy, fill);
}

// Prepares the copy, which then is this book; a failure leaves the book as it was.
base::Result<std::uint64_t> Book::take_place(Copy& copy, const Prepare& prepare) {
    TRY_VOID(copy.connection->execute("BEGIN IMMEDIATE"));
    TRY_VOID(prepare(*copy.connection));
    TRY_VOID(copy.connection->execute("COMMIT"));
    copy.connection.reset();
    connection_.reset();
    pages_.swap_pages(copy.pages);
    pages_.drop_marks();
    sealed_ = copy.sealed;
    forget(raw_key_);
    if (phase_ != Phase::ready)
        queue_.start(Head{.revision = revision_}, SaveQueue::OnDisk::yes,
                     ports_.clock.monotonic_ms());
    TRY_VOID(connect(copy.raw_key));
    queue_.replace_all(++revision_, sealed_);
    rescued_ = false;
    failure_.reset();
    phase_ = Phase::ready;
    forget(copy.raw_key);
    return revision_;
}

} // namespace store
