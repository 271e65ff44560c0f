#include "ui/screens/form_grid.h"

#include "ui/widgets/choice.h"
#include "ui/widgets/label.h"

#include <algorithm>

namespace ui {

namespace {

constexpr float two_columns_from = 480;
constexpr float gap = space::field_gap;

} // namespace

FormGrid::FormGrid(Frame& frame, const Rect& area, FieldErrors& errors)
    : frame_(frame), area_(area), errors_(errors), y_(area.y),
      has_two_(area.width >= two_columns_from) {
    errors_.show(frame);
}

void FormGrid::group(std::string_view title, std::string_view lead) {
    end_row();
    if (has_group_) y_ += 16;
    has_group_ = true;
    heading(frame_, {area_.x, y_, area_.width, 24}, title, 2);
    y_ += 24;
    if (!lead.empty())
        y_ += paragraph(frame_, {area_.x, y_ + 2, area_.width, 0},
                        {.text = lead, .color = Color::muted}) +
              2;
    y_ += gap;
}

Rect FormGrid::place(Span span) {
    if (span == Span::whole || !has_two_) {
        end_row();
        return {area_.x, y_, area_.width, 0};
    }
    const float width = (area_.width - gap) / 2;
    return {row_height_ > 0 ? area_.x + width + gap : area_.x, y_, width, 0};
}

void FormGrid::placed(Span span, float height) {
    if (span == Span::whole || !has_two_) {
        y_ += height + gap;
    } else if (row_height_ == 0) {
        row_height_ = height;
    } else {
        row_height_ = std::max(row_height_, height);
        end_row();
    }
}

void FormGrid::end_row() {
    if (row_height_ > 0) y_ += row_height_ + gap;
    row_height_ = 0;
}

void FormGrid::text(std::string_view path, std::string& value, TextField field, Span span) {
    field.error = errors_.at(path);
    if (field.key.empty()) field.key = path;
    shows(path);
    const FieldResult result = text_field(frame_, place(span), value, field);
    if (result.changed) errors_.clear(path);
    submitted_ |= result.submitted && field.kind != FieldKind::multi_line;
    placed(span, result.height);
}

bool FormGrid::choice(std::string_view path, int& chosen, SelectBox select, Span span) {
    select.error = errors_.at(path);
    if (select.key.empty()) select.key = path;
    shows(path);
    const SelectBoxResult result = select_box(frame_, place(span), chosen, select);
    if (result.changed) errors_.clear(path);
    placed(span, result.height);
    return result.changed;
}

std::optional<base::Date> FormGrid::date(std::string_view path, std::string& words,
                                         DateField field) {
    field.error = errors_.at(path);
    if (field.key.empty()) field.key = path;
    shows(path);
    const DateResult result = date_field(frame_, place(Span::half), words, field);
    if (result.changed || result.picked) errors_.clear(path);
    placed(Span::half, result.height);
    return result.picked;
}

bool FormGrid::tick(bool& is_on, std::string_view label, std::string_view help) {
    const Rect slot = place(Span::whole);
    const float row = frame_.theme().is_touch() ? space::target_min : 28;
    const bool changed =
        checkbox(frame_, {slot.x, slot.y, slot.width, row}, is_on, {.label = label});
    float height = row;
    if (!help.empty())
        height += paragraph(frame_, {slot.x + 30, slot.y + row, slot.width - 30, 0},
                            {.text = help, .color = Color::muted});
    placed(Span::whole, height - 8);
    return changed;
}

Rect FormGrid::slot() { return place(Span::whole); }

void FormGrid::advance(float height) { placed(Span::whole, height); }

float FormGrid::finish() {
    end_row();
    for (const std::string_view sentence : errors_.besides({shown_.begin(), shown_.end()}))
        y_ += paragraph(frame_, {area_.x, y_, area_.width, 0},
                        {.text = sentence, .color = Color::danger_text, .role = Role::alert}) +
              gap;
    return std::max(0.0F, y_ - gap - area_.y);
}

} // namespace ui
