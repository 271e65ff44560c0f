// Things that are on or off, or one of a few: check boxes, radio buttons, switches, segments, tabs.
//
// The state belongs to the caller; true is answered in the frame in which the person changed it.
// Segments, tabs and radio groups are one stop of Tab; arrows move within them.
#pragma once

#include "ui/frame.h"

#include <span>
#include <string_view>

namespace ui {

struct Checkbox {
    std::string_view label;
    std::string_view key = {};
    bool is_label_hidden = false; // Rows of a table: the label is only spoken.
    bool is_mixed = false;        // Some of those below are ticked.
    std::string_view disabled_because = {};
    Weight weight = Weight::regular;
};

// Box at the left of `rect`, vertically centred; all of `rect` is the target.
bool checkbox(Frame& frame, const Rect& rect, bool& is_on, const Checkbox& spec);
bool radio(Frame& frame, const Rect& rect, bool is_on, std::string_view label,
           std::string_view key = {}, std::string_view disabled_because = {});
// For what takes effect at once; a check box is for what is confirmed later.
bool switch_control(Frame& frame, const Rect& rect, bool& is_on, std::string_view label,
                    std::string_view disabled_because = {});
[[nodiscard]] float checkbox_width(Frame& frame, std::string_view label);

struct Segment {
    std::string_view label;
    std::string_view count = {};
    Icon icon = Icon::none;
};

struct Segments {
    std::string_view name; // Spoken name of the group: "Status".
    std::span<const Segment> items;
    bool is_stretched = false; // Fills the width of `rect` in equal parts.
    std::string_view disabled_because = {};
};

// `chosen` is the index within `items`. Wider than `rect`, it becomes a row of pills that scrolls.
bool segmented(Frame& frame, const Rect& rect, int& chosen, const Segments& segments);
[[nodiscard]] float segmented_width(Frame& frame, const Segments& segments);
bool tabs(Frame& frame, const Rect& rect, int& chosen, const Segments& tabs);

} // namespace ui
