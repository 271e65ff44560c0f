// A disk in memory that fails on request and by seed, and can be pulled from under the program.
//
// Storage is what survives a crash; SimDisk is one program's view of it, so that several programs
// (tabs, or a program before and after its crash) can share one Storage. Batches become durable
// one by one during `poll`, late, in order; a crash loses those that were not, or keeps the one
// under way though it was never acknowledged.
#pragma once

#include "base/random.h"
#include "platform/ports/disk.h"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace platform {

struct SimStorage {
    using Key = std::pair<DiskArea, std::uint64_t>;
    std::map<Key, base::Bytes> items;
    std::uint64_t generation = 0; // Raised by each new owner.
    bool owned = false;
    std::uint64_t batches_written = 0;
    std::optional<std::uint64_t> capacity_bytes;

    [[nodiscard]] std::uint64_t used_bytes() const;
    [[nodiscard]] std::size_t count(DiskArea area) const;
    // Damages one byte of one item, chosen by `random`; nothing if there is none.
    void flip_bit(base::Random& random);
    // Cuts the last log item short, as a platform would that does not keep its promise.
    void tear_last_item();
};

class SimDisk final : public Disk {
  public:
    // Out of a thousand batches, how many end so; `delay_polls_max` is how long a batch may take.
    struct Faults {
        std::uint64_t aborted_per_mille = 0;
        std::uint64_t quota_per_mille = 0;
        std::uint64_t lost_per_mille = 0;
        std::uint64_t delay_polls_max = 0;
    };
    SimDisk(SimStorage& storage, base::Random random, Faults faults);
    SimDisk(const SimDisk&) = delete;
    SimDisk& operator=(const SimDisk&) = delete;
    ~SimDisk() override;

    void set_faults(const Faults& faults) { faults_ = faults; }
    // The next batch fails so.
    void fail_next(DiskFailure failure) { fail_next_ = failure; }
    // The program dies here: by seed, the batch under way is kept or lost. Nothing works after it.
    void crash();

    void open(std::string_view name, DiskRole role, DiskListener& listener) override;
    void read(std::uint64_t log_after) override;
    void poll() override;
    void begin_batch(std::uint64_t ticket, Queue queue) override;
    void begin_item(DiskArea area, std::uint64_t key, std::size_t size) override;
    void append_bytes(base::ByteView bytes) override;
    void erase(DiskArea area, std::uint64_t first_key, std::uint64_t last_key) override;
    void end_batch() override;
    [[nodiscard]] std::size_t queued() const override { return queue_.size(); }
    [[nodiscard]] std::uint64_t first_waiting_ticket() const override;
    void drop_waiting() override;
    void resume() override;
    void take_over() override;
    void close() override;

  private:
    struct Item {
        SimStorage::Key key;
        std::size_t size;
        base::Bytes bytes;
    };
    struct Erasure {
        SimStorage::Key first;
        SimStorage::Key last;
    };
    struct Batch {
        std::uint64_t ticket = 0;
        std::vector<std::variant<Item, Erasure>> changes;
    };
    enum class Request : std::uint8_t { none, open, read, take_over };

    void answer_request();
    void acquire();
    void deliver();
    void step_queue();
    void begin_front();
    void apply(const Batch& batch);
    void fail_front(DiskFailure failure);
    [[nodiscard]] std::optional<DiskFailure> drawn_failure();

    SimStorage& storage_;
    base::Random random_;
    Faults faults_;
    std::optional<DiskFailure> fail_next_;
    DiskListener* listener_ = nullptr;
    DiskRole role_ = DiskRole::follower;
    DiskRole wanted_role_ = DiskRole::owner;
    Request request_ = Request::none;
    std::uint64_t read_after_ = 0;
    std::uint64_t told_key_ = 0; // The last log key a follower was told of.
    std::uint64_t generation_ = 0;
    std::deque<Batch> queue_;
    Batch building_;
    bool begun_ = false; // The front of the queue is being written.
    std::uint64_t polls_left_ = 0;
    bool waiting_ = false;
    bool crashed_ = false;
};

} // namespace platform
