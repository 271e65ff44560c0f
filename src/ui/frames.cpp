#include "ui/frames.h"

#include <algorithm>

namespace ui {

namespace {
constexpr double step_max_ms = 1000.0 / 15;
constexpr double first_step_ms = 1000.0 / 60;
} // namespace

void Frames::request(const char* reason) {
    request_moving(reason);
    settles_at_once_ = true;
}

void Frames::request_moving(const char* reason) {
    wanted_ = 1 + settle_frames;
    reason_ = reason;
}

void Frames::settled() {
    if (wanted_ > settle_frames) return; // Asked for anew while that frame was drawn.
    wanted_ = 0;
    settles_at_once_ = false;
}

void Frames::request_one(const char* reason) {
    if (!one_wanted_ && wanted_ == 0) reason_ = reason;
    one_wanted_ = true;
}

void Frames::request_at(double at_ms, const char* reason) {
    if (due_ms_ && *due_ms_ <= at_ms) return;
    due_ms_ = at_ms;
    due_reason_ = reason;
}

bool Frames::take_due(double now_ms) {
    if (!due_ms_ || *due_ms_ > now_ms) return false;
    due_ms_.reset();
    request_one(due_reason_);
    return true;
}

float Frames::begin(double now_ms) {
    if (log_size_ == log_.size()) {
        std::ranges::rotate(log_, log_.begin() + 1);
        --log_size_;
    }
    log_[log_size_++] = {.reason = reason_, .at_ms = now_ms};
    if (due_ms_ && *due_ms_ <= now_ms) due_ms_.reset();
    const double step_ms = count_ == 0 ? first_step_ms : now_ms - last_ms_;
    last_ms_ = now_ms;
    ++count_;
    if (wanted_ > 0) --wanted_;
    one_wanted_ = false;
    if (wanted_ > 0)
        reason_ = "settle";
    else
        settles_at_once_ = false;
    return static_cast<float>(std::clamp(step_ms, 1.0, step_max_ms) / 1000);
}

} // namespace ui
