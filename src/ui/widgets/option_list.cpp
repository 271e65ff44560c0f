#include "ui/widgets/option_list.h"

#include "ui/widgets/label.h"
#include "ui/widgets/popover.h"

#include <algorithm>
#include <string>

namespace ui {

namespace {

constexpr float padding = 5;
constexpr int rows_max = 8; // More scroll.
constexpr float create_least = 320;

// Bytes at the start of `label` that equal `typed` without regard to case; 0 if they differ.
std::size_t matching_bytes(std::string_view label, std::string_view typed) {
    std::size_t in_label = 0;
    std::size_t in_typed = 0;
    while (in_typed < typed.size()) {
        if (in_label >= label.size()) return 0;
        const char32_t a = next_code_point(label, in_label);
        const char32_t b = next_code_point(typed, in_typed);
        const bool same_letter = a == b || (a < 128 && b < 128 && (a | 32U) == (b | 32U)) ||
                                 (a >= 0xC0 && a < 0xDF && a + 32 == b);
        if (!same_letter) return 0;
    }
    return in_label;
}

// Up to two first letters of a name, given name first: "Wójcik, Żaneta" is ŻW.
std::string initials(std::string_view name, int letters_max = 2) {
    if (const std::size_t comma = name.find(", "); comma != std::string_view::npos)
        return initials(name.substr(comma + 2), 1) + initials(name.substr(0, comma), 1);
    std::string letters;
    bool at_start = true;
    int count = 0;
    for (std::size_t at = 0; at < name.size() && count < letters_max;) {
        const std::size_t start = at;
        const char32_t code = next_code_point(name, at);
        if (at_start && code != ' ' && code != ',') {
            letters += name.substr(start, at - start);
            ++count;
        }
        at_start = code == ' ' || code == ',';
    }
    return letters;
}

void draw_option(Frame& frame, const Rect& rect, const OptionList& list, int index, bool is_lit) {
    const Option& option = list.options[static_cast<std::size_t>(index)];
    Painter& paint = frame.paint();
    if (is_lit) paint.fill(rect, frame.color(Color::hover), 6);
    const Font plain = font(frame.theme().is_touch() ? Type::body : Type::small);
    const Font strong = font(frame.theme().is_touch() ? Type::body : Type::small, Weight::semibold);
    float x = rect.x + 12;
    if (list.has_avatars) {
        avatar(frame, {x, rect.center_y() - 14, 28, 28}, initials(option.label));
        x += 36;
    } else if (option.icon != Icon::none) {
        paint.icon(option.icon, {x + 8, rect.center_y()}, 16, frame.color(Color::muted));
        x += 24;
    }
    float right = rect.right() - 12;
    if (list.chosen == index) {
        paint.icon(Icon::check, {right - 8, rect.center_y()}, 16, frame.color(Color::accent_text));
        right -= 28;
    }
    if (!option.detail.empty()) {
        const float width = paint.width(option.detail, plain);
        paint.text({right - width, rect.center_y() - plain.line / 2}, option.detail, plain,
                   frame.color(Color::muted));
        right -= width + 12;
    }
    const std::size_t match = matching_bytes(option.label, list.match);
    const float y = rect.center_y() - plain.line / 2;
    const Rgba text = frame.color(Color::text);
    if (match > 0) x += paint.text({x, y}, option.label.substr(0, match), strong, text);
    paint.text_in({x, rect.y, right - x, rect.height}, option.label.substr(match),
                  {.font = plain, .color = text, .overflow = Overflow::ellipsis});
}

float create_room(const OptionList& list) { return list.row + 2 * padding - 1; }

Press option_node(Frame& frame, const Rect& rect, std::string_view name, int index,
                  const OptionList& list) {
    Node node;
    node.id = frame.id("option") + static_cast<NodeId>(index);
    node.role = Role::option;
    node.name = std::string(name);
    node.rect = rect;
    node.focus = Focus::none;
    node.selected = list.chosen == index ? Choice::on : Choice::off;
    node.table.set_size = static_cast<std::uint32_t>(list.options.size());
    node.table.set_position = static_cast<std::uint32_t>(index + 1);
    node.style = text_style(font(Type::small), frame.color(Color::text), HorizontalAlign::start);
    return frame.press(std::move(node));
}

void draw_create(Frame& frame, const Rect& rect, std::string_view words, bool is_lit) {
    Painter& paint = frame.paint();
    if (is_lit) paint.fill(rect, frame.color(Color::hover), 6);
    const Font face = font(frame.theme().is_touch() ? Type::body : Type::small, Weight::medium);
    const Rgba color = frame.color(Color::accent_text);
    paint.icon(Icon::plus, {rect.x + 26, rect.center_y()}, 16, color);
    float right = rect.right() - 12;
    if (!frame.theme().is_touch())
        right -= key_cap(frame, right, rect.center_y(), "Ctrl Enter") + 12;
    paint.text_in({rect.x + 48, rect.y, right - rect.x - 48, rect.height}, words,
                  {.font = face, .color = color, .overflow = Overflow::ellipsis});
}

} // namespace

float option_height(const Frame& frame) { return frame.theme().is_touch() ? 48 : 32; }

OptionChoice option_rows(Frame& frame, const Rect& rect, const OptionList& list, int& lit) {
    OptionChoice choice;
    const int count = static_cast<int>(list.options.size());
    const bool has_create = !list.create.empty();
    const int last = has_create ? count : count - 1;
    lit = std::clamp(lit, has_create && count == 0 ? 0 : -1, std::max(-1, last));
    const int before = lit;
    InputState& input = frame.input();
    if (input.take(Key::down)) lit = lit >= last ? 0 : lit + 1;
    if (input.take(Key::up)) lit = lit <= 0 ? last : lit - 1;
    const bool moved = lit != before;
    if (has_create && input.take(Key::enter, {.control = true})) choice.is_create = true;
    if (lit >= 0 && input.take(Key::enter)) choice.taken = lit;
    const float create_height = has_create ? create_room(list) : 0;
    {
        ScrollArea area(
            frame, "options",
            {rect.x, rect.y + padding, rect.width, rect.height - 2 * padding - create_height}, {});
        const Rect content = area.content();
        for (int index = 0; index < count; ++index) {
            const Rect place{content.x + padding, content.y + list.row * static_cast<float>(index),
                             content.width - 2 * padding, list.row};
            if (!frame.paint().is_visible(place)) continue;
            const Press press = option_node(
                frame, place, list.options[static_cast<std::size_t>(index)].label, index, list);
            if (press.hovered && !moved) lit = index;
            if (press.clicked) choice.taken = index;
            if (lit == index) choice.lit_node = press.id;
            draw_option(frame, place, list, index, lit == index);
        }
        area.set_content_height(list.row * static_cast<float>(count));
        if (moved && lit >= 0 && lit < count)
            area.reveal(list.row * static_cast<float>(lit), list.row * static_cast<float>(lit + 1));
    }
    if (has_create) {
        const float y = rect.bottom() - create_height;
        if (count > 0) divider(frame, rect.x, rect.right(), y - 1);
        const Rect place{rect.x + padding, y + padding - 1, rect.width - 2 * padding, list.row};
        const Press press = option_node(frame, place, list.create, count, list);
        if (press.hovered && !moved) lit = count;
        choice.is_create |= press.clicked;
        if (lit == count) choice.lit_node = press.id;
        draw_create(frame, place, list.create, lit == count);
    }
    if (choice.taken == count && has_create) {
        choice.taken = -1;
        choice.is_create = true;
    }
    return choice;
}

OptionChoice option_list(Frame& frame, const OptionList& list) {
    if (!frame.is_popup_open(list.id)) return {};
    const int rows = std::min(static_cast<int>(list.options.size()), rows_max);
    const float create_height = list.create.empty() ? 0 : create_room(list);
    Popover popover(frame, list.id, list.anchor,
                    // What is typed stands in the last row, beside its key.
                    {.width = list.create.empty() ? 0 : std::max(list.anchor.width, create_least),
                     .height = list.row * static_cast<float>(rows) + create_height + 2 * padding},
                    Role::list_box, "Options");
    const OptionChoice choice =
        option_rows(frame, popover.rect(), list, frame.memory().choices[list.id]);
    if (choice.taken >= 0 || choice.is_create) popover.close();
    return choice;
}

} // namespace ui
