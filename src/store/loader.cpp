#include "store/loader.h"

#include <string>

namespace store {

Loader::Loader(PageStore& pages, DiskIndex& index) : pages_(pages), index_(index) {
    pages_.clear();
    index_.clear();
}

void Loader::take(platform::DiskArea area, base::ByteView bytes) {
    found_ = true;
    base::Result<void> taken;
    switch (area) {
    case platform::DiskArea::head: taken = take_head(bytes); break;
    case platform::DiskArea::base: taken = take_block(bytes); break;
    case platform::DiskArea::log: taken = take_part(bytes); break;
    }
    if (!taken.has_value() && !first_error_) first_error_ = std::move(taken).error();
}

base::Result<Loader::Loaded> Loader::finish() {
    if (!found_) return Loaded{};
    if (!first_error_ && !head_found_)
        first_error_ = base::Error{base::Code::damaged, "head", "missing", {}};
    return finish_more();
}

base::Result<Loader::Loaded> Loader::finish_more() {
    if (head_.page_count < pages_.page_count()) pages_.set_page_count(head_.page_count);
    if (!first_error_ && next_part_ != 0)
        first_error_ = base::Error{base::Code::damaged, "record", "last part missing", {}};
    if (!first_error_) {
        auto whole = check_whole();
        if (!whole.has_value()) first_error_ = std::move(whole).error();
    }
    if (first_error_) return base::fail(*first_error_);
    return Loaded{.found = true, .head = head_};
}

base::Result<void> Loader::take_head(base::ByteView bytes) {
    head_ = TRY(decode_head(bytes));
    head_found_ = true;
    index_.set_last_key(head_.folded_key);
    next_sequence_ = head_.folded_key / parts_per_record_max;
    next_part_ = static_cast<std::uint32_t>(head_.folded_key % parts_per_record_max) + 1;
    if (head_.folded_key == record_end_key(next_sequence_)) {
        ++next_sequence_;
        next_part_ = 0;
    }
    return {};
}

base::Result<void> Loader::take_block(base::ByteView bytes) {
    const BlockView view = TRY(decode_block(bytes));
    index_.note_block(view.header.number, view.header.revision);
    for (std::uint32_t index = 0; index < view.header.page_count; ++index)
        TRY_VOID(put(first_page_of(view.header.number) + index,
                     view.pages.subspan(index * page_size, page_size)));
    return {};
}

base::Result<void> Loader::take_part(base::ByteView bytes) {
    const PartView view = TRY(decode_part(bytes));
    const PartHeader& header = view.header;
    if (header.sequence != next_sequence_ || header.part_index != next_part_)
        return base::fail(base::Code::damaged, "record",
                          "missing before " + std::to_string(header.sequence));
    if (++next_part_ == header.part_count) {
        ++next_sequence_;
        next_part_ = 0;
    }
    const auto& [pages, chunks] = view.changes;
    index_.note_part(header, pages, bytes.size());
    base::ByteView rest = view.bytes;
    for (std::size_t index = 0; index < pages.size(); ++index) {
        const base::ByteView changed = rest.first(size_of(chunks[index]));
        rest = rest.subspan(changed.size());
        if (index_.block_revision(block_of(pages[index])) < header.revision_to)
            TRY_VOID(put_chunks(pages[index], chunks[index], changed));
    }
    if (header.revision_to > head_.revision) {
        head_.revision = header.revision_to;
        head_.page_count = header.database_page_count;
    }
    return {};
}

base::Result<void> Loader::put(PageNumber number, base::ByteView bytes) {
    if (!pages_.load_page(number, bytes)) return base::fail(base::Code::out_of_memory);
    if (number >= present_.size()) present_.resize(number + 1);
    present_[number] = true;
    return {};
}

base::Result<void> Loader::put_chunks(PageNumber number, ChunkSet chunks, base::ByteView bytes) {
    if (chunks == all_chunks) return put(number, bytes);
    // What has changed in a page says nothing without the page.
    if (!is_present(number)) return base::fail(base::Code::damaged, "page", std::to_string(number));
    pages_.load_chunks(number, chunks, bytes);
    return {};
}

base::Result<void> Loader::check_whole() const {
    // A head alone may say that its base is empty; a book is not.
    if (head_.page_count == 0) return base::fail(base::Code::damaged, "page", "1");
    for (PageNumber number = 1; number <= head_.page_count; ++number)
        if (!is_present(number))
            return base::fail(base::Code::damaged, "page", std::to_string(number));
    return {};
}

} // namespace store
