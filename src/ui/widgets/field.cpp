#include "ui/widgets/field.h"

#include "ui/widgets/label.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr float inner_gap = 8;

struct Inside {
    Rect text;
    Point icon;
    Point icon_after;
    Point prefix;
    Point suffix;
};

// Where things stand within the box.
Inside inside(Frame& frame, const Rect& box, const TextField& field, const Font& face) {
    Painter& paint = frame.paint();
    Inside in;
    float left = box.x + field_padding;
    float right = box.right() - field_padding;
    const float line_y = box.y + (box.height - face.line) / 2;
    if (field.icon != Icon::none) {
        in.icon = {left + 8 - 1, box.center_y()};
        left += 16 + inner_gap - 1;
    }
    if (!field.prefix.empty()) {
        in.prefix = {left, line_y};
        left += paint.width(field.prefix, face) + inner_gap;
    }
    if (field.icon_after != Icon::none || !field.locked_because.empty()) {
        in.icon_after = {right - 8, box.center_y()};
        right -= 16 + inner_gap;
    }
    if (!field.suffix.empty()) {
        const float width = paint.width(field.suffix, face);
        in.suffix = {right - width, line_y};
        right -= width + inner_gap;
    }
    in.text = {left, line_y, std::max(0.0F, right - left), face.line};
    if (field.kind == FieldKind::multi_line) {
        const float top = std::round((field_box_height(frame, field.size) - face.line) / 2);
        in.text.y = box.y + top;
        in.text.height = box.height - 2 * top;
    }
    return in;
}

Node node_of(Frame& frame, const TextField& field, const std::string& text, const Font& face,
             const Rect& box, const Rect& text_box) {
    Node node;
    node.id = frame.id(field.key.empty() ? field.label : field.key);
    node.role = field.role;
    node.name = std::string(field.label);
    node.value = text;
    node.description = std::string(field.error.empty() ? field.help : field.error);
    node.rect = box;
    node.name_is_drawn = false;
    node.required = field.is_required;
    node.invalid = !field.error.empty();
    node.focus = Focus::tab_stop;
    node.has_popup = field.popup;
    node.expanded = field.expanded;
    node.controls = field.controls;
    node.active_descendant = field.active_descendant;
    node.keys.up_down = field.popup != Popup::none;
    node.style = text_style(face, frame.color(Color::text), field.align);
    node.field = FieldSpec{
        .kind = field.kind,
        .keyboard = field.keyboard,
        .enter_key = field.kind == FieldKind::multi_line ? EnterKey::enter : field.enter_key,
        .capitals = field.capitals,
        .autocomplete = std::string(field.autocomplete),
        .placeholder = std::string(field.placeholder),
        .length_max = field.length_max,
        .spell_check = field.spell_check,
        .read_only = !field.locked_because.empty(),
        .text_box = text_box,
        .style = node.style,
        .density = frame.paint().scale(),
    };
    return node;
}

void draw_text(Frame& frame, const Inside& in, const TextField& field, const std::string& text,
               const Font& face) {
    Painter& paint = frame.paint();
    const bool is_placeholder = text.empty();
    const std::string_view shown = is_placeholder ? field.placeholder : std::string_view(text);
    const Color color = is_placeholder                  ? Color::faint
                        : !field.locked_because.empty() ? Color::muted
                                                        : Color::text;
    const TextStyling style{.font = face, .color = frame.color(color), .align = field.align};
    paint.push_clip({in.text.x - 1, in.text.y, in.text.width + 2, in.text.height});
    if (field.kind == FieldKind::multi_line) {
        paint.paragraph(in.text, shown, style);
    } else if (field.kind == FieldKind::password && !is_placeholder) {
        std::string dots;
        for (std::size_t at = 0; at < text.size();) {
            (void)next_code_point(text, at);
            dots += "\u2022";
        }
        paint.text_in(in.text, dots, style);
    } else {
        paint.text_in(in.text, shown, style);
    }
    paint.pop_clip();
}

} // namespace

