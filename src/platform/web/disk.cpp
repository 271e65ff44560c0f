#include "platform/web/disk.h"

#include <emscripten.h>

// JavaScript numbers hold keys and tickets exactly: both stay far below 2^53.
extern "C" {
void host_disk_open(void* context, const char* name, std::size_t size, int owner, int record_keys);
void host_disk_read(void* context, double log_after);
void host_disk_begin_batch(void* context, double ticket, int replaces);
void host_disk_begin_item(void* context, int area, double key, std::size_t size);
void host_disk_append(void* context, const std::uint8_t* bytes, std::size_t size);
void host_disk_erase(void* context, int area, double first, double last);
void host_disk_end_batch(void* context);
double host_disk_queued(void* context);
double host_disk_first_waiting(void* context);
void host_disk_drop_waiting(void* context);
void host_disk_resume(void* context);
void host_disk_take_over(void* context);
void host_disk_close(void* context);
}

namespace platform {

namespace {

// The handle by which JavaScript names this disk, also from const functions.
void* context_of(const WebDisk* disk) { return const_cast<WebDisk*>(disk); }

double number(std::uint64_t value) { return static_cast<double>(value); }

} // namespace

WebDisk::~WebDisk() { close(); }

void WebDisk::open(std::string_view name, DiskRole role, DiskListener& listener) {
    listener_ = &listener;
    host_disk_open(this, name.data(), name.size(), role == DiskRole::owner ? 1 : 0,
                   static_cast<int>(log_keys_per_record));
}

void WebDisk::read(std::uint64_t log_after) { host_disk_read(this, number(log_after)); }

void WebDisk::begin_batch(std::uint64_t ticket, Queue queue) {
    host_disk_begin_batch(this, number(ticket), queue == Queue::replace_waiting ? 1 : 0);
}

void WebDisk::begin_item(DiskArea area, std::uint64_t key, std::size_t size) {
    host_disk_begin_item(this, static_cast<int>(area), number(key), size);
}

void WebDisk::append_bytes(base::ByteView bytes) {
    host_disk_append(this, bytes.data(), bytes.size());
}

void WebDisk::erase(DiskArea area, std::uint64_t first_key, std::uint64_t last_key) {
    host_disk_erase(this, static_cast<int>(area), number(first_key), number(last_key));
}

void WebDisk::end_batch() { host_disk_end_batch(this); }

std::size_t WebDisk::queued() const {
    return static_cast<std::size_t>(host_disk_queued(context_of(this)));
}

std::uint64_t WebDisk::first_waiting_ticket() const {
    return static_cast<std::uint64_t>(host_disk_first_waiting(context_of(this)));
}

void WebDisk::drop_waiting() { host_disk_drop_waiting(this); }

void WebDisk::resume() { host_disk_resume(this); }

void WebDisk::take_over() { host_disk_take_over(this); }

void WebDisk::close() {
    listener_ = nullptr;
    host_disk_close(this);
}

std::uint8_t* WebDisk::buffer(std::size_t size) {
    if (buffer_size_ < size) {
        buffer_ = std::make_unique_for_overwrite<std::uint8_t[]>(size);
        buffer_size_ = size;
    }
    return buffer_.get();
}

void WebDisk::item_arrived(DiskArea area, std::size_t size) {
    if (listener_) listener_->disk_item(area, {buffer_.get(), size});
}

void WebDisk::all_read() {
    buffer_.reset();
    buffer_size_ = 0;
    tell([](DiskListener& listener) { listener.disk_read_done(); });
}

} // namespace platform

using platform::DiskListener;
using platform::WebDisk;

extern "C" {

EMSCRIPTEN_KEEPALIVE void folio_disk_opened(WebDisk* disk, int owner) {
    const auto role = owner == 1 ? platform::DiskRole::owner : platform::DiskRole::follower;
    disk->tell([&](DiskListener& listener) { listener.disk_opened(role); });
}

EMSCRIPTEN_KEEPALIVE std::uint8_t* folio_disk_buffer(WebDisk* disk, std::size_t size) {
    return disk->buffer(size);
}

EMSCRIPTEN_KEEPALIVE void folio_disk_item(WebDisk* disk, int area, std::size_t size) {
    disk->item_arrived(static_cast<platform::DiskArea>(area), size);
}

EMSCRIPTEN_KEEPALIVE void folio_disk_read_done(WebDisk* disk) { disk->all_read(); }

EMSCRIPTEN_KEEPALIVE void folio_disk_written(WebDisk* disk, double ticket) {
    disk->tell(
        [&](DiskListener& listener) { listener.disk_written(static_cast<std::uint64_t>(ticket)); });
}

EMSCRIPTEN_KEEPALIVE void folio_disk_failed(WebDisk* disk, double ticket, int failure) {
    disk->tell([&](DiskListener& listener) {
        listener.disk_failed(static_cast<std::uint64_t>(ticket),
                             static_cast<platform::DiskFailure>(failure));
    });
}

EMSCRIPTEN_KEEPALIVE void folio_disk_changed(WebDisk* disk, double key) {
    disk->tell(
        [&](DiskListener& listener) { listener.disk_changed(static_cast<std::uint64_t>(key)); });
}

EMSCRIPTEN_KEEPALIVE void folio_disk_emptied(WebDisk* disk) {
    disk->tell([](DiskListener& listener) { listener.disk_emptied(); });
}
}
