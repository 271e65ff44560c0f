#include "ui/screens/editor_merge.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace ui {

namespace {

const domain::DraftLine* find_line(const domain::Draft& draft, const domain::LineId& id) {
    const auto found = std::ranges::find(draft.lines, id, &domain::DraftLine::id);
    return found == draft.lines.end() ? nullptr : &*found;
}

bool is_same(const domain::DraftLine* a, const domain::DraftLine* b) {
    if (a == nullptr || b == nullptr) return a == b;
    return *a == *b;
}

domain::Draft without_lines(domain::Draft draft) {
    draft.lines.clear();
    return draft;
}

} // namespace

domain::Draft merge_elsewhere(const domain::Draft& base, const domain::Draft& theirs,
                              const domain::Draft& mine) {
    const domain::Draft header = without_lines(mine);
    domain::Draft merged = header == without_lines(base) ? without_lines(theirs) : header;
    const auto take = [&](const domain::LineId& id) {
        if (find_line(merged, id) != nullptr) return;
        const domain::DraftLine* const own = find_line(mine, id);
        const bool is_mine = !is_same(own, find_line(base, id));
        const domain::DraftLine* const kept = is_mine ? own : find_line(theirs, id);
        if (kept != nullptr) merged.lines.push_back(*kept);
    };
    for (const domain::DraftLine& line : mine.lines)
        take(line.id);
    for (const domain::DraftLine& line : theirs.lines)
        take(line.id);
    merged.lines = domain::ordered_lines(std::move(merged.lines));
    return merged;
}

} // namespace ui
