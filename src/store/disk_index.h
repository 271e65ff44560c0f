// What stands on the disk for one book: which block at which revision, which log parts, how large.
//
// Filled while loading and kept up as writes are acknowledged. From it Book plans checkpoint steps:
// a step names the oldest log parts (at most 4 MiB) and the blocks that must be written before
// those parts may go. Holds no pages.
#pragma once

#include "store/record.h"

#include <cstdint>
#include <deque>
#include <span>
#include <vector>

namespace store {

class DiskIndex {
  public:
    struct Part {
        std::uint64_t folded_key = 0; // What the head says once this part is folded.
        std::uint64_t revision = 0;
        std::size_t size = 0;
        std::vector<std::uint32_t> blocks; // Those its pages stand in, ascending.
    };

    void clear();
    void note_block(std::uint32_t block, std::uint64_t revision);
    // Parts come in the order of their keys.
    void note_part(const PartHeader& header, std::span<const PageNumber> pages, std::size_t size);

    // 0 while the block is not on the disk.
    [[nodiscard]] std::uint64_t block_revision(std::uint32_t block) const;
    [[nodiscard]] std::size_t log_size() const { return log_size_; }
    [[nodiscard]] std::uint64_t last_key() const { return last_key_; }
    void set_last_key(std::uint64_t key) { last_key_ = key; }

    // Whether the log has grown enough to be folded: a quarter of the base, 1 MiB at least (a small
    // book would be folded at every second commit), 16 MiB at most.
    [[nodiscard]] bool wants_checkpoint() const;

    struct Step {
        std::uint64_t folded_key = 0;      // Parts up to here can go.
        std::vector<std::uint32_t> blocks; // To be written in the same batch, ascending.
    };
    // The next step; `folded_key` is 0 when there is no log.
    [[nodiscard]] Step next_step() const;
    // The step is durable, its blocks written as of `revision`.
    void note_step(const Step& step, std::uint64_t revision);

  private:
    std::vector<std::uint64_t> block_revisions_;
    std::size_t block_count_ = 0;
    std::deque<Part> parts_;
    std::size_t log_size_ = 0;
    std::uint64_t last_key_ = 0;
};

} // namespace store
