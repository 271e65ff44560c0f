#include "ui/widgets/popover.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tooltip.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ui {

namespace {

constexpr float anchor_gap = 4;
constexpr float window_margin = 8;
constexpr float corner = 10;
constexpr float padding = 5;

Rect placed(Frame& frame, const Rect& anchor, const PopoverPlace& place) {
    const Rect window = frame.environment().safe();
    const float width =
        std::min(place.width > 0 ? place.width : anchor.width, window.width - 2 * window_margin);
    const float below = window.bottom() - window_margin - anchor.bottom() - anchor_gap;
    const float above = anchor.y - anchor_gap - window.y - window_margin;
    const bool goes_up = place.height > below && above > below;
    const float height = std::min(place.height, std::max(below, above));
    float x = anchor.x;
    if (place.align == HorizontalAlign::end) x = anchor.right() - width;
    if (place.align == HorizontalAlign::middle) x = anchor.center_x() - width / 2;
    x = std::clamp(x, window.x + window_margin,
                   std::max(window.x + window_margin, window.right() - window_margin - width));
    const float y = goes_up ? anchor.y - anchor_gap - height : anchor.bottom() + anchor_gap;
    return {x, y, width, height};
}

void draw_item(Frame& frame, const Rect& rect, const MenuItem& item, bool is_lit) {
    Painter& paint = frame.paint();
    const bool is_disabled = !item.disabled_because.empty();
    const Color words = is_disabled           ? Color::disabled_text
                        : item.is_destructive ? Color::danger_text
                                              : Color::text;
    if (is_lit && !is_disabled)
        paint.fill(rect, frame.color(item.is_destructive ? Color::danger_tint : Color::hover), 6);
    const Font face = font(frame.theme().is_touch() ? Type::body : Type::small);
    float x = rect.x + 10;
    if (item.icon != Icon::none) {
        const Color quiet = item.is_destructive || is_disabled ? words : Color::muted;
        paint.icon(item.icon, {x + 8, rect.center_y()}, 16, frame.color(quiet));
        x += 26;
    }
    paint.text({x, rect.center_y() - face.line / 2}, item.label, face, frame.color(words));
    if (!item.shortcut.empty())
        paint.text_in({rect.x, rect.y, rect.width - 10, rect.height}, item.shortcut,
                      {.font = font(Type::small),
                       .color = frame.color(Color::faint),
                       .align = HorizontalAlign::end});
}

float menu_width(Frame& frame, std::span<const MenuItem> items) {
    const Font face = font(frame.theme().is_touch() ? Type::body : Type::small);
    float widest = 160;
    for (const MenuItem& item : items) {
        float width = frame.paint().width(item.label, face) + 2 * (padding + 10);
        if (item.icon != Icon::none) width += 26;
        if (!item.shortcut.empty())
            width += 24 + frame.paint().width(item.shortcut, font(Type::small));
        widest = std::max(widest, std::ceil(width));
    }
    return widest;
}

// The next item from `from` in the direction of `step` that is not disabled.
int next_item(std::span<const MenuItem> items, int from, int step) {
    const int count = static_cast<int>(items.size());
    for (int tries = 0; tries < count; ++tries) {
        from = (from + step + count) % count;
        if (items[static_cast<std::size_t>(from)].disabled_because.empty()) return from;
    }
    return -1;
}

} // namespace

Popover::Popover(Frame& frame, NodeId id, const Rect& anchor, const PopoverPlace& place, Role role,
                 std::string_view name)
    : frame_(frame), id_(id), rect_(placed(frame, anchor, place)),
      raised_(frame, Layer::popover, rect_, id) {
    const bool is_high_contrast = frame.theme().is_high_contrast();
    frame.count_overlay();
    frame.memory().openings[id].last_frame = frame.memory().frame;
    frame.paint().box(rect_, {.fill = frame.color(Color::raised),
                              .border = frame.color(Color::border_strong),
                              .border_width = 1,
                              .radius = corner,
                              .shadow = is_high_contrast ? Shadow::none : Shadow::medium});
    frame.open(
        {.id = id, .role = role, .name = std::string(name), .rect = rect_, .name_is_drawn = false});
    frame.push_scope(id);
    const Pointer& pointer = frame.input().pointer();
    // The anchor closes by its own press, else it would open again at once.
    const bool is_elsewhere = pointer.was_pressed && !rect_.contains(pointer.position) &&
                              !anchor.contains(pointer.position);
    if (is_elsewhere || frame.input().take(Key::escape)) close();
    frame.paint().push_clip(rect_);
}

