#include "platform/sim/disk.h"

#include "base/assert.h"

#include <iterator>

namespace platform {

std::uint64_t SimStorage::used_bytes() const {
    std::uint64_t used = 0;
    for (const auto& [key, bytes] : items)
        used += bytes.size();
    return used;
}

std::size_t SimStorage::count(DiskArea area) const {
    std::size_t found = 0;
    for (const auto& [key, bytes] : items)
        found += key.first == area ? 1 : 0;
    return found;
}

void SimStorage::flip_bit(base::Random& random) {
    if (items.empty()) return;
    auto item = std::next(items.begin(), static_cast<std::ptrdiff_t>(random.below(items.size())));
    if (item->second.empty()) return;
    const std::size_t at = static_cast<std::size_t>(random.below(item->second.size()));
    item->second[at] = static_cast<std::uint8_t>(item->second[at] ^ (1U << random.below(8)));
}

void SimStorage::tear_last_item() {
    if (items.empty()) return;
    auto& bytes = std::prev(items.end())->second;
    bytes.resize(bytes.size() / 2);
}

SimDisk::SimDisk(SimStorage& storage, base::Random random, Faults faults)
    : storage_(storage), random_(random), faults_(faults) {}

SimDisk::~SimDisk() { close(); }

void SimDisk::crash() {
    if (begun_ && !waiting_ && random_.below(2) == 0 && generation_ == storage_.generation)
        apply(queue_.front());
    crashed_ = true;
    close();
}

void SimDisk::open(std::string_view, DiskRole role, DiskListener& listener) {
    listener_ = &listener;
    wanted_role_ = role;
    request_ = Request::open;
}

void SimDisk::read(std::uint64_t log_after) {
    request_ = Request::read;
    read_after_ = log_after;
}

void SimDisk::take_over() { request_ = Request::take_over; }

void SimDisk::close() {
    if (listener_ && role_ == DiskRole::owner && generation_ == storage_.generation)
        storage_.owned = false;
    listener_ = nullptr;
    request_ = Request::none;
    queue_.clear();
    begun_ = false;
    waiting_ = false;
}

void SimDisk::poll() {
    if (!listener_) return;
    answer_request();
    if (!listener_) return;
    if (role_ == DiskRole::owner) return step_queue();
    const auto last = storage_.items.rbegin();
    if (last == storage_.items.rend() || last->first.first != DiskArea::log) return;
    if (last->first.second <= told_key_) return;
    told_key_ = last->first.second;
    listener_->disk_changed(told_key_);
}

void SimDisk::begin_batch(std::uint64_t ticket, Queue queue) {
    ASSERT(!crashed_);
    if (queue == Queue::replace_waiting) drop_waiting();
    building_ = {.ticket = ticket, .changes = {}};
}

void SimDisk::begin_item(DiskArea area, std::uint64_t key, std::size_t size) {
    building_.changes.emplace_back(Item{.key = {area, key}, .size = size, .bytes = {}});
}

void SimDisk::append_bytes(base::ByteView bytes) {
    auto& item = std::get<Item>(building_.changes.back());
    item.bytes.insert(item.bytes.end(), bytes.begin(), bytes.end());
    ASSERT(item.bytes.size() <= item.size);
}

void SimDisk::erase(DiskArea area, std::uint64_t first_key, std::uint64_t last_key) {
    building_.changes.emplace_back(Erasure{.first = {area, first_key}, .last = {area, last_key}});
}

void SimDisk::end_batch() { queue_.push_back(std::move(building_)); }

std::uint64_t SimDisk::first_waiting_ticket() const {
    const std::size_t first = begun_ && !waiting_ ? 1 : 0;
    return queue_.size() > first ? queue_[first].ticket : 0;
}

void SimDisk::drop_waiting() {
    const std::ptrdiff_t kept = begun_ && !waiting_ ? 1 : 0;
    if (std::ssize(queue_) > kept) queue_.erase(queue_.begin() + kept, queue_.end());
    if (kept == 0) begun_ = false;
}

void SimDisk::resume() { waiting_ = false; }

void SimDisk::answer_request() {
    switch (std::exchange(request_, Request::none)) {
    case Request::none: return;
    case Request::open:
        role_ = DiskRole::follower;
        if (wanted_role_ == DiskRole::owner && !storage_.owned) acquire();
        return listener_->disk_opened(role_);
    case Request::read: return deliver();
    case Request::take_over: acquire(); return listener_->disk_opened(role_);
    }
}

void SimDisk::acquire() {
    role_ = DiskRole::owner;
    storage_.owned = true;
    generation_ = ++storage_.generation;
}

void SimDisk::deliver() {
    const auto first = read_after_ == 0 ? storage_.items.begin()
                                        : storage_.items.upper_bound({DiskArea::log, read_after_});
    for (auto item = first; item != storage_.items.end(); ++item) {
        if (item->first.first == DiskArea::log) told_key_ = item->first.second;
        listener_->disk_item(item->first.first, item->second);
    }
    listener_->disk_read_done();
}

void SimDisk::step_queue() {
    if (queue_.empty() || waiting_) return;
    if (!begun_) {
        begun_ = true;
        polls_left_ = faults_.delay_polls_max ? random_.below(faults_.delay_polls_max + 1) : 0;
    }
    if (polls_left_ > 0) {
        --polls_left_;
        return;
    }
    if (generation_ != storage_.generation) return fail_front(DiskFailure::taken_over);
    if (const auto failure = drawn_failure()) return fail_front(*failure);
    apply(queue_.front());
    const std::uint64_t ticket = queue_.front().ticket;
    queue_.pop_front();
    begun_ = false;
    listener_->disk_written(ticket);
}

void SimDisk::fail_front(DiskFailure failure) {
    // A lost connection says nothing about the batch: it may have been written all the same.
    if (failure == DiskFailure::lost && random_.below(2) == 0) apply(queue_.front());
    waiting_ = true;
    begun_ = false;
    if (failure == DiskFailure::taken_over) role_ = DiskRole::follower;
    listener_->disk_failed(queue_.front().ticket, failure);
}

std::optional<DiskFailure> SimDisk::drawn_failure() {
    if (fail_next_) return std::exchange(fail_next_, std::nullopt);
    const std::uint64_t drawn = random_.below(1000);
    if (drawn < faults_.aborted_per_mille) return DiskFailure::aborted;
    if (drawn < faults_.aborted_per_mille + faults_.quota_per_mille) return DiskFailure::quota;
    if (drawn < faults_.aborted_per_mille + faults_.quota_per_mille + faults_.lost_per_mille)
        return DiskFailure::lost;
    if (!storage_.capacity_bytes) return std::nullopt;
    std::uint64_t needed = storage_.used_bytes();
    for (const auto& change : queue_.front().changes)
        if (const auto* item = std::get_if<Item>(&change)) needed += item->bytes.size();
    if (needed > *storage_.capacity_bytes) return DiskFailure::quota;
    return std::nullopt;
}

void SimDisk::apply(const Batch& batch) {
    for (const auto& change : batch.changes) {
        if (const auto* item = std::get_if<Item>(&change)) {
            ASSERT(item->bytes.size() == item->size);
            storage_.items[item->key] = item->bytes;
        } else {
            const auto& erasure = std::get<Erasure>(change);
            storage_.items.erase(storage_.items.lower_bound(erasure.first),
                                 storage_.items.upper_bound(erasure.last));
        }
    }
    ++storage_.batches_written;
}

} // namespace platform
