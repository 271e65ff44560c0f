// How far a due date is away, in words: "2 days late", "due today", "in 13 days".
#pragma once

#include "base/date.h"

#include <string>

namespace ui {

struct DueText {
    std::string words;
    bool is_late = false; // The due day itself is not late.
};

[[nodiscard]] DueText due_text(base::Date due, base::Date today);

} // namespace ui
