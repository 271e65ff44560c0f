#include "platform/native/disk.h"

#include "base/assert.h"
#include "base/checksum.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <type_traits>
#include <unistd.h>
#include <utility>

namespace platform {

namespace {

constexpr std::string_view magic = "FOLIO BOOK LOG 1";
static_assert(magic.size() == 16);
constexpr std::uint64_t compact_above = std::uint64_t{4} * 1024 * 1024;
constexpr std::size_t batch_size_max = std::size_t{1024} * 1024 * 1024;

struct FrameHeader {
    std::uint64_t size;     // Of the changes, a multiple of 32.
    std::uint64_t checksum; // Of the changes.
    std::uint64_t mark;     // So that an empty header is no header.
    std::uint64_t own_checksum;
};
static_assert(sizeof(FrameHeader) == base::Checksum::stripe_size);
constexpr std::uint64_t frame_mark = 0x656d617266;

struct ChangeHeader {
    enum class Kind : std::uint32_t { end, item, erase };
    Kind kind;
    std::uint32_t area;
    std::uint64_t first_key;
    std::uint64_t last_key; // Of an erasure.
    std::uint64_t size;     // Of an item, whose bytes follow.
};
static_assert(sizeof(ChangeHeader) == base::Checksum::stripe_size);

std::size_t padded(std::size_t size) {
    constexpr std::size_t stripe = base::Checksum::stripe_size;
    return (size + stripe - 1) / stripe * stripe;
}

template <typename T>
base::ByteView bytes_of(const T& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    return {reinterpret_cast<const std::uint8_t*>(&value), sizeof value};
}

void append(base::Bytes& to, base::ByteView bytes) {
    to.insert(to.end(), bytes.begin(), bytes.end());
}

bool read_at(int file, std::uint64_t offset, std::span<std::uint8_t> to) {
    std::size_t done = 0;
    while (done < to.size()) {
        const ssize_t got =
            ::pread(file, to.data() + done, to.size() - done, static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        done += static_cast<std::size_t>(got);
    }
    return true;
}

bool write_at(int file, std::uint64_t offset, base::ByteView from) {
    std::size_t done = 0;
    while (done < from.size()) {
        const ssize_t put = ::pwrite(file, from.data() + done, from.size() - done,
                                     static_cast<off_t>(offset + done));
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return false;
        done += static_cast<std::size_t>(put);
    }
    return true;
}

DiskFailure failure_of(int error) {
    return error == ENOSPC || error == EDQUOT || error == EFBIG ? DiskFailure::quota
                                                                : DiskFailure::aborted;
}

FrameHeader frame_header(base::ByteView changes) {
    base::Checksum checksum;
    checksum.add(changes);
    FrameHeader header{.size = changes.size(),
                       .checksum = checksum.value(),
                       .mark = frame_mark,
                       .own_checksum = 0};
    base::Checksum own;
    own.add(bytes_of(header));
    header.own_checksum = own.value();
    return header;
}

bool is_header(FrameHeader header) {
    const std::uint64_t stored = std::exchange(header.own_checksum, 0);
    base::Checksum own;
    own.add(bytes_of(header));
    return header.mark == frame_mark && own.value() == stored &&
           header.size % base::Checksum::stripe_size == 0 && header.size <= batch_size_max;
}

// A new name in a folder is durable only when the folder is.
bool sync_folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) return false;
    const bool synced = ::fsync(handle) == 0;
    ::close(handle);
    return synced;
}

} // namespace

FileDisk::~FileDisk() { close(); }

void FileDisk::open(std::string_view name, DiskRole role, DiskListener& listener) {
    ASSERT(file_ < 0);
    path_ = name;
    wanted_role_ = role;
    listener_ = &listener;
    request_ = Request::open;
}

void FileDisk::read(std::uint64_t log_after) {
    request_ = Request::read;
    read_after_ = log_after;
}

void FileDisk::take_over() { request_ = Request::take_over; }

void FileDisk::close() {
    if (file_ >= 0) ::close(file_); // Gives the lock back.
    file_ = -1;
    listener_ = nullptr;
    request_ = Request::none;
    queue_.clear();
    places_.clear();
    waiting_ = false;
}

void FileDisk::poll() {
    while (request_ != Request::none) {
        switch (std::exchange(request_, Request::none)) {
        case Request::none: break;
        case Request::open:
            if (open_file(wanted_role_))
                listener_->disk_opened(role_);
            else
                listener_->disk_failed(0, DiskFailure::unavailable);
            break;
        case Request::read: deliver(read_after_); break;
        case Request::take_over:
            // The lock goes with its process, so there is nobody to ask.
            if (::flock(file_, LOCK_EX | LOCK_NB) == 0) {
                role_ = DiskRole::owner;
                scan();
                listener_->disk_opened(role_);
            }
            break;
        }
    }
    while (!queue_.empty() && !waiting_)
        write_front();
}

