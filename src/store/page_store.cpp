#include "store/page_store.h"

#include "base/assert.h"
#include "store/vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <new>
#include <string_view>
#include <utility>

namespace store {

namespace {

constexpr std::string_view plain_header{"SQLite format 3\0", 16};

// SQLite finds a VFS by name, and several books can be open at once (the simulation does it): the
// address of the store is a name that is unique for as long as it is needed.
std::string name_of(const void* store) {
    std::array<char, 24> digits;
    const auto end =
        std::to_chars(digits.begin(), digits.end(), reinterpret_cast<std::uintptr_t>(store), 16);
    return "pages-" + std::string(digits.data(), end.ptr);
}

// By words: memcmp of the web's C library goes by bytes.
bool is_same_chunk(const std::uint8_t* chunk, const std::uint8_t* other) {
    std::array<std::uint64_t, chunk_size / sizeof(std::uint64_t)> words;
    std::array<std::uint64_t, words.size()> other_words;
    std::memcpy(words.data(), chunk, chunk_size);
    std::memcpy(other_words.data(), other, chunk_size);
    std::uint64_t difference = 0;
    for (std::size_t index = 0; index < words.size(); ++index)
        difference |= words[index] ^ other_words[index];
    return difference == 0;
}

ChunkSet differing_chunks(const std::uint8_t* page, const std::uint8_t* other) {
    ChunkSet chunks = 0;
    for (std::size_t chunk = 0; chunk < page_size / chunk_size; ++chunk) {
        const std::size_t at = chunk * chunk_size;
        if (!is_same_chunk(page + at, other + at)) chunks |= ChunkSet{1} << chunk;
    }
    return chunks;
}

} // namespace

PageStore::PageStore()
    : vfs_name_(name_of(this)), sealing_vfs_name_("multipleciphers-" + vfs_name_),
      vfs_(make_vfs(*this, vfs_name_.c_str())) {
    ASSERT(sqlite3_initialize() == SQLITE_OK);
    ASSERT(sqlite3_vfs_register(vfs_.get(), 0) == SQLITE_OK);
    ASSERT(sqlite3mc_vfs_create(vfs_name_.c_str(), 0) == SQLITE_OK);
}

PageStore::~PageStore() {
    sqlite3mc_vfs_destroy(sealing_vfs_name_.c_str());
    sqlite3_vfs_unregister(vfs_.get());
}

std::span<const std::uint8_t, page_size> PageStore::page(PageNumber number) const {
    ASSERT(number >= 1 && number <= page_count_);
    return std::span<const std::uint8_t, page_size>(page_address(number), page_size);
}

base::ByteView PageStore::run(std::span<const PageNumber> pages) const {
    const PageNumber first = pages.front();
    ASSERT(first >= 1);
    const std::size_t longest =
        std::min<std::size_t>(pages.size(), segment_pages - (first - 1) % segment_pages);
    std::size_t count = 1;
    while (count < longest && pages[count] == first + count)
        ++count;
    ASSERT(first + count - 1 <= page_count_);
    return {page_address(first), count * page_size};
}

bool PageStore::has_plain_header() const {
    return page_count_ > 0 &&
           std::memcmp(page_address(1), plain_header.data(), plain_header.size()) == 0;
}

std::array<std::uint8_t, 16> PageStore::first_bytes() const {
    std::array<std::uint8_t, 16> bytes{};
    read(0, bytes);
    return bytes;
}

Changes PageStore::take_marked() {
    Changes changes;
    std::ranges::sort(marked_);
    changes.pages.reserve(marked_.size());
    changes.chunks.reserve(marked_.size());
    for (const PageNumber number : marked_) {
        if (marks_[number]) changes.add(number, std::exchange(changed_[number], 0));
        marks_[number] = false; // A page that was cut off and came back stands here twice.
    }
    drop_marks();
    return changes;
}

void PageStore::drop_marks() {
    for (const PageNumber number : marked_)
        marks_[number] = false;
    marked_.clear();
}

bool PageStore::load_page(PageNumber number, base::ByteView bytes) {
    ASSERT(bytes.size() == page_size);
    if (number < 1 || number > pages_max) return false;
    if (number > page_count_ && !grow(number)) return false;
    std::memcpy(page_address(number), bytes.data(), page_size);
    return true;
}

void PageStore::load_chunks(PageNumber number, ChunkSet chunks, base::ByteView bytes) {
    ASSERT(number >= 1 && number <= page_count_ && bytes.size() == size_of(chunks));
    std::uint8_t* page = page_address(number);
    const std::uint8_t* from = bytes.data();
    for (; chunks != 0; chunks &= chunks - 1, from += chunk_size)
        std::memcpy(page + static_cast<std::size_t>(std::countr_zero(chunks)) * chunk_size, from,
                    chunk_size);
}

void PageStore::set_page_count(PageNumber count) {
    ASSERT(count <= page_count_);
    // Zeroed so that a page which comes back by growing does not bring old bytes with it.
    for (PageNumber number = count + 1; number <= page_count_; ++number) {
        std::memset(page_address(number), 0, page_size);
        if (number < marks_.size()) marks_[number] = false;
    }
    page_count_ = count;
    segments_.resize((count + segment_pages - 1) / segment_pages);
}

void PageStore::clear() {
    segments_.clear();
    page_count_ = 0;
    drop_marks();
    changed_.assign(marks_.size(), 0);
}

void PageStore::swap_pages(PageStore& other) {
    std::swap(segments_, other.segments_);
    std::swap(page_count_, other.page_count_);
    std::swap(marks_, other.marks_);
    std::swap(changed_, other.changed_);
    std::swap(marked_, other.marked_);
}

std::size_t PageStore::memory_bytes() const { return segments_.size() * sizeof(Segment); }

void PageStore::read(std::uint64_t offset, std::span<std::uint8_t> to) const {
    std::size_t done = 0;
    while (done < to.size()) {
        const std::uint64_t at = offset + done;
        const std::size_t in_page = static_cast<std::size_t>(at % page_size);
        const std::size_t size = std::min(to.size() - done, page_size - in_page);
        if (at < file_size())
            std::memcpy(to.data() + done,
                        page_address(static_cast<PageNumber>(at / page_size) + 1) + in_page, size);
        else
            std::memset(to.data() + done, 0, size);
        done += size;
    }
}

std::uint8_t* PageStore::address_for_reading(std::uint64_t offset, std::size_t size) const {
    if (offset % page_size != 0 || size != page_size || offset + size > file_size() ||
        !has_plain_header())
        return nullptr;
    return page_address(static_cast<PageNumber>(offset / page_size) + 1);
}

PageStore::WriteOutcome PageStore::write(std::uint64_t offset, base::ByteView from) {
    if (offset % page_size != 0 || from.size() % page_size != 0)
        return WriteOutcome::not_whole_pages;
    if (offset + from.size() > std::uint64_t{pages_max} * page_size) return WriteOutcome::full;
    const PageNumber first = static_cast<PageNumber>(offset / page_size) + 1;
    const PageNumber count = static_cast<PageNumber>(from.size() / page_size);
    const PageNumber end = first + count - 1;
    if (end > page_count_) {
        const PageNumber old_count = page_count_;
        if (!grow(end)) return WriteOutcome::no_memory;
        // SQLite may leave a free page unwritten when it grows the file; the record must still
        // hold every page, or a book could not be told from one with a hole in it.
        for (PageNumber number = old_count + 1; number <= end; ++number)
            mark(number, all_chunks);
    }
    for (PageNumber index = 0; index < count; ++index) {
        std::uint8_t* page = page_address(first + index);
        const std::uint8_t* now = from.data() + index * page_size;
        if (!is_marked_whole(first + index)) mark(first + index, differing_chunks(page, now));
        std::memcpy(page, now, page_size);
    }
    return WriteOutcome::done;
}

std::uint8_t* PageStore::page_address(PageNumber number) const {
    const PageNumber index = number - 1;
    return segments_[index / segment_pages]->bytes.data() + index % segment_pages * page_size;
}

bool PageStore::grow(PageNumber count) {
    const std::size_t needed = (count + segment_pages - 1) / segment_pages;
    while (segments_.size() < needed) {
        std::unique_ptr<Segment> segment(new (std::nothrow) Segment{});
        if (!segment) return false;
        segments_.push_back(std::move(segment));
    }
    page_count_ = count;
    return true;
}

bool PageStore::is_marked_whole(PageNumber number) const {
    return number < marks_.size() && marks_[number] && changed_[number] == all_chunks;
}

void PageStore::mark(PageNumber number, ChunkSet changed) {
    if (number >= marks_.size()) {
        marks_.resize(number + segment_pages);
        changed_.resize(marks_.size());
    }
    if (!marks_[number]) marked_.push_back(number);
    marks_[number] = true;
    changed_[number] |= changed;
}

} // namespace store
