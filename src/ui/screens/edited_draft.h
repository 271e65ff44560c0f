// The draft in the editor, and what all parts of the editor read it with.
//
// One of it lives in the EditorModel; lines, head and summary change it through their own types and
// count each change, so that saving and recomputing happen once for many.
#pragma once

#include "app/queries/settings.h"
#include "domain/invoice.h"
#include "ui/screens/local.h"

#include <cstdint>

namespace ui {

struct EditedDraft {
    domain::Draft draft; // Its lines are in their order.
    app::PracticeSettings settings;
    Local local;
    std::uint64_t edits = 0;

    void changed() { ++edits; }
    // The day that lines are supplied on unless they say otherwise.
    [[nodiscard]] base::Date issue_date() const { return draft.issue_date.value_or(local.today); }
};

} // namespace ui
