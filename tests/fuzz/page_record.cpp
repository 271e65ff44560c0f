// The items of a book's disk: reading refuses or gives what writes back, and a book opens on any of
// them or says why not.
#include "base/assert.h"
#include "base/checksum.h"
#include "fuzz/draw.h"
#include "fuzz/no_keys.h"
#include "fuzz/targets.h"
#include "platform/sim/clock.h"
#include "platform/sim/disk.h"
#include "store/book.h"

#include <cstring>

namespace {

constexpr std::size_t items_max = 24;
constexpr std::size_t drawn_pages_max = 600; // Over two segments of the page store.

void decode(const base::Bytes& bytes) {
    if (const auto head = store::decode_head(bytes); head.has_value())
        ASSERT(store::decode_head(store::encode_head(*head)).has_value());
    if (const auto block = store::decode_block(bytes); block.has_value())
        ASSERT(block->pages.size() == block->header.page_count * store::page_size);
    if (const auto part = store::decode_part(bytes); part.has_value())
        ASSERT(part->bytes.size() <= part->changes.pages.size() * store::page_size);
}

// Or nothing but the checksum would ever be tried.
void mend_checksum(base::Bytes& bytes) {
    if (bytes.size() < 40 || (bytes.size() - 8) % base::Checksum::stripe_size != 0) return;
    base::Checksum checksum;
    checksum.add(base::ByteView(bytes).first(bytes.size() - 8));
    const std::uint64_t value = checksum.value();
    std::memcpy(bytes.data() + bytes.size() - 8, &value, sizeof value);
}

void append_filling(base::Bytes& item, std::size_t size, std::uint8_t filling) {
    item.insert(item.end(), size, filling);
    item.insert(item.end(), store::trailer_size, 0);
    mend_checksum(item);
}

// A few pages take little memory; what lies between them and the limit is all alike.
store::PageNumber drawn_page(fuzz::Draw& draw) {
    return static_cast<store::PageNumber>(draw.below(drawn_pages_max));
}

base::Bytes drawn_head(fuzz::Draw& draw) {
    return store::encode_head({.revision = draw.number(draw.byte() % 9),
                               .folded_key = draw.number(draw.byte() % 9),
                               .page_count = drawn_page(draw),
                               .sealed = draw.byte() % 2 == 1});
}

base::Bytes drawn_block(fuzz::Draw& draw) {
    const store::BlockHeader header{
        .number = static_cast<std::uint32_t>(draw.below(drawn_pages_max / store::block_pages)),
        .page_count = draw.byte() % 9U,
        .revision = draw.number(draw.byte() % 9)};
    base::Bytes item = store::encode_block_header(header);
    append_filling(item, header.page_count * store::page_size, draw.byte());
    return item;
}

base::Bytes drawn_part(fuzz::Draw& draw) {
    const store::PartHeader header{.sequence = draw.number(draw.byte() % 9),
                                   .revision_from = draw.byte(),
                                   .revision_to = draw.number(draw.byte() % 9),
                                   .database_page_count = drawn_page(draw),
                                   .part_index = draw.byte(),
                                   .part_count = static_cast<std::uint32_t>(draw.number(2))};
    std::vector<store::PageNumber> pages(draw.byte() % 5U);
    for (store::PageNumber& page : pages)
        page = drawn_page(draw);
    // Of most pages a part, since a whole one needs no other before it.
    std::vector<store::ChunkSet> chunks(pages.size(), store::all_chunks);
    std::size_t size = 0;
    for (store::ChunkSet& set : chunks) {
        if (draw.byte() % 4 != 0) set = draw.number(draw.byte() % 9);
        size += store::size_of(set);
    }
    base::Bytes item = store::encode_part_header(header, pages, chunks);
    append_filling(item, size, draw.byte());
    return item;
}

void open_book(fuzz::Draw& draw) {
    platform::SimStorage storage;
    for (std::size_t key = 0; key < items_max && !draw.is_empty(); ++key) {
        switch (draw.byte() % 3) {
        case 0: storage.items[{platform::DiskArea::head, 0}] = drawn_head(draw); break;
        case 1: storage.items[{platform::DiskArea::base, key}] = drawn_block(draw); break;
        case 2: storage.items[{platform::DiskArea::log, key}] = drawn_part(draw); break;
        }
    }
    platform::SimDisk disk(storage, base::Random(1), {});
    platform::SimClock clock({0});
    platform::SimEntropy entropy(1);
    fuzz::NoKeys keys;
    store::Book book({.disk = disk, .clock = clock, .entropy = entropy, .keys = keys});
    book.open("book");
    for (int turn = 0; turn < 4; ++turn)
        book.poll();
    ASSERT(book.phase() != store::Book::Phase::opening);
    if (book.phase() == store::Book::Phase::damaged) (void)book.rescue();
}

} // namespace

// The first byte chooses: 'B' describes the items of a book, 'M' one item whose checksum is mended
// first, anything else one item as it is.
void fuzz::page_record(base::ByteView input) {
    Draw draw(input);
    switch (draw.byte()) {
    case 'B': return open_book(draw);
    case 'M': {
        const auto rest = draw.rest();
        base::Bytes item(rest.begin(), rest.end());
        mend_checksum(item);
        return decode(item);
    }
    default: {
        const auto rest = draw.rest();
        return decode({rest.begin(), rest.end()});
    }
    }
}
