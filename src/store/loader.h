// Puts the items of a disk together to the pages of a book, checking every one.
//
// Base blocks come first, then the log in order; a page of the log is taken unless its block was
// folded later. A bad checksum, a missing record, a missing page make the book damaged: `finish`
// says so and what was readable stands in the page store all the same, for the rescue.
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "platform/ports/disk.h"
#include "store/disk_index.h"
#include "store/page_store.h"

#include <optional>
#include <span>
#include <vector>

namespace store {

class Loader {
  public:
    Loader(PageStore& pages, DiskIndex& index);

    void take(platform::DiskArea area, base::ByteView bytes);

    struct Loaded {
        bool found = false; // Anything at all.
        Head head;          // As of the last record.
    };
    // The state after the last item; fails with the first `damaged` met.
    [[nodiscard]] base::Result<Loaded> finish();
    // For further log items after `finish`; `damaged` on a gap in their order.
    [[nodiscard]] base::Result<Loaded> finish_more();

  private:
    [[nodiscard]] base::Result<void> take_head(base::ByteView bytes);
    [[nodiscard]] base::Result<void> take_block(base::ByteView bytes);
    [[nodiscard]] base::Result<void> take_part(base::ByteView bytes);
    [[nodiscard]] base::Result<void> put(PageNumber number, base::ByteView bytes);
    [[nodiscard]] base::Result<void> put_chunks(PageNumber number, ChunkSet chunks,
                                                base::ByteView bytes);
    [[nodiscard]] bool is_present(PageNumber number) const {
        return number < present_.size() && present_[number];
    }
    [[nodiscard]] base::Result<void> check_whole() const;

    PageStore& pages_;
    DiskIndex& index_;
    bool found_ = false;
    bool head_found_ = false;
    Head head_;
    std::uint64_t next_sequence_ = 0; // 0 until the first part.
    std::uint32_t next_part_ = 0;     // 0 between records.
    std::optional<base::Error> first_error_;
    std::vector<bool> present_; // By page number.
};

} // namespace store
