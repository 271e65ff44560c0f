#include "ui/screens/editor_line_adjustments.h"

#include "domain/limits.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"

namespace ui {

namespace {

constexpr float gap = 12;
constexpr float kind_width = 176;

float size_width(const Frame& frame) { return frame.breadth() == Breadth::narrow ? 112 : 96; }
float cross_side(Frame& frame) { return field_box_height(frame, FieldSize::compact); }

// " 2" behind the name of the second: each field has a name of its own.
std::string number_words(std::size_t at) {
    return at == 0 ? std::string() : " " + std::to_string(at + 1);
}

} // namespace

std::string EditorLineAdjustments::name(std::size_t at) {
    return "Discount or surcharge" + number_words(at);
}

float EditorLineAdjustments::width(Frame& frame, std::size_t index) const {
    const std::size_t count = model_.edited().draft.lines[index].adjustments.size();
    return kind_width + (count > 0 ? gap + size_width(frame) : 0) +
           (count > 1 ? gap + cross_side(frame) : 0);
}

bool EditorLineAdjustments::draw(Frame& frame, Rect row, std::size_t index, std::size_t at) {
    EditorLines& lines = model_.lines();
    const Scope scope(frame, "adjustment " + std::to_string(at));
    const bool is_there = at < lines.line(index).adjustments.size();
    const bool has_cross = lines.line(index).adjustments.size() > 1;
    Rect cross = has_cross ? take_right(row, cross_side(frame), gap) : Rect{};
    const Rect amount = is_there ? take_right(row, size_width(frame), gap) : Rect{};
    const std::string label = name(at);
    auto chosen = static_cast<int>(lines.adjustment(index, at));
    const SelectBoxResult box = select_box(frame, row, chosen,
                                           {.label = label,
                                            .options = adjustment_options(),
                                            .key = "kind",
                                            .size = FieldSize::compact});
    const bool is_done = is_there && draw_size(frame, amount, index, at);
    const std::string remove = "Remove " + label;
    const bool is_removed =
        has_cross && icon_button(frame, take_bottom(cross, cross.width),
                                 {.label = remove, .kind = ButtonKind::quiet, .icon = Icon::x});
    if (!box.changed && !is_removed) return is_done;
    const auto choice = is_removed ? AdjustmentChoice::none : static_cast<AdjustmentChoice>(chosen);
    lines.choose_adjustment(index, at, choice);
    if (choice != AdjustmentChoice::none) focus(at);
    frame.want_at(frame.now_ms());
    return false;
}

bool EditorLineAdjustments::draw_size(Frame& frame, const Rect& slot, std::size_t index,
                                      std::size_t at) {
    EditorLines& lines = model_.lines();
    Typed& typed = lines.words(index).adjustments[at];
    const std::string wrong = error(index, at);
    const bool in_percent = is_percent(lines.adjustment(index, at));
    const std::string label = (in_percent ? "Percent" : "Amount") + number_words(at);
    const AmountField spec{.label = label,
                           .error = wrong,
                           .key = "size",
                           .size = FieldSize::compact,
                           .is_error_apart = true};
    const FieldResult field = in_percent ? percent_field(frame, slot, typed.words, spec)
                                         : quantity_field(frame, slot, typed.words, spec);
    if (wanted_ == at) {
        wanted_.reset();
        frame.mirror().request_focus(field.id, Select::all);
    }
    if (field.changed && !field.composing) lines.read_adjustment(index, at);
    if (field.left) lines.judge_adjustment(index, at);
    if (!field.submitted) return false;
    const bool is_last = at + 1 == lines.line(index).adjustments.size();
    if (!is_last) focus(at + 1);
    return is_last;
}

void EditorLineAdjustments::draw_add(Frame& frame, Stack& stack, std::size_t index) {
    const std::size_t count = model_.lines().line(index).adjustments.size();
    if (count == 0 || count >= domain::line_adjustments_max) return;
    Rect row = stack.next(button_height(frame));
    if (!button_from_left(frame, row,
                          {.label = "Another discount or surcharge", .icon = Icon::plus}))
        return;
    model_.lines().choose_adjustment(index, count, AdjustmentChoice::discount_percent);
    focus(count);
    frame.want_at(frame.now_ms());
}

std::string EditorLineAdjustments::error(std::size_t index, std::size_t at) {
    const Typed& typed = model_.lines().words(index).adjustments[at];
    if (!typed.shown_error().empty()) return std::string(typed.shown_error());
    const std::string path =
        "lines[" + std::to_string(index) + "].adjustments[" + std::to_string(at) + "]";
    const std::string own = model_.error_at(path);
    return own.empty() ? model_.error_at(path + ".size") : own;
}

} // namespace ui
