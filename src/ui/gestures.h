// Decides what a finger meant before any widget sees it: tap, long press, scroll or drag.
//
// A touch is held back until it is clear: released within the slop it is a tap (press and release
// together); beyond the slop over a scrollable region it scrolls and is never a press; held 400 ms
// it is a secondary press; on a drag owner (signature pad, column edge) it presses at once. After
// a flick the region coasts with a decay of 325 ms. Mouse and pen pass through. The clock is the
// events' own; nothing here reads time, draws or knows the page.
#pragma once

#include "ui/geometry.h"
#include "ui/keys.h"
#include "ui/node.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace ui {

enum class PointerKind : std::uint8_t { mouse, touch, pen };
enum class PointerAction : std::uint8_t { move, press, release, secondary, gone };

// One thing the pointer did, as widgets may see it.
struct PointerInput {
    PointerAction action = PointerAction::move;
    PointerKind kind = PointerKind::mouse;
    Point position;
    int click_count = 1;
    Modifiers modifiers;
};

// What lies under a finger that comes down.
struct TouchTarget {
    NodeId scroll_x = 0; // Innermost region that can move along the axis; 0 if none.
    NodeId scroll_y = 0;
    bool is_drag_owner = false;
    bool is_native = false;  // A field or link: its tap is the browser's own.
    bool is_editing = false; // The focused field: all of the touch is the browser's.
};

struct TouchScroll {
    NodeId region = 0;
    Point delta;
};

class Gestures {
  public:
    static constexpr float slop = 9; // CSS pixels.
    static constexpr double long_press_ms = 400;
    static constexpr double decay_ms = 325; // Of the coasting speed, to 1/e.
    static constexpr double velocity_window_ms = 100;
    static constexpr float stop_speed = 0.02F; // CSS pixels in a millisecond.

    void touch_down(Point at, double now_ms, const TouchTarget& target);
    void touch_move(Point at, double now_ms);
    void touch_up(Point at, double now_ms);
    void touch_cancel();
    // A second finger ends what the first one was doing: the pinch is the browser's.
    void second_finger() { touch_cancel(); }

    // Fires a due long press and moves what coasts. Call once a frame and when due.
    void tick(double now_ms);
    bool is_coasting() const { return coasting_.has_value(); }
    // The time of a pending long press.
    std::optional<double> due_ms() const;
    void set_reduced_motion(bool reduced) { reduced_motion_ = reduced; }
    void stop_coasting() { coasting_.reset(); }

    // What happened since the last call, oldest first.
    std::vector<PointerInput> take_pointer();
    std::vector<TouchScroll> take_scrolls();

  private:
    enum class State : std::uint8_t { idle, held, scrolling, dragging, spent };
    struct Sample {
        Point at;
        double time_ms = 0;
    };
    struct Coasting {
        NodeId region = 0;
        Point speed; // CSS pixels in a millisecond.
        double last_ms = 0;
    };

    void emit(PointerAction action, Point at);
    void remember(Point at, double now_ms);
    void start_coasting(double now_ms);

    State state_ = State::idle;
    TouchTarget target_;
    NodeId region_ = 0;
    bool along_x_ = false;
    Point start_;
    Point last_;
    double start_ms_ = 0;
    std::array<Sample, 16> samples_{};
    std::size_t sample_count_ = 0;
    std::optional<Coasting> coasting_;
    bool reduced_motion_ = false;
    std::vector<PointerInput> pointer_;
    std::vector<TouchScroll> scrolls_;
};

} // namespace ui
