// Asked where leaving a form would lose what was typed: Escape, the cross, a press beside it.
#pragma once

#include "ui/frame.h"

#include <string_view>

namespace ui {

enum class DiscardAnswer : std::uint8_t { none, keep_editing, discard };

// Above the form, drawn after it. `lead` names what would be lost.
DiscardAnswer ask_discard(Frame& frame, std::string_view lead);

} // namespace ui
