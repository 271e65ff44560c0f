#include "ui/screens/due_text.h"

#include "ui/screens/local.h"

namespace ui {

DueText due_text(base::Date due, base::Date today) {
    const std::int64_t days = base::days_between(today, due);
    if (days < 0) return {counted(static_cast<std::size_t>(-days), "day late", "days late"), true};
    if (days == 0) return {"due today", false};
    return {"in " + counted(static_cast<std::size_t>(days), "day", "days"), false};
}

} // namespace ui
