#include "ui/widgets/choice.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tooltip.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ui {

namespace {

constexpr float label_gap = 8;

float box_size(const Frame& frame) { return frame.theme().measure().checkbox; }

Node choice_node(Frame& frame, const Rect& rect, Role role, std::string_view label,
                 std::string_view key, bool is_on, std::string_view disabled_because) {
    Node node;
    node.id = frame.id(key.empty() ? label : key);
    node.role = role;
    node.name = std::string(label);
    node.rect = rect;
    node.checked = is_on ? Choice::on : Choice::off;
    node.disabled = !disabled_because.empty();
    node.description = std::string(disabled_because);
    node.focus = Focus::tab_stop;
    node.style = text_style(font(Type::small), frame.color(Color::text), HorizontalAlign::start);
    return node;
}

void choice_label(Frame& frame, const Rect& rect, float offset, std::string_view label,
                  Weight weight, Color color) {
    const Font face = font(frame.theme().is_touch() ? Type::body : Type::small, weight);
    frame.paint().text({rect.x + offset, rect.center_y() - face.line / 2}, label, face,
                       frame.color(color));
}

void draw_checkbox(Frame& frame, const Rect& box, bool is_on, bool is_mixed, bool is_disabled,
                   const Press& press) {
    Painter& paint = frame.paint();
    const Point middle{box.center_x(), box.center_y()};
    if (is_on || is_mixed) {
        const Color fill = is_disabled     ? Color::disabled_text
                           : press.hovered ? Color::accent_hover
                                           : Color::accent;
        paint.fill(box, frame.color(fill), radius::cell);
        const Rgba mark = frame.color(Color::on_accent);
        if (is_mixed)
            paint.fill({middle.x - 5, middle.y - 0.75F, 10, 1.5F}, mark);
        else
            paint.icon(Icon::check, middle, box.width - 4, mark);
    } else {
        const Color edge = press.hovered ? Color::text : Color::border_field;
        paint.box(box, {.fill = frame.color(is_disabled ? Color::disabled_bg : Color::surface),
                        .border = frame.color(is_disabled ? Color::border_strong : edge),
                        .border_width = 1,
                        .radius = radius::cell});
    }
    if (press.ring) focus_ring(frame, box, radius::cell);
}

// Arrow keys within a group of choices, of which one is chosen. True if it moved.
bool move_by_arrows(Frame& frame, NodeId focused, int& chosen, int count) {
    InputState& input = frame.input();
    int step = 0;
    if (input.take(Key::left, {}, focused) || input.take(Key::up, {}, focused)) step = -1;
    if (input.take(Key::right, {}, focused) || input.take(Key::down, {}, focused)) step = 1;
    int next = step == 0 ? chosen : (chosen + step + count) % count;
    if (input.take(Key::home, {}, focused)) next = 0;
    if (input.take(Key::end, {}, focused)) next = count - 1;
    if (next == chosen) return false;
    chosen = next;
    return true;
}

float item_width(Frame& frame, const Segment& item, float padding) {
    Painter& paint = frame.paint();
    float width = paint.width(item.label, font(Type::small, Weight::medium)) + 2 * padding;
    if (!item.count.empty()) width += 6 + paint.width(item.count, font(Type::small));
    if (item.icon != Icon::none) width += 16 + label_gap;
    return std::ceil(width);
}

void draw_item(Frame& frame, const Rect& rect, const Segment& item, float padding, Rgba text,
               Rgba count, bool is_centered) {
    Painter& paint = frame.paint();
    const Font face = font(Type::small, Weight::medium);
    const float content = item_width(frame, item, 0);
    float x = is_centered ? paint.snapped(rect.center_x() - content / 2) : rect.x + padding;
    if (item.icon != Icon::none) {
        paint.icon(item.icon, {x + 8, rect.center_y()}, 16, text);
        x += 16 + label_gap;
    }
    x += paint.text({x, rect.center_y() - face.line / 2}, item.label, face, text);
    if (!item.count.empty())
        paint.text({x + 6, rect.center_y() - face.line / 2}, item.count, font(Type::small), count);
}

std::string spoken(const Segment& item) {
    std::string name(item.label);
    if (!item.count.empty()) (name += ' ') += item.count;
    return name;
}

Node item_node(Frame& frame, const Rect& rect, Role role, const Segments& segments, int index,
               bool is_chosen) {
    const Segment& item = segments.items[static_cast<std::size_t>(index)];
    Node node;
    node.id = frame.id(item.label);
    node.role = role;
    node.name = spoken(item);
    node.rect = rect;
    node.focus = is_chosen ? Focus::tab_stop : Focus::reachable;
    if (role == Role::tab)
        node.selected = is_chosen ? Choice::on : Choice::off;
    else
        node.checked = is_chosen ? Choice::on : Choice::off;
    node.keys.left_right = true;
    node.keys.up_down = role == Role::radio;
    node.keys.home_end = true;
    node.disabled = !segments.disabled_because.empty();
    node.description = std::string(segments.disabled_because);
    node.table.set_size = static_cast<std::uint32_t>(segments.items.size());
    node.table.set_position = static_cast<std::uint32_t>(index + 1);
    node.style = text_style(font(Type::small, Weight::medium), frame.color(Color::text),
                            HorizontalAlign::middle);
    return node;
}

} // namespace

