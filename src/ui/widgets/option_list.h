// The open list below a select or a search: options, the lit one, keyboard.
//
// Internal to the kit.
#pragma once

#include "ui/frame.h"
#include "ui/widgets/select.h"

#include <span>

namespace ui {

struct OptionList {
    NodeId id = 0;
    Rect anchor;
    std::span<const Option> options;
    int chosen = -1;         // Marked with a tick; -1 for none.
    float row = 32;          // Height of an option.
    std::string_view match;  // Set semibold where an option's label begins with it.
    std::string_view create; // Not empty: a last row that makes a new one, with these words.
    bool has_avatars = false;
};

// The row the arrows have reached; options.size() is the row of `create`.
struct OptionChoice {
    int taken = -1; // Chosen in this frame.
    bool is_create = false;
    NodeId lit_node = 0; // For active_descendant.
};

// Draws the list if it is open. Arrow keys and Enter are taken whoever has the focus.
OptionChoice option_list(Frame& frame, const OptionList& list);

// The rows alone in `rect`, with `lit` the highlighted one; the gallery shows them so.
OptionChoice option_rows(Frame& frame, const Rect& rect, const OptionList& list, int& lit);
[[nodiscard]] float option_height(const Frame& frame);

} // namespace ui
