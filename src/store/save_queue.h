// The way from a committed transaction to the disk's acknowledgement.
//
// One commit becomes one record in one batch. Commits that pile up while a batch is being written
// join into one record, in order, holding the newest bytes of each page. After a failure nothing is
// forgotten: everything unacknowledged is packed again as one record and tried after 1, 5 and then
// every 30 s, or at once when asked. Also writes checkpoint steps, when nothing else waits.
// Does not decide what may be done meanwhile: Book does.
#pragma once

#include "platform/ports/disk.h"
#include "store/disk_index.h"
#include "store/page_store.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace store {

// What a person may know about their last change.
struct SaveState {
    enum class Kind : std::uint8_t { saved, saving, not_saved };
    Kind kind = Kind::saved;
    std::optional<platform::DiskFailure> reason; // Of `not_saved`.
    std::uint64_t committed_revision = 0;        // In memory.
    std::uint64_t saved_revision = 0;            // Acknowledged by the disk.
    std::optional<std::int64_t> retry_at_ms;     // On the monotonic clock.

    friend bool operator==(const SaveState&, const SaveState&) = default;
};

class SaveQueue {
  public:
    SaveQueue(platform::Disk& disk, PageStore& pages, DiskIndex& index);

    // After loading, or for a new book: both revisions stand at `head.revision`. A book that is not
    // on the disk yet writes its head with the first commit.
    enum class OnDisk : std::uint8_t { no, yes };
    void start(const Head& head, OnDisk on_disk, std::int64_t now_ms);

    // Packs the changes, as their pages stand now, as the commit of `revision`.
    void commit(std::uint64_t revision, const Changes& changes);
    // Writes the whole book anew, instead of all that is on the disk, as `revision`.
    void replace_all(std::uint64_t revision, bool sealed);
    // Takes everything off the disk, whatever waits to be written.
    void remove_all();
    [[nodiscard]] bool is_idle() const { return batches_.empty(); }

    // The disk has lost everything: what waits becomes a replacement of the whole book.
    void rewrite_all();

    void written(std::uint64_t ticket, std::int64_t now_ms);
    void failed(std::uint64_t ticket, platform::DiskFailure failure, std::int64_t now_ms);
    // Retries when it is time, folds the log when nothing waits and it has been quiet.
    void poll(std::int64_t now_ms);
    void retry_now(std::int64_t now_ms);
    // Begins a checkpoint step now if nothing waits, however small the log; false if there is none.
    bool fold_step();

    [[nodiscard]] SaveState state() const;
    // The moment at which `poll` has something to do, if any.
    [[nodiscard]] std::optional<std::int64_t> next_poll_ms() const;

  private:
    struct Batch {
        enum class Kind : std::uint8_t { record, checkpoint, replacement, removal };
        std::uint64_t ticket = 0;
        bool replaces = false; // Goes in the place of what waits in the disk's queue.
        Kind kind = Kind::record;
        std::uint64_t sequence = 0;
        std::uint64_t revision_from = 0;
        std::uint64_t revision_to = 0;
        Changes changes;
        std::vector<std::size_t> part_sizes;
        DiskIndex::Step step;
        Head head;
    };

    [[nodiscard]] Batch take_waiting();
    [[nodiscard]] std::uint64_t next_sequence() const;
    void write(Batch batch);
    void write_record(Batch& batch);
    // The size of the part.
    std::size_t write_part(const PartHeader& header, std::span<const PageNumber> pages,
                           std::span<const ChunkSet> chunks);
    void write_blocks(std::span<const std::uint32_t> blocks, std::uint64_t revision);
    void write_head(const Head& head);
    void acknowledge(const Batch& batch);
    void repack_and_resume();
    [[nodiscard]] bool unsaved() const;

    platform::Disk& disk_;
    PageStore& pages_;
    DiskIndex& index_;
    std::deque<Batch> batches_; // In the order of the disk's queue.
    std::uint64_t next_ticket_ = 1;
    std::uint64_t last_sequence_ = 0; // Of the last record acknowledged.
    std::uint64_t committed_revision_ = 0;
    std::uint64_t saved_revision_ = 0;
    bool sealed_ = false;
    bool head_on_disk_ = false;
    std::optional<platform::DiskFailure> failure_;
    std::size_t failures_in_a_row_ = 0;
    std::optional<std::int64_t> retry_at_ms_;
    std::optional<std::int64_t> fold_at_ms_;
};

} // namespace store
