// What a person did, as the widgets read it: pointer, keys, edits, scrolls, activations.
//
// The platform feeds raw events at any time; begin_frame turns them into the state of one frame.
// A press and its release never fall into one frame, so a tap is seen as both. Touch reaches the
// pointer only as far as ui/gestures.h lets it: a scroll is never a press. Text is never here: it
// comes as edits of fields. Nothing here draws or knows ImGui.
#pragma once

#include "ui/geometry.h"
#include "ui/gestures.h"
#include "ui/keys.h"
#include "ui/node.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ui {

// The pointer in this frame. `is_here` is false when no mouse is over the window and after a tap.
struct Pointer {
    Point position;
    PointerKind kind = PointerKind::mouse;
    bool is_here = false;
    bool is_down = false;       // Primary button, held.
    bool was_pressed = false;   // In this frame.
    bool was_released = false;  // In this frame.
    bool was_secondary = false; // Context menu: right button, long press.
    int click_count = 0;        // With was_pressed: 2 is the second press of a double click.
    Modifiers modifiers;
};

// The person changed a field: its whole text now, and the selection in UTF-16 units.
struct FieldEdit {
    NodeId id = 0;
    std::string value;
    std::uint32_t selection_start = 0;
    std::uint32_t selection_end = 0;
    bool is_composing = false; // An input method is not done with it: show, but do not judge.
};

struct FocusMove {
    NodeId left = 0;
    NodeId entered = 0;
};

// Files that a person chose or dropped; each is delivered once.
struct OpenedFile {
    std::uint32_t request = 0; // Which Files::open it answers; 0 for a drop.
    std::string name;
    std::vector<std::byte> bytes;
};

class InputState {
  public:
    // Feeding, by the platform.
    void push(const PointerInput& event); // Already arbitrated, from Gestures.
    void push(const KeyPress& key);
    void push(FieldEdit edit);
    void push(const FocusMove& move);
    void push(OpenedFile file);
    void push_scroll(NodeId region, Point delta);
    void push_activation(NodeId id);
    void push_copy(bool cut);
    void push_paste(std::string text);
    void release_all(); // Focus left the window: no button or key stays down.

    // Takes as many events as fit into one frame. True if some wait for the next one.
    bool begin_frame();
    bool has_waiting() const { return !waiting_.empty(); }
    // This frame was given some input.
    bool has_news() const { return has_news_; }

    // Fields with edits that wait for a later frame.
    std::vector<NodeId> fields_waiting() const;

    const Pointer& pointer() const { return pointer_; }
    // Whether the element was activated by assistive technology, Enter or Space. A pointer's click
    // is never reported here.
    bool was_activated(NodeId id) const;
    // The edit of this field in this frame, nothing if it was not edited.
    const FieldEdit* edit(NodeId id) const;
    // What a wheel, a trackpad or a finger asks the region to scroll by, CSS pixels.
    Point scroll(NodeId region) const;

    std::span<const KeyPress> keys() const { return keys_; }
    // Whether the key was pressed in this frame with exactly these modifiers; nobody else sees it
    // then. With `target`, only if that node had focus.
    bool take(Key key, Modifiers modifiers = {}, NodeId target = 0);
    bool take_shortcut(char32_t character, Modifiers modifiers);

    // In this frame: the focus entered or left this node.
    bool has_entered(NodeId id) const;
    bool has_left(NodeId id) const;
    // Whether focus shows a ring: it was last moved by the keyboard.
    bool shows_focus_ring() const { return shows_focus_ring_; }
    void set_shows_focus_ring(bool shows) { shows_focus_ring_ = shows; }

    // A copy or cut outside of text fields: the screen answers through Clipboard::write in the
    // same frame.
    bool wants_copy() const { return wants_copy_; }
    bool wants_cut() const { return wants_cut_; }
    // Text pasted outside of text fields.
    const std::optional<std::string>& pasted() const { return pasted_; }
    std::vector<OpenedFile> take_files(std::uint32_t request);

  private:
    struct Scroll {
        NodeId region = 0;
        Point delta;
    };
    struct Activation {
        NodeId id = 0;
    };
    struct Copy {
        bool cut = false;
    };
    struct Paste {
        std::string text;
    };
    using Event =
        std::variant<PointerInput, KeyPress, FieldEdit, FocusMove, Scroll, Activation, Copy, Paste>;

    bool fits(const Event& event) const;
    void apply(Event&& event);
    void apply_pointer(const PointerInput& event);

    std::deque<Event> waiting_;
    Pointer pointer_;
    std::vector<KeyPress> keys_;
    std::vector<FieldEdit> edits_;
    std::vector<Scroll> scrolls_;
    std::vector<NodeId> activations_;
    std::vector<FocusMove> moves_;
    std::vector<OpenedFile> files_;
    std::optional<std::string> pasted_;
    bool shows_focus_ring_ = false;
    bool wants_copy_ = false;
    bool wants_cut_ = false;
    bool has_news_ = false;
};

} // namespace ui
