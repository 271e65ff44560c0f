#include "store/save_queue.h"

#include "base/assert.h"
#include "base/checksum.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <numeric>
#include <ranges>
#include <utility>

namespace store {

namespace {

constexpr std::array<std::int64_t, 3> retry_delays_ms{1000, 5000, 30000};
// A commit that comes during a fold waits for it, so folding starts in a pause of this length.
constexpr std::int64_t quiet_ms = 300;
// What the log of an earlier run still wants folded does not stand in the way of the first screen.
constexpr std::int64_t after_start_ms = 2000;
constexpr std::int64_t fold_again_after_failure_ms = 60000;
// Without a pause the log may grow to this before it is folded between two commits.
constexpr std::size_t log_size_without_pause_max = std::size_t{32} * 1024 * 1024;
constexpr std::uint64_t any_log_key = (std::uint64_t{1} << 53U) - 1; // Keys travel as doubles.
constexpr std::size_t some_size_max = std::size_t{64} * 1024;
constexpr std::uint64_t any_key = std::numeric_limits<std::uint32_t>::max();

using platform::Disk;
using platform::DiskArea;

void append_chunks(base::Bytes& to, base::ByteView page, ChunkSet chunks) {
    for (; chunks != 0; chunks &= chunks - 1) {
        const auto at = static_cast<std::size_t>(std::countr_zero(chunks)) * chunk_size;
        to.append_range(page.subspan(at, chunk_size));
    }
}

} // namespace

SaveQueue::SaveQueue(Disk& disk, PageStore& pages, DiskIndex& index)
    : disk_(disk), pages_(pages), index_(index) {}

void SaveQueue::start(const Head& head, OnDisk on_disk, std::int64_t now_ms) {
    batches_.clear();
    last_sequence_ = index_.last_key() / parts_per_record_max;
    committed_revision_ = saved_revision_ = head.revision;
    sealed_ = head.sealed;
    head_on_disk_ = on_disk == OnDisk::yes;
    failure_.reset();
    retry_at_ms_.reset();
    failures_in_a_row_ = 0;
    fold_at_ms_.reset();
    if (index_.wants_checkpoint()) fold_at_ms_ = now_ms + after_start_ms;
}

void SaveQueue::commit(std::uint64_t revision, const Changes& changes) {
    ASSERT(revision == committed_revision_ + 1);
    committed_revision_ = revision;
    Batch batch = take_waiting();
    if (batch.ticket == 0) {
        batch.sequence = next_sequence();
        batch.revision_from = revision;
    }
    batch.revision_to = revision;
    batch.changes.join(changes);
    write(std::move(batch));
}

void SaveQueue::replace_all(std::uint64_t revision, bool sealed) {
    ASSERT(revision == committed_revision_ + 1);
    committed_revision_ = revision;
    sealed_ = sealed;
    Batch batch = take_waiting();
    if (batch.ticket == 0) {
        batch.sequence = next_sequence();
        batch.revision_from = revision;
    }
    batch.kind = Batch::Kind::replacement;
    batch.revision_to = revision;
    batch.changes = {};
    write(std::move(batch));
}

void SaveQueue::remove_all() {
    Batch batch = take_waiting();
    batch.sequence = next_sequence();
    batch.kind = Batch::Kind::removal;
    batch.changes = {};
    write(std::move(batch));
}

void SaveQueue::rewrite_all() {
    Batch batch = take_waiting();
    if (batch.ticket == 0) {
        batch.sequence = next_sequence();
        batch.revision_from = batch.revision_to = committed_revision_;
    }
    batch.kind = Batch::Kind::replacement;
    batch.changes = {};
    write(std::move(batch));
}

void SaveQueue::written(std::uint64_t ticket, std::int64_t now_ms) {
    ASSERT(!batches_.empty() && batches_.front().ticket == ticket);
    const bool folded = batches_.front().kind == Batch::Kind::checkpoint;
    acknowledge(batches_.front());
    batches_.pop_front();
    failure_.reset();
    failures_in_a_row_ = 0;
    retry_at_ms_.reset();
    // A fold once begun goes on to the end of the log, but waits again after a commit.
    const bool at_once = folded || index_.log_size() > log_size_without_pause_max;
    if (index_.log_size() > 0 && (fold_at_ms_ || index_.wants_checkpoint()))
        fold_at_ms_ = at_once ? now_ms : now_ms + quiet_ms;
    else
        fold_at_ms_.reset();
}

void SaveQueue::failed(std::uint64_t ticket, platform::DiskFailure failure, std::int64_t now_ms) {
    const bool checkpoint = ticket != 0 && !batches_.empty() && batches_.front().ticket == ticket &&
                            batches_.front().kind == Batch::Kind::checkpoint;
    if (checkpoint && failure != platform::DiskFailure::taken_over) {
        // Nothing of the person's is at stake: the log still has it all. What waits behind the
        // step goes on without it.
        repack_and_resume();
        fold_at_ms_ = now_ms + fold_again_after_failure_ms;
        return;
    }
    failure_ = failure;
    retry_at_ms_.reset();
    if (failure == platform::DiskFailure::taken_over) return;
    const std::size_t attempt = std::min(failures_in_a_row_, retry_delays_ms.size() - 1);
    retry_at_ms_ = now_ms + retry_delays_ms[attempt];
    ++failures_in_a_row_;
}

void SaveQueue::poll(std::int64_t now_ms) {
    if (retry_at_ms_ && *retry_at_ms_ <= now_ms) retry_now(now_ms);
    if (batches_.empty() && !failure_ && fold_at_ms_ && *fold_at_ms_ <= now_ms) {
        fold_at_ms_.reset();
        if (fold_step()) fold_at_ms_ = now_ms; // The next step follows when this one is durable.
    }
}

void SaveQueue::retry_now(std::int64_t) {
    if (!failure_ || *failure_ == platform::DiskFailure::taken_over) return;
    retry_at_ms_.reset();
    repack_and_resume();
}

bool SaveQueue::fold_step() {
    if (!batches_.empty() || failure_) return false;
    Batch batch{.kind = Batch::Kind::checkpoint, .step = index_.next_step()};
    if (batch.step.folded_key == 0) return false;
    batch.revision_to = saved_revision_;
    batch.head = {.revision = saved_revision_,
                  .folded_key = batch.step.folded_key,
                  .page_count = pages_.page_count(),
                  .sealed = sealed_};
    write(std::move(batch));
    return true;
}

SaveState SaveQueue::state() const {
    SaveState state{.committed_revision = committed_revision_, .saved_revision = saved_revision_};
    if (failure_ && unsaved()) {
        state.kind = SaveState::Kind::not_saved;
        state.reason = failure_;
        state.retry_at_ms = retry_at_ms_;
    } else if (unsaved()) {
        state.kind = SaveState::Kind::saving;
    }
    return state;
}

std::optional<std::int64_t> SaveQueue::next_poll_ms() const {
    if (retry_at_ms_) return retry_at_ms_;
    if (batches_.empty() && !failure_) return fold_at_ms_;
    return std::nullopt;
}

// Everything that the disk has not begun, or has failed at, as one batch to be written instead;
// its ticket is 0 when no commit waits. Its pages are read again as they stand now.
SaveQueue::Batch SaveQueue::take_waiting() {
    Batch all;
    const std::uint64_t first_waiting = disk_.first_waiting_ticket();
    if (first_waiting == 0) return all;
    while (!batches_.empty() && batches_.back().ticket >= first_waiting) {
        const Batch batch = std::move(batches_.back());
        batches_.pop_back();
        all.replaces = true;
        if (batch.kind == Batch::Kind::checkpoint) continue;
        if (all.ticket == 0) all.revision_to = batch.revision_to;
        all.ticket = batch.ticket;
        all.sequence = batch.sequence;
        all.revision_from = batch.revision_from;
        if (batch.kind == Batch::Kind::replacement) all.kind = Batch::Kind::replacement;
        all.changes.join(batch.changes);
    }
    return all;
}

std::uint64_t SaveQueue::next_sequence() const {
    for (const Batch& batch : std::views::reverse(batches_))
        if (batch.kind != Batch::Kind::checkpoint) return batch.sequence + 1;
    return last_sequence_ + 1;
}

void SaveQueue::write(Batch batch) {
    batch.ticket = next_ticket_++;
    disk_.begin_batch(batch.ticket,
                      batch.replaces ? Disk::Queue::replace_waiting : Disk::Queue::append);
    switch (batch.kind) {
    case Batch::Kind::record:
        // The base of a new book is empty: its head says so, in the batch of the first record.
        if (!head_on_disk_) write_head(Head{.sealed = sealed_});
        write_record(batch);
        break;
    case Batch::Kind::checkpoint:
        write_blocks(batch.step.blocks, batch.revision_to);
        disk_.erase(DiskArea::base, block_of(std::max(pages_.page_count(), 1U)) + 1, any_key);
        disk_.erase(DiskArea::log, 0, batch.step.folded_key);
        write_head(batch.head);
        break;
    case Batch::Kind::replacement: {
        batch.head = {.revision = batch.revision_to,
                      .folded_key = record_end_key(batch.sequence),
                      .page_count = pages_.page_count(),
                      .sealed = sealed_};
        batch.step = {.folded_key = batch.head.folded_key, .blocks = {}};
        for (std::uint32_t block = 0; first_page_of(block) <= pages_.page_count(); ++block)
            batch.step.blocks.push_back(block);
        disk_.erase(DiskArea::base, 0, any_key);
        disk_.erase(DiskArea::log, 0, batch.head.folded_key);
        write_blocks(batch.step.blocks, batch.revision_to);
        write_head(batch.head);
        break;
    }
    case Batch::Kind::removal:
        disk_.erase(DiskArea::log, 0, any_log_key);
        disk_.erase(DiskArea::base, 0, any_key);
        disk_.erase(DiskArea::head, 0, 0);
        break;
    }
    disk_.end_batch();
    batches_.push_back(std::move(batch));
}

void SaveQueue::write_record(Batch& batch) {
    auto& [pages, chunks] = batch.changes;
    // The book may have shrunk since.
    pages.erase(std::ranges::upper_bound(pages, pages_.page_count()), pages.end());
    chunks.resize(pages.size());
    const std::size_t part_count =
        std::max<std::size_t>(1, (pages.size() + part_pages_max - 1) / part_pages_max);
    batch.part_sizes.clear();
    for (std::size_t index = 0; index < part_count; ++index) {
        const std::size_t first = index * part_pages_max;
        const std::size_t count = std::min<std::size_t>(pages.size() - first, part_pages_max);
        const PartHeader header{.sequence = batch.sequence,
                                .revision_from = batch.revision_from,
                                .revision_to = batch.revision_to,
                                .database_page_count = pages_.page_count(),
                                .part_index = static_cast<std::uint32_t>(index),
                                .part_count = static_cast<std::uint32_t>(part_count)};
        batch.part_sizes.push_back(write_part(header, std::span(pages).subspan(first, count),
                                              std::span(chunks).subspan(first, count)));
    }
}

std::size_t SaveQueue::write_part(const PartHeader& header, std::span<const PageNumber> pages,
                                  std::span<const ChunkSet> chunks) {
    const auto opening = encode_part_header(header, pages, chunks);
    std::size_t size = opening.size() + trailer_size;
    for (const ChunkSet set : chunks)
        size += size_of(set);
    base::Checksum checksum;
    const auto append = [&](base::ByteView bytes) {
        if (bytes.empty()) return;
        checksum.add(bytes);
        disk_.append_bytes(bytes);
    };
    disk_.begin_item(DiskArea::log, header.key(), size);
    append(opening);
    base::Bytes some; // Of neighbouring pages that have changed in part.
    for (std::size_t index = 0; index < pages.size();) {
        std::size_t whole = index;
        while (whole < pages.size() && chunks[whole] == all_chunks)
            ++whole;
        if (whole == index) {
            append_chunks(some, pages_.page(pages[index]), chunks[index]);
            if (some.size() > some_size_max) append(std::exchange(some, {}));
            ++index;
            continue;
        }
        append(std::exchange(some, {}));
        while (index < whole) {
            const base::ByteView run = pages_.run(pages.subspan(index, whole - index));
            append(run);
            index += run.size() / page_size;
        }
    }
    append(some);
    disk_.append_bytes(encode_trailer(checksum.value()));
    return size;
}

void SaveQueue::write_blocks(std::span<const std::uint32_t> blocks, std::uint64_t revision) {
    for (const std::uint32_t block : blocks) {
        const PageNumber first = first_page_of(block);
        if (first > pages_.page_count()) continue; // The book has shrunk since.
        const BlockHeader header{.number = block,
                                 .page_count =
                                     std::min(block_pages, pages_.page_count() - first + 1),
                                 .revision = revision};
        const auto opening = encode_block_header(header);
        base::Checksum checksum;
        checksum.add(opening);
        disk_.begin_item(DiskArea::base, block,
                         opening.size() + header.page_count * page_size + trailer_size);
        disk_.append_bytes(opening);
        std::array<PageNumber, block_pages> numbers{};
        std::iota(numbers.begin(), numbers.end(), first);
        const base::ByteView pages = pages_.run(std::span(numbers).first(header.page_count));
        ASSERT(pages.size() == header.page_count * page_size); // Segments are whole blocks.
        checksum.add(pages);
        disk_.append_bytes(pages);
        disk_.append_bytes(encode_trailer(checksum.value()));
    }
}

void SaveQueue::write_head(const Head& head) {
    const auto bytes = encode_head(head);
    disk_.begin_item(DiskArea::head, 0, bytes.size());
    disk_.append_bytes(bytes);
}

void SaveQueue::acknowledge(const Batch& batch) {
    if (batch.kind != Batch::Kind::checkpoint) {
        saved_revision_ = batch.revision_to;
        last_sequence_ = batch.sequence;
        head_on_disk_ = true;
    }
    switch (batch.kind) {
    case Batch::Kind::record:
        for (std::size_t index = 0; index < batch.part_sizes.size(); ++index) {
            const auto rest = std::span(batch.changes.pages).subspan(index * part_pages_max);
            index_.note_part({.sequence = batch.sequence,
                              .revision_to = batch.revision_to,
                              .part_index = static_cast<std::uint32_t>(index),
                              .part_count = static_cast<std::uint32_t>(batch.part_sizes.size())},
                             rest.first(std::min<std::size_t>(rest.size(), part_pages_max)),
                             batch.part_sizes[index]);
        }
        break;
    case Batch::Kind::checkpoint: index_.note_step(batch.step, batch.revision_to); break;
    case Batch::Kind::replacement:
        index_.clear();
        index_.note_step(batch.step, batch.revision_to);
        index_.set_last_key(batch.step.folded_key);
        break;
    case Batch::Kind::removal:
        index_.clear();
        head_on_disk_ = false;
        break;
    }
}

// One batch of everything unacknowledged, in place of what failed, and the disk goes on.
void SaveQueue::repack_and_resume() {
    Batch all = take_waiting();
    if (all.ticket != 0)
        write(std::move(all));
    else
        disk_.drop_waiting();
    disk_.resume();
    if (batches_.empty()) failure_.reset();
}

bool SaveQueue::unsaved() const {
    return std::ranges::any_of(
        batches_, [](const Batch& batch) { return batch.kind != Batch::Kind::checkpoint; });
}

} // namespace store