Popover::~Popover() {
    frame_.paint().pop_clip();
    frame_.pop_scope();
    frame_.close();
}

void Popover::close() { frame_.close_popup(id_); }

float menu_height(const Frame& frame, std::span<const MenuItem> items) {
    float height = 2 * padding + frame.measure().menu_item * static_cast<float>(items.size());
    for (const MenuItem& item : items)
        if (item.starts_group) height += 2 * padding - 1;
    return height;
}

int menu(Frame& frame, NodeId id, const Rect& anchor, HorizontalAlign align,
         std::span<const MenuItem> items) {
    if (!frame.is_popup_open(id)) return -1;
    Popover popover(
        frame, id, anchor,
        {.width = menu_width(frame, items), .height = menu_height(frame, items), .align = align},
        Role::menu, "Menu");
    int& lit = frame.memory().choices[id];
    InputState& input = frame.input();
    if (input.take(Key::down)) lit = next_item(items, lit, 1);
    if (input.take(Key::up)) lit = next_item(items, lit < 0 ? 0 : lit, -1);
    if (input.take(Key::home)) lit = next_item(items, -1, 1);
    if (input.take(Key::end)) lit = next_item(items, 0, -1);
    int chosen = -1;
    if (lit >= 0 && (input.take(Key::enter) || input.take(Key::space))) chosen = lit;
    if (const int pressed = menu_rows(frame, popover.rect(), items, lit); pressed >= 0)
        chosen = pressed;
    if (chosen >= 0 && !items[static_cast<std::size_t>(chosen)].disabled_because.empty())
        chosen = -1;
    if (chosen >= 0) popover.close();
    return chosen;
}

int menu_rows(Frame& frame, const Rect& rect, std::span<const MenuItem> items, int& lit) {
    const float row = frame.measure().menu_item;
    int pressed = -1;
    float y = rect.y + padding;
    for (int index = 0; index < static_cast<int>(items.size()); ++index) {
        const MenuItem& item = items[static_cast<std::size_t>(index)];
        if (item.starts_group) {
            divider(frame, rect.x, rect.right(), y + padding - 1);
            y += 2 * padding - 1;
        }
        const Rect place{rect.x + padding, y, rect.width - 2 * padding, row};
        y += row;
        Node node;
        node.id = frame.id(item.label);
        node.role = Role::menu_item;
        node.name = std::string(item.label);
        node.description = std::string(item.disabled_because);
        node.rect = place;
        node.disabled = !item.disabled_because.empty();
        node.focus = Focus::reachable;
        node.keys = {.up_down = true, .home_end = true};
        node.style =
            text_style(font(Type::small), frame.color(Color::text), HorizontalAlign::start);
        const Press press = frame.press(std::move(node));
        if (press.hovered) lit = index;
        if (press.clicked) pressed = index;
        draw_item(frame, place, item, lit == index || press.ring);
        tooltip(frame, press, place, item.disabled_because);
    }
    return pressed;
}

int menu_button(Frame& frame, const Rect& rect, const Button& button,
                std::span<const MenuItem> items) {
    const Scope scope(frame, button.key.empty() ? button.label : button.key);
    const NodeId id = frame.id("menu");
    Button opener = button;
    opener.popup = Popup::menu;
    opener.expanded = frame.is_popup_open(id) ? Choice::on : Choice::off;
    const bool is_icon = button.icon != Icon::none && rect.width <= rect.height + 1;
    if (is_icon ? icon_button(frame, rect, opener) : ui::button(frame, rect, opener)) {
        if (frame.is_popup_open(id)) {
            frame.close_popup(id);
        } else {
            frame.memory().choices[id] = -1;
            frame.open_popup(id);
        }
    }
    return menu(frame, id, rect, HorizontalAlign::end, items);
}

} // namespace ui
