// What the cards of the gallery share: their head, the ground of an open list, a quiet note.
#pragma once

#include "ui/widgets/label.h"

#include <string_view>

namespace ui {

// The words at the top left of each card.
inline void gallery_title(Frame& frame, const Rect& card, std::string_view words) {
    heading(frame, {card.x + 25, card.y + 21, card.width - 50, 24}, words, 2);
}

// The ground of an open list, as Popover draws it.
inline void gallery_panel(Frame& frame, const Rect& rect) {
    frame.paint().box(rect, {.fill = frame.color(Color::raised),
                             .border = frame.color(Color::border_strong),
                             .border_width = 1,
                             .radius = 10,
                             .shadow = Shadow::medium});
}

inline void gallery_note(Frame& frame, const Rect& rect, std::string_view words) {
    label(frame, rect, {.text = words, .color = Color::muted});
}

} // namespace ui
