#include "ui/widgets/field_frame.h"

#include "ui/widgets/label.h"

namespace ui {

namespace {

constexpr float help_gap = 6;
constexpr float error_icon = 14;
constexpr float error_indent = 20;

float corner(const Frame& frame, FieldSize size) {
    return size == FieldSize::cell ? radius::control - 1 : frame.theme().measure().radius_control;
}

void draw_box(Frame& frame, const Rect& box, const FieldFrame& field, const FieldState& state) {
    Painter& paint = frame.paint();
    const float round = corner(frame, field.size);
    if (field.is_locked) {
        paint.box(box, {.fill = frame.color(Color::disabled_bg),
                        .border = frame.color(Color::border),
                        .border_width = 1,
                        .radius = round});
        return;
    }
    const bool wrong = !field.error.empty();
    if (state.focused && !frame.theme().is_high_contrast())
        paint.fill(box.outset(5), frame.color(wrong ? Color::danger_tint : Color::accent_tint),
                   round + 5);
    if (state.focused || wrong) {
        // Two pixels: one where the border was, one outside, so that nothing inside moves.
        paint.box(box.outset(1), {.fill = frame.color(Color::surface),
                                  .border = frame.color(wrong ? Color::danger : Color::focus),
                                  .border_width = 2,
                                  .radius = round + 1});
        return;
    }
    paint.box(box, {.fill = frame.color(Color::surface),
                    .border = frame.color(state.hovered ? Color::text : Color::border_field),
                    .border_width = 1,
                    .radius = round});
}

} // namespace

float field_box_height(const Frame& frame, FieldSize size) {
    const Measures& measure = frame.theme().measure();
    switch (size) {
    case FieldSize::normal: return measure.field;
    case FieldSize::compact: return measure.field_compact;
    case FieldSize::cell: return measure.field_cell;
    case FieldSize::amount:
    case FieldSize::tall: return 56;
    }
    return measure.field;
}

Font field_font(const Frame& frame, FieldSize size, Weight weight) {
    if (size == FieldSize::amount) return font(Type::display, Weight::semibold);
    if (frame.theme().is_touch()) return font(Type::touch_field, weight);
    const bool is_large = size == FieldSize::normal || size == FieldSize::tall;
    return font(is_large ? Type::body : Type::small, weight);
}

FieldPlaces field_places(Frame& frame, const Rect& slot, const FieldFrame& field) {
    const float line = type_measure(Type::small).line;
    FieldPlaces places;
    float y = slot.y;
    if (!field.is_label_hidden) {
        places.label = {slot.x, y, slot.width, line};
        y += line + space::label_gap;
    }
    const float height =
        field.box_height > 0 ? field.box_height : field_box_height(frame, field.size);
    places.box = {slot.x, y, slot.width, height};
    y += height;
    const bool wrong = !field.error.empty() && !field.is_error_apart;
    if (wrong || !field.help.empty()) {
        y += help_gap;
        const float width = slot.width - (wrong ? error_indent : 0);
        const float words = frame.paint().paragraph_height(wrong ? field.error : field.help,
                                                           font(Type::small), width);
        places.help = {slot.x, y, slot.width, words};
        y += words;
    }
    places.height = y - slot.y;
    return places;
}

void draw_field(Frame& frame, const FieldPlaces& places, const FieldFrame& field,
                const FieldState& state) {
    Painter& paint = frame.paint();
    if (!field.is_label_hidden) {
        // Said by the field's own node; here it is only drawn.
        const Font strong = font(Type::small, Weight::medium);
        const float x = places.label.x + 8 +
                        paint.text({places.label.x, places.label.y}, field.label, strong,
                                   frame.color(Color::text));
        if (!field.aside.empty())
            paint.text({x, places.label.y}, field.aside, font(Type::small),
                       frame.color(Color::muted));
    }
    draw_box(frame, places.box, field, state);
    if (!field.error.empty() && !field.is_error_apart) {
        paint.icon(Icon::circle_alert,
                   {places.help.x + error_icon / 2, places.help.y + font(Type::small).line / 2},
                   error_icon, frame.color(Color::danger_text));
        Rect words = places.help;
        take_left(words, error_indent);
        paragraph(frame, words, {.text = field.error, .color = Color::danger_text});
    } else if (!field.help.empty()) {
        paragraph(frame, places.help,
                  {.text = field.help, .color = Color::muted, .align = field.help_align});
    }
}

} // namespace ui
