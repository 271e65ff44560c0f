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
    finalize,
    save_pdf,
    duplicate,
    remove,      // The draft, with Undo.
    void_number, // A reverted invoice.
};

// Takes the head off `sheet`. `part` is null while form and preview stand side by side. On a narrow
// window Finalize is not here: it stands at the foot.
EditorIntent editor_header(Frame& frame, Rect& sheet, const EditorModel& model, EditorPart* part);

// "Finalize €492.58".
[[nodiscard]] std::string finalize_words(const EditorModel& model);

} // namespace ui
