// The head of the editor: whose draft it is, whether it is saved, and what can be done with it.
#pragma once

#include "ui/frame.h"
#include "ui/screens/editor_model.h"

#include <cstdint>
#include <string>

namespace ui {

// Where there is no room for both at once.
enum class EditorPart : std::uint8_t { edit, preview };

enum class EditorIntent : std::uint8_t {
    none,
    back,
    keep, // The new draft, to go on with its lines.
    finalize,
    save_pdf,
    duplicate,
    remove,      // The draft, with Undo.
    void_number, // A reverted invoice.
};

// What the one primary button does: "Continue" while the draft is new and untouched, with nothing
// to print, copy or delete, then "Finalize €492.58".
struct EditorStep {
    std::string label;
    EditorIntent intent;
};
[[nodiscard]] EditorStep next_step(const EditorModel& model);

// Takes the head off `sheet`. `part` is null while form and preview stand side by side. On a narrow
// window the next step is not here: it stands at the foot.
EditorIntent editor_header(Frame& frame, Rect& sheet, const EditorModel& model, EditorPart* part);

} // namespace ui
