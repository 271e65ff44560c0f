#include "ui/screens/gate_sheet.h"

#include "ui/widgets/label.h"

#include <algorithm>

namespace ui {

namespace {

constexpr float room = 40; // Above and below the column.

} // namespace

GateSheet::GateSheet(Frame& frame, const Spec& spec)
    : frame_(frame), id_(frame.id(spec.key)), foot_height_(spec.foot) {
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    sheet_ = is_narrow ? spec.window : spec.window.inset(frame_size::sheet_inset);
    if (is_narrow) frame.paint().fill(frame.window(), frame.color(Color::surface));
    frame.paint().box(sheet_, {.fill = frame.color(Color::surface),
                               .border = frame.color(Color::border),
                               .border_width = is_narrow ? 0.0F : 1.0F,
                               .radius = is_narrow ? 0.0F : radius::sheet});
    width_ = std::min(spec.width, sheet_.width - 2 * frame.gutter());
    frame.push_scope(id_);
    Rect view = sheet_;
    take_bottom(view, spec.foot);
    area_.emplace(frame, "page", view.inset(1), std::string_view());
    const Rect content = area_->content();
    const float known = frame.memory().scrolls[id_].content; // Of the last frame.
    const float free = view.height - known;
    top_ = spec.place == Place::top ? room : std::max(room, free / 2);
    column_.emplace(Rect{content.center_x() - width_ / 2, content.y + top_, width_, view.height},
                    space::field_gap);
}

void GateSheet::end() {
    if (!area_) return;
    const float used = column_->used();
    area_->set_content_height(top_ + used + room);
    area_.reset();
    Memory::Scroll& remembered = frame_.memory().scrolls[id_];
    if (remembered.content != used) frame_.want_at(frame_.now_ms());
    remembered.content = used;
}

Rect GateSheet::foot() {
    end();
    const float top = sheet_.bottom() - foot_height_;
    divider(frame_, sheet_.x, sheet_.right(), top);
    return {sheet_.center_x() - width_ / 2, top, width_, foot_height_};
}

GateSheet::~GateSheet() {
    end();
    frame_.pop_scope();
}

void GateSheet::title(std::string_view words, std::string_view lead) {
    column_->skip(paragraph(frame_, column_->slot(),
                            {.text = words,
                             .type = Type::title,
                             .weight = Weight::semibold,
                             .align = HorizontalAlign::middle,
                             .role = Role::heading,
                             .level = 1}) +
                  4);
    column_->skip(paragraph(frame_, column_->slot(),
                            {.text = lead,
                             .type = Type::body,
                             .color = Color::muted,
                             .align = HorizontalAlign::middle}) +
                  24);
}

bool GateSheet::action(const Button& spec) {
    const float height = button_height(frame_, spec.size);
    const Rect row = column_->next(height);
    const float width = std::min(row.width, button_width(frame_, spec));
    return button(frame_, centered(row, width, height), spec);
}

} // namespace ui
