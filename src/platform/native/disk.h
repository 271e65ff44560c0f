// A book as one file: batches appended as checked frames, each made durable by fdatasync.
//
// A crash leaves at most one frame cut short at the end, which was never acknowledged and is
// dropped at the next open; damage anywhere else is passed on as an item that fails its checks.
// When more than half of the file is out of date it is written anew beside itself and renamed. The
// owner holds a lock on the file; whoever finds it locked follows. Layout: 16 bytes of magic, then
// frames {size, checksums} {changes}.
#pragma once

#include "platform/ports/disk.h"

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace platform {

class FileDisk final : public Disk {
  public:
    FileDisk() = default;
    FileDisk(const FileDisk&) = delete;
    FileDisk& operator=(const FileDisk&) = delete;
    ~FileDisk() override;

    // `name` is the path of the file; its folder must exist.
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

    // Whether the end of the file was cut off at `open`: a batch that was never acknowledged.
    [[nodiscard]] bool dropped_torn_end() const { return dropped_torn_end_; }

  private:
    using Key = std::pair<DiskArea, std::uint64_t>;
    struct Place {
        std::uint64_t offset = 0;
        std::uint64_t size = 0;
    };
    struct Batch {
        std::uint64_t ticket = 0;
        base::Bytes frame;
    };
    enum class Request : std::uint8_t { none, open, read, take_over };

    [[nodiscard]] bool open_file(DiskRole role);
    void scan();
    [[nodiscard]] bool is_zero_to_end(std::uint64_t from, std::uint64_t end) const;
    void apply(std::uint64_t offset, base::ByteView changes);
    void deliver(std::uint64_t log_after);
    void write_front();
    void compact();
    [[nodiscard]] bool write_compacted(int target, std::map<Key, Place>& places,
                                       std::uint64_t& end) const;

    int file_ = -1;
    std::string path_;
    DiskListener* listener_ = nullptr;
    DiskRole role_ = DiskRole::follower;
    DiskRole wanted_role_ = DiskRole::owner;
    Request request_ = Request::none;
    std::uint64_t read_after_ = 0;
    std::map<Key, Place> places_;
    std::uint64_t end_ = 0;
    std::uint64_t live_bytes_ = 0;
    std::deque<Batch> queue_;
    Batch building_;
    bool waiting_ = false; // After a failure, until `resume`.
    bool dropped_torn_end_ = false;
    bool damaged_ = false;
};

} // namespace platform