void FileDisk::begin_batch(std::uint64_t ticket, Queue queue) {
    ASSERT(role_ == DiskRole::owner);
    if (queue == Queue::replace_waiting) drop_waiting();
    building_ = {.ticket = ticket, .frame = base::Bytes(sizeof(FrameHeader))};
}

void FileDisk::begin_item(DiskArea area, std::uint64_t key, std::size_t size) {
    building_.frame.resize(sizeof(FrameHeader) +
                           padded(building_.frame.size() - sizeof(FrameHeader)));
    append(building_.frame, bytes_of(ChangeHeader{.kind = ChangeHeader::Kind::item,
                                                  .area = static_cast<std::uint32_t>(area),
                                                  .first_key = key,
                                                  .last_key = key,
                                                  .size = size}));
}

void FileDisk::append_bytes(base::ByteView bytes) { append(building_.frame, bytes); }

void FileDisk::erase(DiskArea area, std::uint64_t first_key, std::uint64_t last_key) {
    building_.frame.resize(sizeof(FrameHeader) +
                           padded(building_.frame.size() - sizeof(FrameHeader)));
    append(building_.frame, bytes_of(ChangeHeader{.kind = ChangeHeader::Kind::erase,
                                                  .area = static_cast<std::uint32_t>(area),
                                                  .first_key = first_key,
                                                  .last_key = last_key,
                                                  .size = 0}));
}

void FileDisk::end_batch() {
    building_.frame.resize(sizeof(FrameHeader) +
                           padded(building_.frame.size() - sizeof(FrameHeader)));
    const FrameHeader header =
        frame_header(base::ByteView(building_.frame).subspan(sizeof(FrameHeader)));
    std::memcpy(building_.frame.data(), &header, sizeof header);
    queue_.push_back(std::move(building_));
}

std::uint64_t FileDisk::first_waiting_ticket() const {
    return queue_.empty() ? 0 : queue_.front().ticket; // Writing happens inside `poll` only.
}

void FileDisk::drop_waiting() { queue_.clear(); }

void FileDisk::resume() { waiting_ = false; }

bool FileDisk::open_file(DiskRole role) {
    file_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file_ < 0) return false;
    const bool locked = role == DiskRole::owner && ::flock(file_, LOCK_EX | LOCK_NB) == 0;
    role_ = locked ? DiskRole::owner : DiskRole::follower;
    struct stat status{};
    if (::fstat(file_, &status) != 0) return false;
    if (status.st_size == 0 && role_ == DiskRole::owner) {
        const base::ByteView opening(reinterpret_cast<const std::uint8_t*>(magic.data()),
                                     magic.size());
        if (!write_at(file_, 0, opening) || ::fsync(file_) != 0 || !sync_folder_of(path_))
            return false;
    }
    std::array<std::uint8_t, magic.size()> opening{};
    if (status.st_size > 0 && (!read_at(file_, 0, opening) ||
                               std::memcmp(opening.data(), magic.data(), magic.size()) != 0))
        return false; // Some other file: left alone.
    scan();
    return true;
}

// Finds every frame of the file. A frame that was being written when the program died is the last
// one and short, or not what its header says; a power cut can also leave zeros. Anything else that
// is wrong is damage, and what follows it is still read where a header can be trusted.
void FileDisk::scan() {
    places_.clear();
    live_bytes_ = 0;
    end_ = magic.size();
    struct stat status{};
    if (::fstat(file_, &status) != 0) return;
    const auto file_size = static_cast<std::uint64_t>(status.st_size);
    damaged_ = false;
    while (end_ + sizeof(FrameHeader) <= file_size) {
        FrameHeader header{};
        const std::uint64_t content = end_ + sizeof header;
        if (!read_at(file_, end_, {reinterpret_cast<std::uint8_t*>(&header), sizeof header}) ||
            !is_header(header)) {
            damaged_ = damaged_ || !is_zero_to_end(end_, file_size);
            break;
        }
        if (header.size > file_size - content) break;
        base::Bytes changes(static_cast<std::size_t>(header.size));
        const bool whole =
            read_at(file_, content, changes) && frame_header(changes).checksum == header.checksum;
        if (!whole && content + header.size == file_size) break;
        damaged_ = damaged_ || !whole;
        if (whole) apply(content, changes);
        end_ = content + header.size;
    }
    dropped_torn_end_ = !damaged_ && end_ < file_size;
    if (damaged_) end_ = file_size; // Nothing of a damaged file is overwritten.
}

bool FileDisk::is_zero_to_end(std::uint64_t from, std::uint64_t end) const {
    base::Bytes bytes(static_cast<std::size_t>(end - from));
    return read_at(file_, from, bytes) &&
           std::ranges::all_of(bytes, [](std::uint8_t byte) { return byte == 0; });
}

