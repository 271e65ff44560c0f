// One frame of the interface: where it draws, what it says, what the person did.
//
// Every widget takes a Frame first. It draws through the painter, emits its node to the mirror, and
// learns from the input whether it was pressed. What lies under the pointer is decided by the nodes
// of the last frame, topmost layer first, so that a widget without a node cannot be pressed, and
// what is seen is what is hit. What must live between frames (scroll offsets, fades, open popups)
// is in Memory, by node id; screens keep their own state in their models.
#pragma once

#include "ui/environment.h"
#include "ui/input.h"
#include "ui/layout.h"
#include "ui/mirror.h"
#include "ui/painter.h"

#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace ui {

// What a pressable widget learns. `clicked` is a finished press of pointer or finger, Enter, Space
// or assistive technology.
struct Press {
    NodeId id = 0;
    bool hovered = false;
    bool held = false;
    bool clicked = false;
    bool double_clicked = false;
    bool secondary = false; // Context menu, at Frame::input().pointer().position.
    bool focused = false;
    bool ring = false; // Focused by keyboard: draw the focus ring.
};

// A state that is shown without anyone causing it: the gallery's columns "Hover", "Focus", ...
enum class Look : std::uint8_t { live, hover, pressed, focus };

class Memory {
  public:
    struct Scroll {
        float offset = 0;
        float content = 0; // Height of the content in the last frame.
    };
    struct Fade {
        float value = 0;
        double at_ms = 0;
    };

    // The cell of a grid that arrows have reached.
    struct Cell {
        int row = 0;
        int column = 0;
        NodeId node = 0;
    };

    // Since when something that comes in with a movement is there.
    struct Opening {
        double since_ms = 0;
        std::uint64_t last_frame = 0;
    };

    std::uint64_t frame = 0; // Counts the frames.
    std::unordered_map<NodeId, Opening> openings;
    std::unordered_map<NodeId, Scroll> scrolls;
    std::unordered_map<NodeId, Cell> cells;
    std::unordered_map<NodeId, Fade> fades;
    std::unordered_map<NodeId, double> started_ms;  // Of hovers, for tooltips.
    std::unordered_map<NodeId, NodeId> lit_options; // Node of that option.
    std::unordered_map<NodeId, int> choices;        // Highlighted option of an open list.
    std::unordered_set<NodeId> pressable;           // Of the last frame.
    std::unordered_set<NodeId> pressable_next;
    NodeId active = 0;        // Pressed and not released.
    Point pressed_at;         // Where `active` was pressed.
    NodeId first_pressed = 0; // By the last press, whether it counted or not.
    std::vector<NodeId> open; // Popups, outermost first.
    // Dialogs and sheets of the last frame, the topmost last: only that one is dismissed.
    std::vector<NodeId> modals;
    std::vector<NodeId> modals_next;
    std::unordered_map<NodeId, Look> looks;
};

class Frame {
  public:
    struct Parts {
        Painter& painter;
        Mirror& mirror;
        InputState& input;
        Memory& memory;
        const Environment& environment;
        double now_ms; // Of a steady clock.
    };

    // Painter and mirror have begun their frames; the caller ends them afterwards.
    explicit Frame(const Parts& parts);
    ~Frame();
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;

    [[nodiscard]] Painter& paint() { return parts_.painter; }
    [[nodiscard]] Mirror& mirror() { return parts_.mirror; }
    [[nodiscard]] InputState& input() { return parts_.input; }
    [[nodiscard]] Memory& memory() { return parts_.memory; }
    [[nodiscard]] const Environment& environment() const { return parts_.environment; }
    [[nodiscard]] const Theme& theme() const { return parts_.painter.theme(); }
    [[nodiscard]] Rgba color(Color color) const { return theme()[color]; }
    [[nodiscard]] const Measures& measure() const { return theme().measure(); }
    [[nodiscard]] double now_ms() const { return parts_.now_ms; }
    [[nodiscard]] Rect window() const { return {0, 0, environment().size.x, environment().size.y}; }
    [[nodiscard]] Breadth breadth() const { return breadth_of(environment().size.x); }
    [[nodiscard]] float gutter() const;

