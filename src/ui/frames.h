// Decides when a frame is drawn: on demand, and never while nothing happens.
//
// An event asks for one frame, and two more settle what the first one moved (a popup that measures
// itself, an element that received focus). They follow at once, before anything is shown, so that
// the next event meets what the person sees; after a movement (a pointer, a wheel) they may wait
// for their turns. What moves by itself asks again at a time. Every frame knows why it ran; the log
// of reasons is what a test reads when an idle page draws.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace ui {

class Frames {
  public:
    static constexpr int settle_frames = 2;

    struct Wake {
        const char* reason = ""; // A string literal.
        double at_ms = 0;
    };

    // Asks for a frame now, and for those that settle it. `reason` is a string literal.
    void request(const char* reason);
    // As `request`, for one of many small movements: what settles may come with the next of them.
    void request_moving(const char* reason);
    // Asks for one frame without settling: an animation, a scroll that coasts.
    void request_one(const char* reason);
    // Asks for one frame at a time of the same clock as `begin`; the earliest time stands.
    void request_at(double at_ms, const char* reason);

    // A hidden page draws nothing; what was asked waits for its return.
    void set_hidden(bool hidden) { hidden_ = hidden; }
    bool is_hidden() const { return hidden_; }

    bool wants_frame() const { return !hidden_ && (wanted_ > 0 || one_wanted_); }
    // Whether the frame that was just drawn is to be followed by another one at once.
    bool settles_at_once() const { return wanted_ > 0 && settles_at_once_; }
    // The last frame changed nothing: those that would settle it are not needed.
    void settled();
    // The time to look again when no frame is wanted now.
    std::optional<double> due_ms() const { return hidden_ ? std::nullopt : due_ms_; }
    // Moves a due request to "now"; true when there was one.
    bool take_due(double now_ms);

    // Starts a frame: counts it, logs its reason. Answers the seconds since the last one, at most
    // 1/15 after a pause, so that nothing jumps.
    float begin(double now_ms);

    std::uint64_t count() const { return count_; }
    // Newest last; at most 64.
    std::span<const Wake> log() const { return {log_.data(), log_size_}; }

  private:
    std::array<Wake, 64> log_{};
    std::size_t log_size_ = 0;
    const char* reason_ = "start";
    const char* due_reason_ = "";
    std::optional<double> due_ms_;
    double last_ms_ = 0;
    std::uint64_t count_ = 0;
    int wanted_ = 1;
    bool one_wanted_ = false;
    bool settles_at_once_ = false;
    bool hidden_ = false;
};

} // namespace ui