// `changes` of a frame whose checksum is right stand at `offset` of the file.
void FileDisk::apply(std::uint64_t offset, base::ByteView changes) {
    std::size_t at = 0;
    while (at + sizeof(ChangeHeader) <= changes.size()) {
        ChangeHeader change{};
        std::memcpy(&change, changes.data() + at, sizeof change);
        at += sizeof change;
        const auto area = static_cast<DiskArea>(change.area);
        if (change.kind == ChangeHeader::Kind::item) {
            Place& place = places_[{area, change.first_key}];
            live_bytes_ += change.size - place.size;
            place = {.offset = offset + at, .size = change.size};
            at += padded(static_cast<std::size_t>(change.size));
        } else if (change.kind == ChangeHeader::Kind::erase) {
            const auto first = places_.lower_bound({area, change.first_key});
            const auto last = places_.upper_bound({area, change.last_key});
            for (auto erased = first; erased != last; ++erased)
                live_bytes_ -= erased->second.size;
            places_.erase(first, last);
        }
    }
}

void FileDisk::deliver(std::uint64_t log_after) {
    if (role_ == DiskRole::follower) scan();
    base::Bytes bytes;
    const auto first =
        log_after == 0 ? places_.begin() : places_.upper_bound({DiskArea::log, log_after});
    for (auto found = first; found != places_.end(); ++found) {
        bytes.resize(static_cast<std::size_t>(found->second.size));
        if (!read_at(file_, found->second.offset, bytes))
            return listener_->disk_failed(0, DiskFailure::lost);
        listener_->disk_item(found->first.first, bytes);
    }
    if (damaged_) listener_->disk_item(DiskArea::log, {});
    listener_->disk_read_done();
}

void FileDisk::write_front() {
    const Batch& batch = queue_.front();
    const std::uint64_t ticket = batch.ticket;
    if (!write_at(file_, end_, batch.frame) || ::fdatasync(file_) != 0) {
        const DiskFailure failure = failure_of(errno);
        // Half a frame must not stand before the next try; if this fails too, the next try
        // overwrites it.
        (void)::ftruncate(file_, static_cast<off_t>(end_));
        waiting_ = true;
        return listener_->disk_failed(ticket, failure);
    }
    apply(end_ + sizeof(FrameHeader), base::ByteView(batch.frame).subspan(sizeof(FrameHeader)));
    end_ += batch.frame.size();
    queue_.pop_front();
    if (end_ > compact_above && end_ > 2 * live_bytes_) compact();
    listener_->disk_written(ticket);
}

// Writes what is live beside the file and renames it over it. Any failure leaves the file as it is.
void FileDisk::compact() {
    const std::string beside = path_ + ".new";
    const int target = ::open(beside.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (target < 0) return;
    std::map<Key, Place> places;
    std::uint64_t end = 0;
    if (::flock(target, LOCK_EX | LOCK_NB) != 0 || !write_compacted(target, places, end) ||
        ::rename(beside.c_str(), path_.c_str()) != 0) {
        ::close(target);
        ::unlink(beside.c_str());
        return;
    }
    // The old file is gone under its name; if the folder is not synced a crash brings it back, and
    // it holds all that was acknowledged so far. So nothing may be acknowledged before it is.
    ASSERT(sync_folder_of(path_));
    ::close(file_);
    file_ = target;
    places_ = std::move(places);
    end_ = end;
}

bool FileDisk::write_compacted(int target, std::map<Key, Place>& places, std::uint64_t& end) const {
    const base::ByteView opening(reinterpret_cast<const std::uint8_t*>(magic.data()), magic.size());
    if (!write_at(target, 0, opening)) return false;
    end = magic.size();
    for (const auto& [key, place] : places_) {
        base::Bytes frame(sizeof(FrameHeader));
        append(frame, bytes_of(ChangeHeader{.kind = ChangeHeader::Kind::item,
                                            .area = static_cast<std::uint32_t>(key.first),
                                            .first_key = key.second,
                                            .last_key = key.second,
                                            .size = place.size}));
        const std::size_t content = frame.size();
        frame.resize(content + padded(static_cast<std::size_t>(place.size)));
        if (!read_at(file_, place.offset,
                     std::span(frame).subspan(content, static_cast<std::size_t>(place.size))))
            return false;
        const FrameHeader header = frame_header(base::ByteView(frame).subspan(sizeof(FrameHeader)));
        std::memcpy(frame.data(), &header, sizeof header);
        if (!write_at(target, end, frame)) return false;
        places[key] = {.offset = end + content, .size = place.size};
        end += frame.size();
    }
    return ::fsync(target) == 0;
}

} // namespace platform
