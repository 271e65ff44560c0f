// Buttons, icon buttons and links: the things that act when pressed.
//
// At most one primary button stands in a view. A disabled button says why: the reason is its
// tooltip and its description. While busy it shows that it works and ignores presses.
#pragma once

#include "ui/frame.h"

#include <string_view>

namespace ui {

// inverse: on a dark bar.
enum class ButtonKind : std::uint8_t { primary, secondary, quiet, destructive, inverse };
enum class ButtonSize : std::uint8_t { normal, small, large };
enum class Busy : std::uint8_t { no, yes };

struct Button {
    std::string_view label;
    ButtonKind kind = ButtonKind::secondary;
    Icon icon = Icon::none;       // Before the label.
    Icon icon_after = Icon::none; // After it: an arrow, a chevron.
    ButtonSize size = ButtonSize::normal;
    Busy busy = Busy::no;
    std::string_view disabled_because = {}; // Not empty: disabled, and this is why.
    std::string_view shortcut = {};         // Drawn as a key cap: "N".
    std::string_view hotkeys = {};          // For assistive technology: "Control+Enter".
    std::string_view key = {};              // Id within the scope; the label if empty.
    Popup popup = Popup::none;              // What it opens.
    Choice expanded = Choice::none;
};

// Height by density and size; width of its label, icons and padding.
[[nodiscard]] float button_height(const Frame& frame, ButtonSize size = ButtonSize::normal);
[[nodiscard]] float button_width(Frame& frame, const Button& button);

// True in the frame in which it was pressed. `rect` may be wider than the label needs.
bool button(Frame& frame, const Rect& rect, const Button& button);
// At the right end of `bar`, vertically centred; the bar shrinks by it and a gap of 12.
bool button_from_right(Frame& frame, Rect& bar, const Button& spec);
// At the left end likewise.
bool button_from_left(Frame& frame, Rect& bar, const Button& spec);

// An icon without words; `label` is its name and tooltip.
bool icon_button(Frame& frame, const Rect& rect, const Button& button);

struct Link {
    std::string_view label;
    Type type = Type::small;
    std::string_view href = {}; // An address of ours; empty if it only acts.
    std::string_view key = {};
    HorizontalAlign align = HorizontalAlign::start;
    Icon icon_after = Icon::none;
};

// Words in accent colour that act; true when pressed.
bool link(Frame& frame, const Rect& rect, const Link& link);

// The ring of keyboard focus around any widget.
void focus_ring(Frame& frame, const Rect& rect, float radius);
// A turning arc for real work; still when motion is reduced.
void spinner(Frame& frame, Point center, float radius, Rgba color);

} // namespace ui
