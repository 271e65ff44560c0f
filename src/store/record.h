// The three kinds of item a book leaves on the disk, as bytes: head, base block, log record part.
//
//   head    what the base stands at: revision, page count, the log key it is folded to, sealed
//   block   8 neighbouring pages (32 KiB) as they were at one revision
//   part    what one record (a commit, or commits that were joined) changed, at most 4 MiB: of
//           each page the chunks of 64 bytes that differ. A commit changes a few bytes of many
//           pages, so that its record is a tenth of those pages. (In version 1: whole pages.)
//
// Every item, of every version, opens with a magic number and a version and ends with a checksum
// over all before it (base/checksum.h): what a newer program wrote is `too_new`, never damage.
// Numbers are little-endian. Reading checks everything and never trusts a size; the views point
// into the bytes given.
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "platform/ports/disk.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace store {

inline constexpr std::size_t page_size = 4096;
inline constexpr std::size_t chunk_size = 64;
inline constexpr std::uint32_t pages_max = 65536; // 256 MiB, the book's limit.
// Chromium keeps values below 64 KiB inside LevelDB and makes a file of each larger one.
inline constexpr std::uint32_t block_pages = 8;
inline constexpr std::uint32_t part_pages_max = 1000; // Below 4 MiB with its page numbers.
inline constexpr std::uint64_t parts_per_record_max = platform::log_keys_per_record;

using PageNumber = std::uint32_t; // From 1, as SQLite counts.
using ChunkSet = std::uint64_t;   // Chunks of one page; bit n is the chunk at n * chunk_size.
inline constexpr ChunkSet all_chunks = ~ChunkSet{0};
static_assert(page_size == 64 * chunk_size);
[[nodiscard]] constexpr std::size_t size_of(ChunkSet chunks) {
    return static_cast<std::size_t>(std::popcount(chunks)) * chunk_size;
}

// Pages, ascending, and what of each has changed.
struct Changes {
    std::vector<PageNumber> pages;
    std::vector<ChunkSet> chunks; // As many.

    void add(PageNumber page, ChunkSet set) {
        pages.push_back(page);
        chunks.push_back(set);
    }
    // What either has changed.
    void join(const Changes& other);
    friend bool operator==(const Changes&, const Changes&) = default;
};

struct Head {
    std::uint64_t revision = 0;
    std::uint64_t folded_key = 255; // The last log key that is no longer needed.
    std::uint32_t page_count = 0;
    bool sealed = false;
};

struct BlockHeader {
    std::uint32_t number = 0; // Block n holds the pages from n * block_pages + 1 on.
    std::uint32_t page_count = 0;
    std::uint64_t revision = 0;
};

struct PartHeader {
    std::uint64_t sequence = 0; // Records count from 1 without gaps.
    std::uint64_t revision_from = 0;
    std::uint64_t revision_to = 0;
    std::uint32_t database_page_count = 0;
    std::uint32_t part_index = 0;
    std::uint32_t part_count = 0;

    [[nodiscard]] std::uint64_t key() const { return sequence * parts_per_record_max + part_index; }
};

// The key a head names when the record `sequence` is folded to its end; 255 before the first.
[[nodiscard]] constexpr std::uint64_t record_end_key(std::uint64_t sequence) {
    return sequence * parts_per_record_max + parts_per_record_max - 1;
}

[[nodiscard]] constexpr std::uint32_t block_of(PageNumber page) { return (page - 1) / block_pages; }
[[nodiscard]] constexpr PageNumber first_page_of(std::uint32_t block) {
    return block * block_pages + 1;
}

// The bytes before the pages or chunks of an item, which follow; then `trailer` of the checksum
// over both. A head has none.
[[nodiscard]] base::Bytes encode_head(const Head& head);
[[nodiscard]] base::Bytes encode_block_header(const BlockHeader& header);
[[nodiscard]] base::Bytes encode_part_header(const PartHeader& header,
                                             std::span<const PageNumber> pages,
                                             std::span<const ChunkSet> chunks);
inline constexpr std::size_t trailer_size = 8;
[[nodiscard]] std::array<std::uint8_t, trailer_size> encode_trailer(std::uint64_t checksum);

struct BlockView {
    BlockHeader header;
    base::ByteView pages; // header.page_count pages, one after the other.
};

struct PartView {
    PartHeader header;
    Changes changes;      // Each page within the database.
    base::ByteView bytes; // The chunks of each page, one after the other.
};

// All three fail with `damaged`, field "head", "block" or "record", the detail saying what is
// wrong.
[[nodiscard]] base::Result<Head> decode_head(base::ByteView bytes);
[[nodiscard]] base::Result<BlockView> decode_block(base::ByteView bytes);
[[nodiscard]] base::Result<PartView> decode_part(base::ByteView bytes);

} // namespace store
