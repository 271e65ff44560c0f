// Where a book lives between two runs: named areas of byte items, written in atomic batches.
//
// A batch is all there or not there after any crash, and batches become durable in the order they
// were begun. Nothing is durable before `written` says so. What stands in the queue survives the
// death of the program's memory where the platform can (the page keeps it in JavaScript).
// A disk knows nothing of pages, SQLite or encryption; it does know which process owns the book.
//
// Three implementations: platform/web (IndexedDB), platform/native (one file with fsync),
// platform/sim (memory, seeded faults).
#pragma once

#include "base/bytes.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace platform {

// `head`: one item, key 0. `base`: blocks by number. `log`: parts of records by sequence.
enum class DiskArea : std::uint8_t { head, base, log };

// The parts of a record have keys from a multiple of this on, one after another, and the next
// record starts at the next multiple: who takes a book over knows what its owner would write next.
inline constexpr std::uint64_t log_keys_per_record = 256;

enum class DiskFailure : std::uint8_t {
    quota,       // No room left; nothing of the batch was written.
    aborted,     // The platform gave the batch up for a reason of its own.
    lost,        // The connection is gone; whether the batch was written is unknown.
    taken_over,  // Another process owns the book now; nothing of the batch was written.
    unavailable, // There is no storage here (private window, no permission, no such folder).
};

enum class DiskRole : std::uint8_t { owner, follower };

// An owner may write. A follower reads what another process writes.
class DiskListener {
  public:
    virtual ~DiskListener() = default;
    // The answer to `open`: the role actually got; `owner` is asked for and refused while another
    // process holds the book.
    virtual void disk_opened(DiskRole role) = 0;
    // One item of a `read`, in the order of areas and keys. `bytes` lives for this call only.
    virtual void disk_item(DiskArea area, base::ByteView bytes) = 0;
    virtual void disk_read_done() = 0;
    // The batch of `ticket` and all before it are durable.
    virtual void disk_written(std::uint64_t ticket) = 0;
    // The batch of `ticket` failed and stays at the head of the queue, which now waits for
    // `resume`. For `open` and `read` the ticket is 0.
    virtual void disk_failed(std::uint64_t ticket, DiskFailure failure) = 0;
    // A follower hears that log items up to `key` are there.
    virtual void disk_changed(std::uint64_t key) = 0;
    // The owner's storage was cleared while it was in use and is empty now; called inside
    // `resume`'s work, before the queue goes on.
    virtual void disk_emptied() = 0;
};

// The listener is called from `poll` (native, sim) or from the browser's event loop (web), never
// from inside another call.
class Disk {
  public:
    virtual ~Disk() = default;

    virtual void open(std::string_view name, DiskRole role, DiskListener& listener) = 0;
    // Reads head, base and log from one consistent state; or, with `log_after` > 0, the log items
    // with a greater key only.
    virtual void read(std::uint64_t log_after) = 0;
    virtual void poll() = 0;

    // A batch: begin, then changes, then end. `bytes` are copied as they come, so a large item
    // never stands twice in the program's memory.
    enum class Queue : std::uint8_t {
        append,          // Behind what waits.
        replace_waiting, // Instead of everything that waits and has not begun, or has failed.
    };
    virtual void begin_batch(std::uint64_t ticket, Queue queue) = 0;
    virtual void begin_item(DiskArea area, std::uint64_t key, std::size_t size) = 0;
    virtual void append_bytes(base::ByteView bytes) = 0;
    virtual void erase(DiskArea area, std::uint64_t first_key, std::uint64_t last_key) = 0;
    virtual void end_batch() = 0;

    // How many batches stand in the queue, begun or not.
    [[nodiscard]] virtual std::size_t queued() const = 0;
    // The ticket of the first batch that can still be replaced; 0 if there is none.
    [[nodiscard]] virtual std::uint64_t first_waiting_ticket() const = 0;
    // Forgets every batch that has not begun or has failed.
    virtual void drop_waiting() = 0;
    // Tries the queue again after a failure, with a new connection where that helps.
    virtual void resume() = 0;
    // Asks the present owner to let go, and takes the book after 2 s at the latest. Answered by
    // `disk_opened(owner)`. A follower whose owner goes away by itself gets the same answer
    // unasked.
    virtual void take_over() = 0;
    virtual void close() = 0;
};

} // namespace platform
