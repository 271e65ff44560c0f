#include "ui/screens/record_dialog.h"

#include "ui/widgets/button.h"

namespace ui {

RecordAnswer record_dialog(Frame& frame, const RecordDialog& spec, FieldErrors& errors,
                           const std::function<void(FormGrid&)>& fields) {
    Dialog dialog(frame, {.title = spec.title, .key = spec.key});
    FormGrid grid(frame, dialog.body(), errors);
    fields(grid);
    dialog.set_body_height(grid.finish());
    RecordAnswer answer = grid.was_submitted() ? RecordAnswer::save : RecordAnswer::none;
    Rect foot = dialog.foot();
    if (button_from_right(frame, foot, {.label = spec.save, .kind = ButtonKind::primary}))
        answer = RecordAnswer::save;
    if (button_from_right(frame, foot, {.label = spec.is_new ? "Not now" : "Keep as it was"}))
        answer = RecordAnswer::keep;
    if (spec.can_archive &&
        button_from_left(frame, foot, {.label = "Archive", .kind = ButtonKind::quiet}))
        answer = RecordAnswer::archive;
    return dialog.is_dismissed() ? RecordAnswer::keep : answer;
}

} // namespace ui