    // Stable id of `key` within the open scopes; the same key twice in one scope is a bug.
    [[nodiscard]] NodeId id(std::string_view key) const;
    // An id for words that no one refers to, by their order within the scope.
    [[nodiscard]] NodeId next_text_id();
    void push_scope(NodeId id);
    void pop_scope();

    // Emits a node at its place; what the painter clips away is clipped for the node too.
    NodeId add(Node node);
    NodeId open(Node node);
    void close();

    // Emits the node and says what the pointer, keys and assistive technology did to it. A node
    // with Focus::none can be pressed by pointer only.
    Press press(Node node);
    // The same for a node with children, to be closed by the caller.
    Press open_pressable(Node node);

    [[nodiscard]] bool is_hovered(NodeId id) const;
    [[nodiscard]] bool is_focused(NodeId id) const;
    // Focused and moved there by keyboard.
    [[nodiscard]] bool shows_ring(NodeId id) const;

    // 0 to 1, moving towards `on` within `duration_ms` (0 when motion is reduced), and asking for
    // frames until it is there.
    [[nodiscard]] float fade(NodeId id, bool on, int duration_ms);
    // Asks for a frame at that time.
    void want_at(double at_ms);
    [[nodiscard]] std::optional<double> wanted_at() const { return wanted_at_; }

    // Popups: one chain, each opened from the one before.
    [[nodiscard]] bool is_popup_open(NodeId id) const;
    void open_popup(NodeId id);
    void close_popup(NodeId id); // And those opened from it.
    [[nodiscard]] int overlay_count() const { return overlays_; }
    void count_overlay() { ++overlays_; }

  private:
    [[nodiscard]] Press pressed(const Node& node, NodeId id);
    [[nodiscard]] Look look(NodeId id) const;
    void find_hot();

    Parts parts_;
    std::vector<NodeId> scopes_;
    std::vector<std::uint32_t> text_counts_;
    std::vector<NodeId> hot_path_; // What is under the pointer, innermost first.
    std::optional<double> wanted_at_;
    int overlays_ = 0;
};

// Everything within has ids of its own: rows, cards, repeated groups.
class Scope {
  public:
    Scope(Frame& frame, std::string_view key) : Scope(frame, frame.id(key)) {}
    Scope(Frame& frame, NodeId id) : frame_(frame) { frame_.push_scope(id); }
    ~Scope() { frame_.pop_scope(); }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

  private:
    Frame& frame_;
};

// A container node for as long as it lives, and a scope of ids.
class Group {
  public:
    Group(Frame& frame, Node node) : frame_(frame), id_(frame.open(std::move(node))) {
        frame_.push_scope(id_);
    }
    ~Group() {
        frame_.pop_scope();
        frame_.close();
    }
    Group(const Group&) = delete;
    Group& operator=(const Group&) = delete;
    [[nodiscard]] NodeId id() const { return id_; }

  private:
    Frame& frame_;
    NodeId id_;
};

// Drawn and said above what is around it while it lives: popovers, sheets, dialogs, toasts. Fields
// beneath `rect` give up their pixels, and nothing beneath it can be pressed.
class Raised {
  public:
    Raised(Frame& frame, Layer layer, const Rect& rect, NodeId surface);
    ~Raised();
    Raised(const Raised&) = delete;
    Raised& operator=(const Raised&) = delete;

  private:
    Frame& frame_;
    Layer layer_before_;
};

// A region that scrolls up and down; draw into `content()` and say at the end how high it was.
class ScrollArea {
  public:
    // `viewport` is where it shows. The name is for assistive technology, never drawn.
    ScrollArea(Frame& frame, std::string_view key, const Rect& viewport, std::string_view name);
    ~ScrollArea();
    ScrollArea(const ScrollArea&) = delete;
    ScrollArea& operator=(const ScrollArea&) = delete;

    // Top left and width of the content as it is scrolled; its height is that of the viewport.
    [[nodiscard]] Rect content() const { return content_; }
    [[nodiscard]] const Rect& viewport() const { return viewport_; }
    [[nodiscard]] float offset() const { return offset_; }
    void set_content_height(float height) { height_ = height; }
    // Scrolls in the next frame so that the part of the content is seen.
    void reveal(float top, float bottom);

  private:
    Frame& frame_;
    NodeId id_;
    Rect viewport_;
    Rect content_;
    float offset_ = 0;
    float height_ = 0;
};

} // namespace ui
