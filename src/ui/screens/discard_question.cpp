#include "ui/screens/discard_question.h"

#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"

namespace ui {

DiscardAnswer ask_discard(Frame& frame, std::string_view lead) {
    Dialog dialog(frame, {.title = "Discard the changes?", .lead = lead, .width = 440});
    Rect foot = dialog.foot();
    DiscardAnswer answer = DiscardAnswer::none;
    if (button_from_right(frame, foot,
                          {.label = "Discard changes", .kind = ButtonKind::destructive}))
        answer = DiscardAnswer::discard;
    if (button_from_right(frame, foot, {.label = "Keep editing"}))
        answer = DiscardAnswer::keep_editing;
    return dialog.is_dismissed() ? DiscardAnswer::keep_editing : answer;
}

} // namespace ui
