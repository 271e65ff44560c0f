#include "store/record.h"

#include "base/checksum.h"
#include "base/text.h"

#include <bit>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace store {

namespace {

static_assert(std::endian::native == std::endian::little);

constexpr std::string_view head_magic = "FOLIO-HD";
constexpr std::string_view block_magic = "FOLIO-BL";
constexpr std::string_view part_magic = "FOLIO-LG";
constexpr std::uint32_t format_version = 1; // Of heads and blocks.
constexpr std::uint32_t part_version = 2;
constexpr std::uint32_t part_version_of_pages = 1;
constexpr std::uint64_t sequence_max = std::uint64_t{1} << 48; // Keys of the log stay in 64 bits.
constexpr std::size_t header_size = 64;
static_assert(header_size % base::Checksum::stripe_size == 0);

struct CommonFields {
    std::array<char, 8> magic;
    std::uint32_t version;
    std::uint32_t page_size;
};

struct HeadFields {
    CommonFields common;
    std::uint64_t revision;
    std::uint64_t folded_key;
    std::uint32_t page_count;
    std::uint32_t sealed;
    std::array<std::uint8_t, 24> unused;
};

struct BlockFields {
    CommonFields common;
    std::uint64_t revision;
    std::uint32_t number;
    std::uint32_t page_count;
    std::array<std::uint8_t, 32> unused;
};

struct PartFields {
    CommonFields common;
    std::uint64_t sequence;
    std::uint64_t revision_from;
    std::uint64_t revision_to;
    std::uint32_t database_page_count;
    std::uint32_t part_index;
    std::uint32_t part_count;
    std::uint32_t page_count;
    std::array<std::uint8_t, 8> unused;
};

static_assert(sizeof(HeadFields) == header_size);
static_assert(sizeof(BlockFields) == header_size);
static_assert(sizeof(PartFields) == header_size);

CommonFields common_fields(std::string_view magic, std::uint32_t version = format_version) {
    CommonFields fields{.magic = {}, .version = version, .page_size = page_size};
    std::memcpy(fields.magic.data(), magic.data(), fields.magic.size());
    return fields;
}

std::size_t padded(std::size_t size) {
    return (size + base::Checksum::stripe_size - 1) / base::Checksum::stripe_size *
           base::Checksum::stripe_size;
}

// The bytes of a struct of plain numbers without padding: `unused` fills each to its size.
template <typename Fields>
void write_fields(std::span<std::uint8_t> to, const Fields& fields) {
    static_assert(std::is_trivially_copyable_v<Fields>);
    std::memcpy(to.data(), &fields, sizeof fields);
}

// Checks frame and checksum, and gives the fixed fields. `field` names the kind in the error.
template <typename Fields>
base::Result<Fields> read_fields(base::ByteView bytes, std::string_view magic, const char* field,
                                 std::uint32_t last_version = format_version) {
    const auto damaged = [&](const char* what) {
        return base::fail(base::Code::damaged, field, what);
    };
    if (bytes.size() < header_size + trailer_size) return damaged("too short");
    const auto content = bytes.first(bytes.size() - trailer_size);
    if (content.size() % base::Checksum::stripe_size != 0) return damaged("cut off");
    Fields fields;
    std::memcpy(&fields, bytes.data(), sizeof fields);
    if (std::memcmp(fields.common.magic.data(), magic.data(), magic.size()) != 0)
        return damaged("not of this kind");
    std::uint64_t stored = 0;
    std::memcpy(&stored, bytes.data() + content.size(), sizeof stored);
    base::Checksum checksum;
    checksum.add(content);
    if (checksum.value() != stored) return damaged("checksum");
    if (fields.common.version > last_version)
        return base::fail(base::Code::too_new, field, base::integer_text(fields.common.version));
    if (fields.common.version < format_version) return damaged("version 0");
    if (fields.common.page_size != page_size) return damaged("another page size");
    return fields;
}

} // namespace

std::array<std::uint8_t, trailer_size> encode_trailer(std::uint64_t checksum) {
    return std::bit_cast<std::array<std::uint8_t, trailer_size>>(checksum);
}

base::Bytes encode_head(const Head& head) {
    base::Bytes bytes(header_size);
    write_fields(bytes, HeadFields{.common = common_fields(head_magic),
                                   .revision = head.revision,
                                   .folded_key = head.folded_key,
                                   .page_count = head.page_count,
                                   .sealed = head.sealed ? 1U : 0U,
                                   .unused = {}});
    base::Checksum checksum;
    checksum.add(bytes);
    const auto trailer = encode_trailer(checksum.value());
    bytes.insert(bytes.end(), trailer.begin(), trailer.end());
    return bytes;
}

base::Bytes encode_block_header(const BlockHeader& header) {
    base::Bytes bytes(header_size);
    write_fields(bytes, BlockFields{.common = common_fields(block_magic),
                                    .revision = header.revision,
                                    .number = header.number,
                                    .page_count = header.page_count,
                                    .unused = {}});
    return bytes;
}

