#include "ui/widgets/button.h"

#include "ui/widgets/label.h"
#include "ui/widgets/tooltip.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ui {

namespace {

constexpr float gap = 8;

struct Colors {
    Rgba fill = 0;
    Rgba border = 0;
    Rgba text = 0;
    Rgba icon = 0;
    Shadow shadow = Shadow::none;
};

// Between two colours of the same button, channel by channel.
Rgba mixed(Rgba from, Rgba to, float share) {
    if (share <= 0) return from;
    if (share >= 1) return to;
    Rgba result = 0;
    for (unsigned shift = 0; shift < 32; shift += 8) {
        const auto a = static_cast<float>(from >> shift & 0xFFU);
        const auto b = static_cast<float>(to >> shift & 0xFFU);
        result |= static_cast<Rgba>(std::lround(a + (b - a) * share)) << shift;
    }
    return result;
}

Colors disabled_colors(Frame& frame, ButtonKind kind) {
    if (kind == ButtonKind::inverse) {
        const Rgba quiet = frame.color(Color::inverse_muted);
        return {.text = quiet, .icon = quiet};
    }
    const Rgba text = frame.color(Color::disabled_text);
    if (kind == ButtonKind::quiet) return {.text = text, .icon = text};
    return {.fill = frame.color(Color::disabled_bg), .text = text, .icon = text};
}

Colors live_colors(Frame& frame, ButtonKind kind, const Press& press) {
    const float hover = frame.fade(press.id, press.hovered, motion::hover_ms);
    const auto state = [&](Color rest, Color hovered, Color held) {
        if (press.held) return frame.color(held);
        return mixed(frame.color(rest), frame.color(hovered), hover);
    };
    switch (kind) {
    case ButtonKind::primary: {
        const Rgba text = frame.color(Color::on_accent);
        return {.fill = state(Color::accent, Color::accent_hover, Color::accent_pressed),
                .text = text,
                .icon = text};
    }
    case ButtonKind::destructive: {
        const Rgba text = frame.color(Color::on_danger);
        return {.fill = state(Color::danger, Color::danger_hover, Color::danger_pressed),
                .text = text,
                .icon = text};
    }
    case ButtonKind::secondary:
        return {.fill = state(Color::surface, Color::hover, Color::neutral_tint),
                .border = frame.color(Color::border_strong),
                .text = frame.color(Color::text),
                .icon = frame.color(Color::muted),
                .shadow = Shadow::small};
    case ButtonKind::quiet: {
        const Rgba text = state(Color::muted, Color::text, Color::text);
        // From see-through to the tint, so that it fades on any ground.
        const Rgba tint = frame.color(press.held ? Color::neutral_tint : Color::hover);
        return {.fill = faded(tint, press.held ? 1 : hover), .text = text, .icon = text};
    }
    case ButtonKind::inverse: {
        const Rgba text = frame.color(Color::on_inverse);
        return {.fill = faded(text, press.held ? 0.25F : 0.08F + 0.1F * hover),
                .text = text,
                .icon = text};
    }
    }
    return {};
}

Font label_font(ButtonSize size) {
    return font(size == ButtonSize::large ? Type::body : Type::small, Weight::medium);
}

float padding(ButtonSize size) { return size == ButtonSize::large ? 21 : 15; }

float icon_size(const Frame& frame, ButtonSize size) {
    return frame.theme().is_touch() && size != ButtonSize::small ? 20 : 16;
}

float cap_width(Frame& frame, std::string_view shortcut) {
    return std::max(20.0F, frame.paint().width(shortcut, font(Type::small, Weight::medium)) + 12);
}

// Width of everything between the paddings.
float content_width(Frame& frame, const Button& button) {
    float width = frame.paint().width(button.label, label_font(button.size));
    const float icon = icon_size(frame, button.size);
    if (button.icon != Icon::none || button.busy == Busy::yes) width += icon + gap;
    if (button.icon_after != Icon::none) width += icon + gap;
    if (!button.shortcut.empty()) width += gap + cap_width(frame, button.shortcut) - 5;
    return width;
}

void draw_content(Frame& frame, const Rect& rect, const Button& button, const Colors& colors) {
    const Font face = label_font(button.size);
    const float icon = icon_size(frame, button.size);
    Painter& paint = frame.paint();
    float x = paint.snapped(rect.center_x() - content_width(frame, button) / 2);
    const float middle = rect.center_y();
    if (button.busy == Busy::yes) {
        spinner(frame, {x + icon / 2, middle}, icon / 2 - 2, colors.icon);
        x += icon + gap;
    } else if (button.icon != Icon::none) {
        paint.icon(button.icon, {x + icon / 2, middle}, icon, colors.icon);
        x += icon + gap;
    }
    x += paint.text({x, middle - face.line / 2}, button.label, face, colors.text);
    if (button.icon_after != Icon::none) {
        paint.icon(button.icon_after, {x + gap + icon / 2, middle}, icon, colors.icon);
        x += gap + icon;
    }
    if (!button.shortcut.empty())
        key_cap(frame, x + gap + cap_width(frame, button.shortcut), middle, button.shortcut);
}

Node node_of(Frame& frame, const Rect& rect, const Button& button) {
    Node node;
    node.id = frame.id(button.key.empty() ? button.label : button.key);
    node.role = Role::button;
    node.name = std::string(button.label);
    node.description = std::string(button.disabled_because);
    node.rect = rect;
    node.disabled = !button.disabled_because.empty();
    node.busy = button.busy == Busy::yes;
    node.focus = Focus::tab_stop;
    node.has_popup = button.popup;
    node.expanded = button.expanded;
    node.hotkeys = std::string(button.hotkeys);
    node.style =
        text_style(label_font(button.size), frame.color(Color::text), HorizontalAlign::middle);
    return node;
}

Colors draw_box(Frame& frame, const Rect& rect, const Button& button, const Press& press) {
    const Colors colors = button.disabled_because.empty() ? live_colors(frame, button.kind, press)
                                                          : disabled_colors(frame, button.kind);
    const float corner = frame.measure().radius_control;
    frame.paint().box(rect, {.fill = colors.fill,
                             .border = colors.border,
                             .border_width = colors.border == 0 ? 0.0F : 1.0F,
                             .radius = corner,
                             .shadow = colors.shadow});
    if (press.ring) focus_ring(frame, rect, corner);
    return colors;
}

} // namespace

