#include "ui/widgets/label.h"

#include <algorithm>
#include <string>

namespace ui {

namespace {

Align aligned(HorizontalAlign align) {
    switch (align) {
    case HorizontalAlign::start: return Align::left;
    case HorizontalAlign::middle: return Align::centre;
    case HorizontalAlign::end: return Align::right;
    }
    return Align::left;
}

float aligned_x(const Rect& rect, float width, HorizontalAlign align) {
    switch (align) {
    case HorizontalAlign::start: return rect.x;
    case HorizontalAlign::middle: return rect.center_x() - width / 2;
    case HorizontalAlign::end: return rect.right() - width;
    }
    return rect.x;
}

Node text_node(Frame& frame, const Rect& rect, const Label& label, const Font& font) {
    Node node;
    node.id = frame.next_text_id();
    node.role = label.role;
    node.name = std::string(label.text);
    node.rect = rect;
    node.selectable = label.selectable;
    node.level = static_cast<std::uint8_t>(label.level);
    node.language = std::string(label.language);
    node.style = text_style(font, frame.color(label.color), label.align);
    return node;
}

} // namespace

TextStyle text_style(const Font& font, Rgba color, HorizontalAlign align) {
    constexpr std::uint16_t weights[] = {400, 500, 600, 400};
    // Nodes pack colours the other way round.
    const std::uint32_t packed =
        color >> 24U | (color >> 8U & 0xFF00U) | (color << 8U & 0xFF0000U) | color << 24U;
    return {.size = font.size,
            .line_height = font.line,
            .tracking = font.tracking,
            .weight = weights[static_cast<std::size_t>(font.face)],
            .align = aligned(align),
            .colour = packed};
}

float label(Frame& frame, const Rect& rect, const Label& label) {
    if (label.text.empty()) return 0;
    const Font face = font(label.type, label.weight);
    const TextStyling style{.font = face,
                            .color = frame.color(label.color),
                            .align = label.align,
                            .overflow = label.overflow};
    if (label.struck)
        frame.paint().strike(rect, label.text, style);
    else
        frame.paint().text_in(rect, label.text, style);
    // The node lies on the words, not on the empty rest of the column.
    const float width = frame.paint().width(label.text, face);
    const float shown = label.overflow == Overflow::visible ? width : std::min(width, rect.width);
    frame.add(text_node(frame,
                        {aligned_x(rect, shown, label.align),
                         rect.y + (rect.height - face.line) / 2, shown, face.line},
                        label, face));
    return shown;
}

float heading(Frame& frame, const Rect& rect, std::string_view text, int level) {
    const Type type = level == 1 ? Type::title : level == 2 ? Type::body : Type::small;
    return label(frame, rect,
                 {.text = text,
                  .type = type,
                  .weight = Weight::semibold,
                  .overflow = Overflow::ellipsis,
                  .role = Role::heading,
                  .level = level});
}

float paragraph(Frame& frame, const Rect& rect, const Label& label) {
    if (label.text.empty()) return 0;
    const Font face = font(label.type, label.weight);
    const float height = frame.paint().paragraph(
        rect, label.text, {.font = face, .color = frame.color(label.color), .align = label.align});
    Label words = label;
    if (words.role == Role::text) words.role = Role::paragraph;
    frame.add(text_node(frame, {rect.x, rect.y, rect.width, height}, words, face));
    return height;
}

float hero_amount(Frame& frame, const Rect& rect, const Hero& hero) {
    const Font face = font(hero.type, Weight::semibold);
    const auto cents = std::min(static_cast<std::size_t>(hero.cents_bytes), hero.amount.size());
    const std::string_view whole = hero.amount.substr(0, hero.amount.size() - cents);
    const std::string_view rest = hero.amount.substr(whole.size());
    Painter& paint = frame.paint();
    const float width = paint.width(hero.amount, face);
    const float x = aligned_x(rect, width, hero.align);
    const float y = rect.y + (rect.height - face.line) / 2;
    const float first = paint.text({x, y}, whole, face, frame.color(hero.color));
    if (!rest.empty())
        paint.text({x + first + face.tracking, y}, rest, face, frame.color(Color::muted));
    frame.add(text_node(frame, {x, y, width, face.line}, {.text = hero.amount}, face));
    return width;
}

void card(Frame& frame, const Rect& rect, CardTone tone) {
    const bool chosen = tone == CardTone::chosen;
    const Color fill = tone == CardTone::sunken ? Color::sunken : Color::surface;
    frame.paint().box(rect, {.fill = frame.color(fill),
                             .border = frame.color(chosen ? Color::accent : Color::border),
                             .border_width = chosen ? 2.0F : 1.0F,
                             .radius = radius::card});
}

void card_outline(Frame& frame, const Rect& rect) {
    frame.paint().box(
        rect, {.border = frame.color(Color::border), .border_width = 1, .radius = radius::card});
}

void divider(Frame& frame, float x0, float x1, float y) {
    frame.paint().horizontal_line(x0, x1, y, frame.color(Color::border));
}

void avatar(Frame& frame, const Rect& rect, std::string_view initials, bool is_self) {
    const bool large = rect.height >= 48;
    frame.paint().fill(rect, frame.color(is_self ? Color::accent_tint : Color::neutral_tint),
                       rect.height / 2);
    frame.paint().text_in(rect, initials,
                          {.font = font(large ? Type::title : Type::small, Weight::semibold),
                           .color = frame.color(is_self ? Color::accent_text : Color::neutral_text),
                           .align = HorizontalAlign::middle});
}

void round_icon(Frame& frame, Point center, Icon icon, Color tint, Color color) {
    frame.paint().fill({center.x - 16, center.y - 16, 32, 32}, frame.color(tint), 16);
    frame.paint().icon(icon, center, 16, frame.color(color));
}

void skeleton(Frame& frame, const Rect& rect) {
    frame.paint().fill(rect, frame.color(Color::neutral_tint), rect.height / 2);
}

float key_cap(Frame& frame, float right, float center_y, std::string_view text) {
    const Font face = font(Type::small, Weight::medium);
    const float width = std::max(20.0F, frame.paint().width(text, face) + 12);
    const Rect cap{right - width, center_y - 10, width, 20};
    frame.paint().box(cap, {.fill = frame.color(Color::sunken),
                            .border = frame.color(Color::border),
                            .border_width = 1,
                            .radius = 4});
    frame.paint().text_in(
        cap, text,
        {.font = face, .color = frame.color(Color::muted), .align = HorizontalAlign::middle});
    return width;
}

} // namespace ui