void Changes::join(const Changes& other) {
    Changes joined;
    std::size_t index = 0;
    for (std::size_t of_other = 0; of_other < other.pages.size(); ++of_other) {
        const PageNumber page = other.pages[of_other];
        for (; index < pages.size() && pages[index] < page; ++index)
            joined.add(pages[index], chunks[index]);
        const bool in_both = index < pages.size() && pages[index] == page;
        joined.add(page, other.chunks[of_other] | (in_both ? chunks[index++] : 0));
    }
    for (; index < pages.size(); ++index)
        joined.add(pages[index], chunks[index]);
    *this = std::move(joined);
}

base::Bytes encode_part_header(const PartHeader& header, std::span<const PageNumber> pages,
                               std::span<const ChunkSet> chunks) {
    const std::size_t numbers_size = padded(pages.size_bytes());
    base::Bytes bytes(header_size + numbers_size + padded(chunks.size_bytes()));
    write_fields(bytes, PartFields{.common = common_fields(part_magic, part_version),
                                   .sequence = header.sequence,
                                   .revision_from = header.revision_from,
                                   .revision_to = header.revision_to,
                                   .database_page_count = header.database_page_count,
                                   .part_index = header.part_index,
                                   .part_count = header.part_count,
                                   .page_count = static_cast<std::uint32_t>(pages.size()),
                                   .unused = {}});
    if (pages.empty()) return bytes;
    std::memcpy(bytes.data() + header_size, pages.data(), pages.size_bytes());
    std::memcpy(bytes.data() + header_size + numbers_size, chunks.data(), chunks.size_bytes());
    return bytes;
}

base::Result<Head> decode_head(base::ByteView bytes) {
    const HeadFields fields = TRY(read_fields<HeadFields>(bytes, head_magic, "head"));
    if (bytes.size() != header_size + trailer_size || fields.page_count > pages_max ||
        fields.folded_key < record_end_key(0) || fields.folded_key > record_end_key(sequence_max) ||
        fields.sealed > 1)
        return base::fail(base::Code::damaged, "head", "sizes");
    return Head{.revision = fields.revision,
                .folded_key = fields.folded_key,
                .page_count = fields.page_count,
                .sealed = fields.sealed == 1};
}

base::Result<BlockView> decode_block(base::ByteView bytes) {
    const BlockFields fields = TRY(read_fields<BlockFields>(bytes, block_magic, "block"));
    if (fields.page_count == 0 || fields.page_count > block_pages ||
        fields.number > block_of(pages_max) ||
        bytes.size() != header_size + fields.page_count * page_size + trailer_size)
        return base::fail(base::Code::damaged, "block", "sizes");
    return BlockView{.header = {.number = fields.number,
                                .page_count = fields.page_count,
                                .revision = fields.revision},
                     .pages = bytes.subspan(header_size, fields.page_count * page_size)};
}

base::Result<PartView> decode_part(base::ByteView bytes) {
    const PartFields fields =
        TRY(read_fields<PartFields>(bytes, part_magic, "record", part_version));
    const auto damaged = [](const char* what) {
        return base::fail(base::Code::damaged, "record", what);
    };
    if (fields.sequence == 0 || fields.sequence > sequence_max ||
        fields.page_count > part_pages_max || fields.database_page_count > pages_max ||
        fields.part_count == 0 || fields.part_count > parts_per_record_max ||
        fields.part_index >= fields.part_count || fields.revision_from > fields.revision_to)
        return damaged("sizes");
    const std::size_t numbers_size = padded(fields.page_count * sizeof(PageNumber));
    const bool whole_pages = fields.common.version == part_version_of_pages;
    const std::size_t sets_size = whole_pages ? 0 : padded(fields.page_count * sizeof(ChunkSet));
    const std::size_t opening_size = header_size + numbers_size + sets_size;
    if (bytes.size() < opening_size + trailer_size) return damaged("sizes");
    PartView view{.header = {.sequence = fields.sequence,
                             .revision_from = fields.revision_from,
                             .revision_to = fields.revision_to,
                             .database_page_count = fields.database_page_count,
                             .part_index = fields.part_index,
                             .part_count = fields.part_count},
                  .changes = {.pages = std::vector<PageNumber>(fields.page_count),
                              .chunks = std::vector<ChunkSet>(fields.page_count, all_chunks)},
                  .bytes = bytes.subspan(opening_size, bytes.size() - opening_size - trailer_size)};
    auto& [pages, chunks] = view.changes;
    if (fields.page_count > 0) {
        std::memcpy(pages.data(), bytes.data() + header_size, pages.size() * sizeof(PageNumber));
        if (!whole_pages)
            std::memcpy(chunks.data(), bytes.data() + header_size + numbers_size,
                        chunks.size() * sizeof(ChunkSet));
    }
    std::size_t size = 0;
    for (const ChunkSet set : chunks)
        size += size_of(set);
    if (view.bytes.size() != size) return damaged("sizes");
    PageNumber last = 0;
    for (const PageNumber page : pages) {
        if (page <= last || page > fields.database_page_count) return damaged("page numbers");
        last = page;
    }
    return view;
}

} // namespace store
