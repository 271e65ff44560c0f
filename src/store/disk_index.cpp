#include "store/disk_index.h"

#include "base/assert.h"

#include <algorithm>
#include <set>

namespace store {

namespace {

constexpr std::size_t mebibyte = std::size_t{1024} * 1024;
constexpr std::size_t log_size_min = mebibyte;
constexpr std::size_t log_size_max = 16 * mebibyte;
constexpr std::size_t step_size_max = 4 * mebibyte;
constexpr std::size_t step_blocks_max = 128; // 4 MiB, of those that one part alone does not need.

} // namespace

void DiskIndex::clear() { *this = {}; }

void DiskIndex::note_block(std::uint32_t block, std::uint64_t revision) {
    if (block >= block_revisions_.size()) block_revisions_.resize(block + 1);
    if (block_revisions_[block] == 0) ++block_count_;
    block_revisions_[block] = revision;
}

void DiskIndex::note_part(const PartHeader& header, std::span<const PageNumber> pages,
                          std::size_t size) {
    ASSERT(header.key() > last_key_);
    const bool last_of_record = header.part_index + 1 == header.part_count;
    Part part{.folded_key = last_of_record ? record_end_key(header.sequence) : header.key(),
              .revision = header.revision_to,
              .size = size,
              .blocks = {}};
    for (const PageNumber page : pages)
        if (part.blocks.empty() || part.blocks.back() != block_of(page))
            part.blocks.push_back(block_of(page));
    parts_.push_back(std::move(part));
    log_size_ += size;
    last_key_ = header.key();
}

std::uint64_t DiskIndex::block_revision(std::uint32_t block) const {
    return block < block_revisions_.size() ? block_revisions_[block] : 0;
}

bool DiskIndex::wants_checkpoint() const {
    const std::size_t base_size = block_count_ * block_pages * page_size;
    return log_size_ >= std::clamp(base_size / 4, log_size_min, log_size_max);
}

DiskIndex::Step DiskIndex::next_step() const {
    Step step;
    std::set<std::uint32_t> blocks;
    std::size_t size = 0;
    for (const Part& part : parts_) {
        size += part.size;
        if (step.folded_key != 0 && (size > step_size_max || blocks.size() > step_blocks_max))
            break;
        step.folded_key = part.folded_key;
        for (const std::uint32_t block : part.blocks)
            if (block_revision(block) < part.revision) blocks.insert(block);
    }
    step.blocks.assign(blocks.begin(), blocks.end());
    return step;
}

void DiskIndex::note_step(const Step& step, std::uint64_t revision) {
    for (const std::uint32_t block : step.blocks)
        note_block(block, revision);
    while (!parts_.empty() && parts_.front().folded_key <= step.folded_key) {
        log_size_ -= parts_.front().size;
        parts_.pop_front();
    }
}

} // namespace store