float button_height(const Frame& frame, ButtonSize size) {
    const Measures& measure = frame.theme().measure();
    switch (size) {
    case ButtonSize::normal: return measure.button;
    case ButtonSize::small: return measure.button_small;
    case ButtonSize::large: return measure.button_large;
    }
    return measure.button;
}

float button_width(Frame& frame, const Button& button) {
    return std::ceil(content_width(frame, button) + 2 * padding(button.size));
}

bool button(Frame& frame, const Rect& rect, const Button& button) {
    const Press press = frame.press(node_of(frame, rect, button));
    draw_content(frame, rect, button, draw_box(frame, rect, button, press));
    tooltip(frame, press, rect, button.disabled_because);
    return press.clicked && button.busy == Busy::no;
}

bool button_from_right(Frame& frame, Rect& bar, const Button& spec) {
    const Rect end = take_right(bar, button_width(frame, spec), 12);
    return button(frame, centered(end, end.width, button_height(frame, spec.size)), spec);
}

bool button_from_left(Frame& frame, Rect& bar, const Button& spec) {
    const Rect end = take_left(bar, button_width(frame, spec), 12);
    return button(frame, centered(end, end.width, button_height(frame, spec.size)), spec);
}

bool icon_button(Frame& frame, const Rect& rect, const Button& button) {
    Node node = node_of(frame, rect, button);
    node.name_is_drawn = false;
    const Press press = frame.press(std::move(node));
    const Colors colors = draw_box(frame, rect, button, press);
    const Point middle{rect.center_x(), rect.center_y()};
    if (button.busy == Busy::yes)
        spinner(frame, middle, 6, colors.icon);
    else
        frame.paint().icon(button.icon, middle, icon_size(frame, button.size), colors.icon);
    const bool disabled = !button.disabled_because.empty();
    tooltip(frame, press, rect, disabled ? button.disabled_because : button.label, button.shortcut);
    return press.clicked && button.busy == Busy::no;
}

bool link(Frame& frame, const Rect& rect, const Link& link) {
    const Font face = font(link.type, Weight::medium);
    const float icon = link.icon_after == Icon::none ? 0 : 20;
    // A name that is longer than its place is cut, as a label's.
    const float width = std::min(frame.paint().width(link.label, face) + icon, rect.width);
    float x = rect.x;
    if (link.align == HorizontalAlign::end) x = rect.right() - width;
    if (link.align == HorizontalAlign::middle) x = rect.center_x() - width / 2;
    const Rect words{x, rect.center_y() - face.line / 2, width, face.line};
    // Under a finger the target grows around the words; they stay where they are.
    const float grow = frame.theme().is_touch() ? (space::target_min - face.line) / 2 : 2;
    Node node;
    node.id = frame.id(link.key.empty() ? link.label : link.key);
    node.role = link.href.empty() ? Role::button : Role::link;
    node.name = std::string(link.label);
    node.href = std::string(link.href);
    node.rect = {words.x, words.y - grow, words.width, words.height + 2 * grow};
    node.focus = Focus::tab_stop;
    node.style = text_style(face, frame.color(Color::accent_text), HorizontalAlign::start);
    const Press press = frame.press(std::move(node));
    const Rgba color = frame.color(Color::accent_text);
    frame.paint().text_in({words.x, words.y, words.width - icon + 1, words.height}, link.label,
                          {.font = face, .color = color, .overflow = Overflow::ellipsis});
    if (link.icon_after != Icon::none)
        frame.paint().icon(link.icon_after, {words.right() - 8, words.center_y()}, 16, color);
    if (press.hovered)
        frame.paint().horizontal_line(words.x, words.right() - icon, words.bottom() - 3, color);
    if (press.ring) focus_ring(frame, words, 4);
    return press.clicked;
}

void focus_ring(Frame& frame, const Rect& rect, float radius) {
    const float width = frame.theme().is_high_contrast() ? 3 : 2;
    frame.paint().ring(rect, 2, width, radius, frame.color(Color::focus));
}

void spinner(Frame& frame, Point center, float radius, Rgba color) {
    float start = 0.06F;
    if (frame.theme().motion == Motion::full) {
        start = static_cast<float>(std::fmod(frame.now_ms() / 1000, 1));
        frame.want_at(frame.now_ms() + 33);
    }
    frame.paint().arc(center, radius, 1.5F, start, 0.78F, color);
}

} // namespace ui