float checkbox_width(Frame& frame, std::string_view label) {
    const Type type = frame.theme().is_touch() ? Type::body : Type::small;
    return box_size(frame) + label_gap + frame.paint().width(label, font(type));
}

bool checkbox(Frame& frame, const Rect& rect, bool& is_on, const Checkbox& spec) {
    const float size = box_size(frame);
    const bool is_disabled = !spec.disabled_because.empty();
    Node node = choice_node(frame, rect, Role::checkbox, spec.label, spec.key, is_on,
                            spec.disabled_because);
    if (spec.is_mixed) node.checked = Choice::mixed;
    node.name_is_drawn = !spec.is_label_hidden;
    const Press press = frame.press(std::move(node));
    if (press.clicked) is_on = spec.is_mixed || !is_on;
    const Rect box{spec.is_label_hidden ? rect.center_x() - size / 2 : rect.x,
                   frame.paint().snapped(rect.center_y() - size / 2), size, size};
    draw_checkbox(frame, box, is_on, spec.is_mixed && !press.clicked, is_disabled, press);
    if (!spec.is_label_hidden)
        choice_label(frame, rect, size + label_gap, spec.label, spec.weight,
                     is_disabled ? Color::disabled_text : Color::text);
    tooltip(frame, press, rect, spec.disabled_because);
    return press.clicked;
}

bool radio(Frame& frame, const Rect& rect, bool is_on, std::string_view label, std::string_view key,
           std::string_view disabled_because) {
    const float size = box_size(frame);
    const bool is_disabled = !disabled_because.empty();
    const Press press =
        frame.press(choice_node(frame, rect, Role::radio, label, key, is_on, disabled_because));
    Painter& paint = frame.paint();
    const Rect box{rect.x, paint.snapped(rect.center_y() - size / 2), size, size};
    const bool shown_on = is_on || press.clicked;
    const Color off = is_disabled     ? Color::border_strong
                      : press.hovered ? Color::text
                                      : Color::border_field;
    const Color on = is_disabled ? Color::disabled_text : Color::accent;
    paint.box(box, {.fill = frame.color(is_disabled ? Color::disabled_bg : Color::surface),
                    .border = frame.color(shown_on ? on : off),
                    .border_width = shown_on ? size * 0.28F : 1.0F,
                    .radius = size / 2});
    if (press.ring) focus_ring(frame, box, size / 2);
    choice_label(frame, rect, size + label_gap, label, Weight::regular,
                 is_disabled ? Color::disabled_text : Color::text);
    tooltip(frame, press, rect, disabled_because);
    return press.clicked && !is_on;
}

bool switch_control(Frame& frame, const Rect& rect, bool& is_on, std::string_view label,
                    std::string_view disabled_because) {
    const bool is_disabled = !disabled_because.empty();
    const Press press = frame.press(
        choice_node(frame, rect, Role::switch_control, label, {}, is_on, disabled_because));
    if (press.clicked) is_on = !is_on;
    Painter& paint = frame.paint();
    const float height = frame.theme().is_touch() ? 28 : 20;
    const float width = height * 1.8F;
    const Rect track{rect.x, paint.snapped(rect.center_y() - height / 2), width, height};
    const bool is_grey = is_on || frame.theme().is_high_contrast(); // Else its hairlines' black.
    const Color ground = is_disabled ? (is_grey ? Color::disabled_text : Color::border_strong)
                         : is_on     ? Color::accent
                                     : Color::border_field;
    paint.fill(track, frame.color(ground), height / 2);
    const float knob = height - 4;
    const float share = frame.fade(press.id, is_on, motion::fade_ms);
    paint.fill({track.x + 2 + (width - 4 - knob) * share, track.y + 2, knob, knob},
               frame.color(is_on ? Color::on_accent : Color::surface), knob / 2);
    if (press.ring) focus_ring(frame, track, height / 2);
    choice_label(frame, rect, width + label_gap, label, Weight::regular,
                 is_disabled ? Color::disabled_text : Color::text);
    tooltip(frame, press, rect, disabled_because);
    return press.clicked;
}

float segmented_width(Frame& frame, const Segments& segments) {
    float width = 6;
    for (const Segment& item : segments.items)
        width += item_width(frame, item, 13);
    return width;
}

