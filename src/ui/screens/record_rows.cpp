#include "ui/screens/record_rows.h"

#include "ui/layout.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <algorithm>
#include <vector>

namespace ui {

namespace {

constexpr float edge = 16;

float row_height(Frame& frame, const RecordRow& row) {
    const float least = frame.theme().is_touch() ? 56 : 48;
    return row.detail.empty() ? least : least + 16;
}

void draw_words(Frame& frame, const Rect& line, const RecordRow& row) {
    Rect words = line;
    if (!row.aside.empty()) {
        const float width = frame.paint().width(row.aside, font(Type::small));
        label(frame, take_right(words, std::min(width, line.width / 2), 12),
              {.text = row.aside, .color = Color::muted, .align = HorizontalAlign::end});
    }
    const float top = row.detail.empty() ? words.center_y() - 10 : words.center_y() - 20;
    label(frame, {words.x, top, words.width, 20},
          {.text = row.title,
           .weight = Weight::medium,
           .color = row.is_archived ? Color::muted : Color::text,
           .overflow = Overflow::ellipsis});
    if (!row.detail.empty())
        label(frame, {words.x, top + 20, words.width, 20},
              {.text = row.detail, .color = Color::muted, .overflow = Overflow::ellipsis});
}

// The whole row opens its dialog.
bool open_row(Frame& frame, const Rect& rect, const RecordRow& row, Corners corners) {
    std::string name = row.title;
    for (const std::string& part : {row.detail, row.aside})
        if (!part.empty()) name += ", " + part;
    const Press press = frame.press({.id = frame.id("open"),
                                     .role = Role::button,
                                     .name = name,
                                     .rect = rect,
                                     .name_is_drawn = false,
                                     .has_popup = Popup::dialog,
                                     .focus = Focus::tab_stop});
    if (press.hovered) frame.paint().fill(rect.inset(1, 0), frame.color(Color::hover), corners);
    Rect line = rect.inset(edge, 0);
    const Rect chevron = take_right(line, 16, 8);
    frame.paint().icon(Icon::chevron_right, {chevron.center_x(), chevron.center_y()}, 16,
                       frame.color(Color::faint));
    draw_words(frame, line, row);
    if (press.ring) focus_ring(frame, rect.inset(2), radius::control);
    return press.clicked;
}

bool restore_row(Frame& frame, const Rect& rect, const RecordRow& row) {
    Rect line = rect.inset(edge, 0);
    const bool pressed = button_from_right(
        frame, line, {.label = "Restore", .kind = ButtonKind::quiet, .size = ButtonSize::small});
    draw_words(frame, line, row);
    return pressed;
}

} // namespace

RecordRowsAnswer record_rows(Frame& frame, const Rect& slot, const RecordRows& list) {
    RecordRowsAnswer answer;
    const float button_high = button_height(frame);
    Rect head{slot.x, slot.y, slot.width, button_high};
    answer.adds = button_from_right(frame, head, {.label = list.add, .icon = Icon::plus});
    heading(frame, head, list.title, 2);
    float y = slot.y + button_high + 4;
    y += paragraph(frame, {slot.x, y, slot.width, 0}, {.text = list.lead, .color = Color::muted});
    y += 16;
    std::vector<const RecordRow*> used;
    std::vector<const RecordRow*> archived;
    for (const RecordRow& row : list.rows)
        (row.is_archived ? archived : used).push_back(&row);
    const float top = y;
    for (const RecordRow* const row : used) {
        const Scope scope(frame, base::to_text(row->id));
        const float height = row_height(frame, *row);
        const float first = row == used.front() ? radius::card - 1 : 0;
        const float last = row == used.back() ? radius::card - 1 : 0;
        if (row != used.front()) divider(frame, slot.x, slot.right(), y);
        if (open_row(frame, {slot.x, y, slot.width, height}, *row, {first, first, last, last}))
            answer.opened = row->id;
        y += height;
    }
    if (used.empty()) {
        label(frame, {slot.x + edge, y, slot.width - 2 * edge, 48},
              {.text = list.none, .color = Color::muted});
        y += 48;
    }
    card_outline(frame, {slot.x, top, slot.width, y - top});
    if (!archived.empty()) {
        y += 24;
        heading(frame, {slot.x, y, slot.width, 20}, "Archived", 3);
        y += 24;
        for (const RecordRow* const row : archived) {
            const Scope scope(frame, base::to_text(row->id));
            const float height = row_height(frame, *row);
            if (restore_row(frame, {slot.x - edge, y, slot.width + 2 * edge, height}, *row))
                answer.restored = row->id;
            y += height;
        }
    }
    answer.height = y - slot.y;
    return answer;
}

} // namespace ui
