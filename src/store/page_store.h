// The pages of one book in memory, and the VFS by which SQLite reads and writes them.
//
// Pages stand in segments of 1 MiB that never move. Every page SQLite writes is marked, with what
// of it has changed; Book packs that into a record after COMMIT returned OK and drops the marks
// after ROLLBACK, so a sync writes nothing by itself. The VFS has one file, the main database, and
// answers CANTOPEN to any other (no journals, no temporary files, no ATTACH); it has no clock and
// no locks.
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "store/record.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

struct sqlite3_vfs;

namespace store {

class PageStore {
  public:
    PageStore();
    PageStore(const PageStore&) = delete;
    PageStore& operator=(const PageStore&) = delete;
    ~PageStore(); // No Connection may use the store any more.

    // The VFS for Connection::open: with the ciphers in front of it, in plain books too. Naming the
    // bare VFS would make SQLite take a key in silence and write plain pages.
    [[nodiscard]] const char* vfs() const { return sealing_vfs_name_.c_str(); }

    [[nodiscard]] PageNumber page_count() const { return page_count_; }
    // Page 1 to page_count().
    [[nodiscard]] std::span<const std::uint8_t, page_size> page(PageNumber number) const;
    // The first of the pages, and those after it that follow it in memory, too, as bytes.
    [[nodiscard]] base::ByteView run(std::span<const PageNumber> pages) const;
    // The first bytes of the file say whether it is sealed: "SQLite format 3" or a salt.
    [[nodiscard]] bool has_plain_header() const;
    [[nodiscard]] std::array<std::uint8_t, 16> first_bytes() const;

    // The marked pages and all that has changed in them since they were last taken; those beyond
    // the end are left out. Takes the marks away.
    [[nodiscard]] Changes take_marked();
    // What has changed is still remembered: it is taken when its page is marked again.
    void drop_marks();
    [[nodiscard]] bool has_marked() const { return !marked_.empty(); }

    // For loading, without marks. Grows the book; false when there is no memory or no room.
    [[nodiscard]] bool load_page(PageNumber number, base::ByteView bytes);
    // Of a page that is there: `bytes` are those of its `chunks`.
    void load_chunks(PageNumber number, ChunkSet chunks, base::ByteView bytes);
    void set_page_count(PageNumber count);
    void clear();
    // Exchanges all pages and marks. Neither store may be open in a Connection.
    void swap_pages(PageStore& other);

    [[nodiscard]] std::size_t memory_bytes() const;

    // For the VFS. `offset` and sizes in bytes of the file.
    [[nodiscard]] std::uint64_t file_size() const { return std::uint64_t{page_count_} * page_size; }
    void read(std::uint64_t offset, std::span<std::uint8_t> to) const; // Zeros beyond the end.
    // Null unless the bytes are one whole page of a plain book. Stays until the book is shrunk.
    [[nodiscard]] std::uint8_t* address_for_reading(std::uint64_t offset, std::size_t size) const;
    enum class WriteOutcome : std::uint8_t { done, full, no_memory, not_whole_pages };
    [[nodiscard]] WriteOutcome write(std::uint64_t offset, base::ByteView from);

  private:
    static constexpr PageNumber segment_pages = 256;
    struct Segment {
        std::array<std::uint8_t, segment_pages * page_size> bytes;
    };

    [[nodiscard]] std::uint8_t* page_address(PageNumber number) const;
    [[nodiscard]] bool grow(PageNumber count);
    [[nodiscard]] bool is_marked_whole(PageNumber number) const;
    void mark(PageNumber number, ChunkSet changed);

    std::vector<std::unique_ptr<Segment>> segments_;
    PageNumber page_count_ = 0;
    std::vector<bool> marks_;        // By page number, as
    std::vector<ChunkSet> changed_;  // what has not been taken of each page, marked or not.
    std::vector<PageNumber> marked_; // In no order; a page cut off since has no mark any more.
    std::string vfs_name_;
    std::string sealing_vfs_name_;
    std::unique_ptr<sqlite3_vfs> vfs_;
};

} // namespace store
