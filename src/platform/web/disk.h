// A book in IndexedDB: the C++ half of web/disk.library.js and disk_owner.library.js.
//
// The queue, the transactions, the lock and the messages between tabs are JavaScript, so that they
// outlive a trap of this program; here calls go out and events come in. Events reach the listener
// from the browser's event loop, then `wake` is called so that a frame can show what has changed.
#pragma once

#include "platform/ports/disk.h"

#include <memory>

namespace platform {

class WebDisk final : public Disk {
  public:
    using Wake = void (*)(void* context);
    WebDisk(Wake wake, void* wake_context) : wake_(wake), wake_context_(wake_context) {}
    WebDisk(const WebDisk&) = delete;
    WebDisk& operator=(const WebDisk&) = delete;
    ~WebDisk() override;

    // `name` is that of the database.
    void open(std::string_view name, DiskRole role, DiskListener& listener) override;
    void read(std::uint64_t log_after) override;
    void poll() override {} // The browser calls.
    void begin_batch(std::uint64_t ticket, Queue queue) override;
    void begin_item(DiskArea area, std::uint64_t key, std::size_t size) override;
    void append_bytes(base::ByteView bytes) override;
    void erase(DiskArea area, std::uint64_t first_key, std::uint64_t last_key) override;
    void end_batch() override;
    [[nodiscard]] std::size_t queued() const override;
    [[nodiscard]] std::uint64_t first_waiting_ticket() const override;
    void drop_waiting() override;
    void resume() override;
    void take_over() override;
    void close() override;

    // For the events of web/disk.library.js. The buffer is for one item, which it holds when it has
    // arrived; it is let go of when all has been read.
    [[nodiscard]] std::uint8_t* buffer(std::size_t size);
    void item_arrived(DiskArea area, std::size_t size);
    void all_read();
    template <typename Event>
    void tell(const Event& event) {
        if (!listener_) return;
        event(*listener_);
        wake_(wake_context_);
    }

  private:
    Wake wake_;
    void* wake_context_;
    DiskListener* listener_ = nullptr;
    std::unique_ptr<std::uint8_t[]> buffer_;
    std::size_t buffer_size_ = 0;
};

} // namespace platform
