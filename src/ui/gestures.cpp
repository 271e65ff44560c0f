#include "ui/gestures.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {

void Gestures::emit(PointerAction action, Point at) {
    pointer_.push_back({.action = action, .kind = PointerKind::touch, .position = at});
}

void Gestures::remember(Point at, double now_ms) {
    if (sample_count_ == samples_.size()) {
        std::ranges::rotate(samples_, samples_.begin() + 1);
        --sample_count_;
    }
    samples_[sample_count_++] = {.at = at, .time_ms = now_ms};
}

void Gestures::touch_down(Point at, double now_ms, const TouchTarget& target) {
    const bool stopped_a_coast = coasting_.has_value();
    coasting_.reset();
    target_ = target;
    start_ = last_ = at;
    start_ms_ = now_ms;
    sample_count_ = 0;
    remember(at, now_ms);
    if (target.is_editing) {
        state_ = State::spent;
    } else if (target.is_drag_owner) {
        state_ = State::dragging;
        emit(PointerAction::move, at);
        emit(PointerAction::press, at);
    } else if (stopped_a_coast) {
        // The finger that stops a moving list means the list, not the row that passes under it.
        state_ = State::spent;
    } else {
        state_ = State::held;
    }
}

void Gestures::touch_move(Point at, double now_ms) {
    remember(at, now_ms);
    const Point moved{at.x - start_.x, at.y - start_.y};
    if (state_ == State::dragging) emit(PointerAction::move, at);
    // A finger that stopped a coasting list may take it up again.
    if (state_ == State::held || (state_ == State::spent && !target_.is_editing)) {
        if (std::hypot(moved.x, moved.y) < slop) return;
        along_x_ = std::abs(moved.x) > std::abs(moved.y);
        region_ = along_x_ ? target_.scroll_x : target_.scroll_y;
        state_ = region_ != 0 ? State::scrolling : State::spent;
        if (region_ == 0) target_.is_editing = true; // Neither a tap nor a scroll any more.
    }
    if (state_ == State::scrolling) {
        const Point delta = along_x_ ? Point{last_.x - at.x, 0} : Point{0, last_.y - at.y};
        scrolls_.push_back({.region = region_, .delta = delta});
    }
    last_ = at;
}

void Gestures::touch_up(Point at, double now_ms) {
    switch (std::exchange(state_, State::idle)) {
    case State::held:
        if (target_.is_native) break;
        emit(PointerAction::move, at);
        emit(PointerAction::press, at);
        emit(PointerAction::release, at);
        emit(PointerAction::gone, at);
        break;
    case State::dragging:
        emit(PointerAction::move, at);
        emit(PointerAction::release, at);
        emit(PointerAction::gone, at);
        break;
    case State::scrolling:
        remember(at, now_ms);
        start_coasting(now_ms);
        break;
    case State::idle:
    case State::spent: break;
    }
}

void Gestures::touch_cancel() {
    if (std::exchange(state_, State::idle) == State::dragging) {
        emit(PointerAction::release, last_);
        emit(PointerAction::gone, last_);
    }
}

void Gestures::start_coasting(double now_ms) {
    if (reduced_motion_) return;
    const auto first = std::ranges::find_if(
        samples_.begin(), samples_.begin() + static_cast<std::ptrdiff_t>(sample_count_),
        [&](const Sample& sample) { return now_ms - sample.time_ms <= velocity_window_ms; });
    const Sample& last = samples_[sample_count_ - 1];
    const double elapsed_ms = last.time_ms - first->time_ms;
    if (elapsed_ms <= 0) return;
    const auto per_ms = [&](float from, float to) {
        return static_cast<float>(static_cast<double>(from - to) / elapsed_ms);
    };
    const Point speed{along_x_ ? per_ms(first->at.x, last.at.x) : 0,
                      along_x_ ? 0 : per_ms(first->at.y, last.at.y)};
    if (std::hypot(speed.x, speed.y) < stop_speed) return;
    coasting_ = {.region = region_, .speed = speed, .last_ms = now_ms};
}

void Gestures::tick(double now_ms) {
    if (state_ == State::held && !target_.is_native && now_ms - start_ms_ >= long_press_ms) {
        state_ = State::spent;
        target_.is_editing = true;
        emit(PointerAction::move, start_);
        emit(PointerAction::secondary, start_);
        emit(PointerAction::gone, start_);
    }
    if (!coasting_) return;
    const double elapsed_ms = std::max(0.0, now_ms - coasting_->last_ms);
    coasting_->last_ms = now_ms;
    // The exact integral of an exponential decay, so that the way does not depend on frame times.
    const double kept = std::exp(-elapsed_ms / decay_ms);
    const auto way = static_cast<float>(decay_ms * (1 - kept));
    scrolls_.push_back({.region = coasting_->region,
                        .delta = {coasting_->speed.x * way, coasting_->speed.y * way}});
    coasting_->speed.x *= static_cast<float>(kept);
    coasting_->speed.y *= static_cast<float>(kept);
    if (std::hypot(coasting_->speed.x, coasting_->speed.y) < stop_speed) coasting_.reset();
}

std::optional<double> Gestures::due_ms() const {
    if (state_ != State::held || target_.is_native) return std::nullopt;
    return start_ms_ + long_press_ms;
}

std::vector<PointerInput> Gestures::take_pointer() { return std::exchange(pointer_, {}); }

std::vector<TouchScroll> Gestures::take_scrolls() { return std::exchange(scrolls_, {}); }

} // namespace ui
