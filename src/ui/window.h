// One window: everything between the platform's raw events and the widgets.
//
// Holds the mirror, the input, the frames and the environment, and decides what needs more than one
// of them: what a wheel turns, what a finger scrolls, where a press puts the focus, which keys are
// the program's and which the browser's, how a focused field stays in sight. Every event carries
// the platform's steady clock in milliseconds. It draws nothing.
#pragma once

#include "ui/environment.h"
#include "ui/frames.h"
#include "ui/gestures.h"
#include "ui/input.h"
#include "ui/mirror.h"

#include <optional>
#include <span>
#include <string>

namespace ui {

// A raw event of the pointer. `node` is the element it hit when that element takes pointers of its
// own (a field, a link); 0 over the canvas.
struct RawPointer {
    enum class Phase : std::uint8_t { move, down, up, cancel, leave };
    Phase phase = Phase::move;
    PointerKind kind = PointerKind::mouse;
    std::uint32_t pointer = 0; // Which finger.
    Point position;
    int button = 0; // 0 primary, 2 secondary.
    Modifiers modifiers;
    NodeId node = 0;
};

enum class Default : bool { keep, prevent }; // What to tell the browser of an event.

class Window {
  public:
    Mirror mirror;
    InputState input;
    Frames frames;
    Environment environment;

    void pointer(const RawPointer& event, double now_ms);
    // `delta` in CSS pixels. Prevented only when a region of ours moved.
    Default wheel(Point position, Point delta);
    // Keys that are text never come here.
    Default key(KeyPress key);
    void focus_moved(NodeId entered);
    void field_edited(FieldEdit edit);
    void composition(NodeId field, bool is_composing);
    void activated(NodeId id);
    // Alt-tab, a dialog of the system, a hidden page: nothing stays pressed.
    void lost_window();
    void set_environment(const Environment& environment);

    // Between these the widgets draw and emit. `begin` answers the seconds since the last frame.
    float begin_frame(double now_ms);
    std::span<const std::byte> end_frame(double now_ms);
    // When to look again although nothing happens: a long press, a coasting list, a held patch.
    std::optional<double> due_ms() const;
    // Asks for a frame if something is due at that time.
    void wake(double now_ms);

    // Moves the region that holds a node so that the node is in sight, with the next frame.
    void reveal(NodeId id);
    void reveal_in(const Mirror::Entry& region, Rect& target);

  private:
    TouchTarget touch_target(Point position, NodeId node) const;
    NodeId region_at(Point position, Point direction) const;
    void press_moves_focus(Point position);
    void touch(const RawPointer& event, double now_ms);
    void mouse(const RawPointer& event, double now_ms);
    void take_gestures(double now_ms);
    // How many presses in a row this one makes at this place.
    int count_click(Point position, double now_ms);

    Gestures gestures_;
    std::optional<std::uint32_t> finger_; // The one that gestures follow.
    int fingers_ = 0;
    double last_press_ms_ = -1e9;
    Point last_press_;
    int click_count_ = 0;
    NodeId reveal_ = 0;
};

} // namespace ui
