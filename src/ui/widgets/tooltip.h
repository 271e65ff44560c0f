// A short hint that appears when the pointer rests for 600 ms; never for touch.
//
// It adds nothing that cannot be learned otherwise: the same words are the node's name or
// description. Keyboard focus shows it at once.
#pragma once

#include "ui/frame.h"

#include <string_view>

namespace ui {

// Call after the widget with what its press answered; draws nothing until it is time.
void tooltip(Frame& frame, const Press& press, const Rect& anchor, std::string_view text,
             std::string_view shortcut = {});

// The dark box itself with its top left at `at`; the gallery shows it without waiting.
void tooltip_box(Frame& frame, Point at, std::string_view text, std::string_view shortcut);

} // namespace ui