FieldResult text_field(Frame& frame, const Rect& slot, std::string& text, const TextField& field) {
    FieldFrame shape{.label = field.label,
                     .aside = field.aside,
                     .help = field.locked_because.empty() ? field.help : field.locked_because,
                     .error = field.error,
                     .size = field.size,
                     .help_align = field.help_align,
                     .is_label_hidden = field.is_label_hidden,
                     .is_locked = !field.locked_because.empty(),
                     .is_error_apart = field.is_error_apart};
    if (field.kind == FieldKind::multi_line)
        shape.box_height = field_box_height(frame, field.size) +
                           static_cast<float>(field.rows - 1) * field_font(frame, field.size).line;
    const FieldPlaces places = field_places(frame, slot, shape);
    // The box lies under the text, so it is drawn first, from what is known before the press.
    const NodeId id = frame.id(field.key.empty() ? field.label : field.key);
    draw_field(frame, places, shape,
               {.hovered = frame.is_hovered(id), .focused = frame.is_focused(id)});
    FieldResult result = bare_field(frame, places.box, text, field);
    result.height = places.height;
    return result;
}

FieldResult bare_field(Frame& frame, const Rect& rect, std::string& text, const TextField& field) {
    const Font face = field_font(frame, field.size, field.weight);
    const Inside in = inside(frame, rect, field, face);
    FieldResult result{.box = rect, .height = rect.height};
    if (const FieldEdit* edit =
            frame.input().edit(frame.id(field.key.empty() ? field.label : field.key))) {
        text = edit->value;
        result.changed = true;
        result.composing = edit->is_composing;
    }
    const Press press = frame.press(node_of(frame, field, text, face, rect, in.text));
    result.id = press.id;
    result.focused = press.focused;
    result.entered = frame.input().has_entered(press.id);
    result.left = frame.input().has_left(press.id);
    result.submitted = field.kind != FieldKind::multi_line && field.popup == Popup::none &&
                       frame.input().take(Key::enter, {}, press.id);

    Painter& paint = frame.paint();
    const Rgba quiet = frame.color(Color::muted);
    const Font plain = field_font(frame, field.size);
    paint.icon(field.icon, in.icon, field.size == FieldSize::amount ? 22 : 16, quiet);
    paint.text(in.prefix, field.prefix, plain, quiet);
    paint.text(in.suffix, field.suffix, plain, quiet);
    paint.icon(field.locked_because.empty() ? field.icon_after : Icon::lock, in.icon_after, 16,
               quiet);
    // What to type is said until something is typed.
    if (text.empty() || !frame.mirror().shows_own_text(press.id))
        draw_text(frame, in, field, text, face);
    return result;
}

FieldResult search_field(Frame& frame, const Rect& slot, std::string& text,
                         std::string_view placeholder, std::string_view key) {
    return text_field(frame, slot, text,
                      {.label = placeholder,
                       .placeholder = placeholder,
                       .key = key,
                       .size = FieldSize::compact,
                       .is_label_hidden = true,
                       .icon = Icon::search,
                       .keyboard = Keyboard::search,
                       .enter_key = EnterKey::search,
                       .role = Role::search_field});
}

namespace {

TextField figure(const AmountField& field) {
    return {.label = field.label,
            .aside = field.aside,
            .help = field.echo.empty() ? field.help : field.echo,
            .error = field.error,
            .key = field.key,
            .size = field.size,
            .is_label_hidden = field.is_label_hidden,
            .is_error_apart = field.is_error_apart,
            .align = HorizontalAlign::end,
            .help_align = field.echo.empty() ? HorizontalAlign::start : HorizontalAlign::end,
            .weight = Weight::medium,
            .keyboard = Keyboard::decimal,
            .is_required = field.is_required};
}

} // namespace

FieldResult money_field(Frame& frame, const Rect& slot, std::string& text,
                        const AmountField& field) {
    TextField plain = figure(field);
    plain.prefix = field.symbol;
    return text_field(frame, slot, text, plain);
}

FieldResult quantity_field(Frame& frame, const Rect& slot, std::string& text,
                           const AmountField& field) {
    return text_field(frame, slot, text, figure(field));
}

FieldResult percent_field(Frame& frame, const Rect& slot, std::string& text,
                          const AmountField& field) {
    TextField plain = figure(field);
    plain.suffix = "%";
    return text_field(frame, slot, text, plain);
}

} // namespace ui