bool segmented(Frame& frame, const Rect& rect, int& chosen, const Segments& segments) {
    const int count = static_cast<int>(segments.items.size());
    const bool pills = frame.breadth() == Breadth::narrow && !segments.is_stretched;
    const bool is_disabled = !segments.disabled_because.empty();
    Painter& paint = frame.paint();
    const float round = frame.measure().radius_control;
    float total = segmented_width(frame, segments);
    if (pills) total += 8 * static_cast<float>(count - 1) + 28 * static_cast<float>(count);
    const Rect track{rect.x, rect.y, segments.is_stretched ? rect.width : total, rect.height};
    if (!pills)
        paint.box(track, {.fill = frame.color(Color::neutral_tint),
                          .border = frame.color(Color::border),
                          .border_width = frame.theme().is_high_contrast() ? 1.0F : 0.0F,
                          .radius = round + 1});
    const Group group(frame, {.id = frame.id(segments.name),
                              .role = Role::radio_group,
                              .name = std::string(segments.name),
                              .rect = track,
                              .name_is_drawn = false});
    bool changed = false;
    float x = pills ? track.x : track.x + 3;
    const float share = (track.width - 6) / static_cast<float>(count);
    for (int index = 0; index < count; ++index) {
        const Segment& item = segments.items[static_cast<std::size_t>(index)];
        const float width =
            segments.is_stretched ? share : item_width(frame, item, pills ? 16 : 13);
        const Rect place = pills ? Rect{x, track.y, width, track.height}
                                 : Rect{x, track.y + 3, width, track.height - 6};
        x += width + (pills ? 8.0F : 0.0F);
        const bool is_chosen = index == chosen;
        const Press press = frame.press(item_node(frame, {place.x, track.y, width, track.height},
                                                  Role::radio, segments, index, is_chosen));
        if (press.clicked && !is_chosen) {
            chosen = index;
            changed = true;
        }
        if (!is_disabled && press.focused && move_by_arrows(frame, press.id, chosen, count)) {
            changed = true;
            const auto next = static_cast<std::size_t>(chosen);
            frame.mirror().request_focus(frame.id(segments.items[next].label));
        }
        Rgba text = frame.color(press.hovered ? Color::text : Color::muted);
        Rgba figure = frame.color(Color::muted);
        if (pills) {
            const bool is_dark = is_chosen && !is_disabled;
            // The colours of words, turned round: dark `inverse` is hardly another grey.
            paint.fill(place, frame.color(is_dark ? Color::text : Color::neutral_tint),
                       place.height / 2);
            if (is_dark) text = figure = frame.color(Color::surface);
        } else if (is_chosen) {
            const bool has_edge = frame.theme().appearance == Appearance::light || is_disabled;
            paint.box(place, {.fill = frame.color(is_disabled ? Color::disabled_bg : Color::thumb),
                              .border = frame.color(has_edge ? Color::border : Color::thumb),
                              .border_width = 1,
                              .radius = round - 1,
                              .shadow = is_disabled ? Shadow::none : Shadow::small});
            text = frame.color(Color::on_thumb);
            if (frame.theme().is_high_contrast()) figure = text;
        }
        if (is_disabled) text = figure = frame.color(Color::disabled_text);
        if (press.ring) focus_ring(frame, place, round - 1);
        draw_item(frame, place, item, 13, text, figure, true);
        tooltip(frame, press, place, segments.disabled_because);
    }
    return changed;
}

bool tabs(Frame& frame, const Rect& rect, int& chosen, const Segments& tabs) {
    constexpr float tab_gap = 24;
    const int count = static_cast<int>(tabs.items.size());
    const Group group(frame, {.id = frame.id(tabs.name),
                              .role = Role::tab_list,
                              .name = std::string(tabs.name),
                              .rect = rect,
                              .name_is_drawn = false});
    Painter& paint = frame.paint();
    const bool is_disabled = !tabs.disabled_because.empty();
    divider(frame, rect.x, rect.right(), rect.bottom() - 1);
    bool changed = false;
    float x = rect.x;
    for (int index = 0; index < count; ++index) {
        const Segment& item = tabs.items[static_cast<std::size_t>(index)];
        const Rect place{x, rect.y, item_width(frame, item, 0), rect.height};
        x += place.width + tab_gap;
        const bool is_chosen = index == chosen;
        const Press press = frame.press(item_node(frame, place, Role::tab, tabs, index, is_chosen));
        if (press.clicked && !is_chosen) {
            chosen = index;
            changed = true;
        }
        if (!is_disabled && press.focused && move_by_arrows(frame, press.id, chosen, count)) {
            changed = true;
            const auto next = static_cast<std::size_t>(chosen);
            frame.mirror().request_focus(frame.id(tabs.items[next].label));
        }
        const bool strong = is_chosen || press.hovered;
        const Color text = is_disabled ? Color::disabled_text : strong ? Color::text : Color::muted;
        draw_item(frame, place, item, 0, frame.color(text),
                  frame.color(is_disabled ? Color::disabled_text : Color::muted), false);
        const float line = frame.theme().is_high_contrast() ? 4 : 2;
        if (is_chosen)
            paint.fill({place.x, rect.bottom() - line, place.width, line},
                       frame.color(is_disabled ? Color::disabled_text : Color::accent));
        if (press.ring)
            focus_ring(frame, {place.x - 4, place.y + 8, place.width + 8, place.height - 18}, 4);
        tooltip(frame, press, place, tabs.disabled_because);
    }
    return changed;
}

} // namespace ui
