#include "ui/widgets/badge.h"

#include "ui/widgets/label.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ui {

namespace {

constexpr float height = 24;
constexpr float padding_left = 6;
constexpr float padding_right = 8;
constexpr float icon_size = 14;
constexpr float gap = 6;

void say(Frame& frame, const Rect& rect, std::string_view text, const Font& face, Rgba color) {
    Node node;
    node.id = frame.next_text_id();
    node.role = Role::text;
    node.name = std::string(text);
    node.rect = rect;
    node.style = text_style(face, color, HorizontalAlign::start);
    frame.add(std::move(node));
}

} // namespace

Badge status_badge(Status status, std::string_view text) {
    switch (status) {
    case Status::draft:
        return {text, Icon::circle_dashed, Color::neutral_text, Color::surface, true};
    case Status::open: return {text, Icon::circle, Color::accent_text, Color::accent_tint};
    case Status::part_paid: return {text, Icon::contrast, Color::teal_text, Color::teal_tint};
    case Status::paid: return {text, Icon::circle_check, Color::success_text, Color::success_tint};
    case Status::overdue: return {text, Icon::clock_alert, Color::danger_text, Color::danger_tint};
    case Status::refunded: return {text, Icon::undo_2, Color::purple_text, Color::purple_tint};
    case Status::written_off:
        return {text, Icon::circle_slash, Color::brown_text, Color::brown_tint};
    case Status::voided: return {text, Icon::ban, Color::neutral_text, Color::neutral_tint};
    }
    return {text};
}

float badge_width(Frame& frame, const Badge& badge) {
    const float words = frame.paint().width(badge.text, font(Type::small, Weight::medium));
    const float icon = badge.icon == Icon::none ? 2 : icon_size + gap;
    return std::ceil(padding_left + icon + words + padding_right);
}

float badge(Frame& frame, const Rect& rect, const Badge& badge) {
    Painter& paint = frame.paint();
    const Font face = font(Type::small, Weight::medium);
    const Rgba text = frame.color(badge.text_color);
    const Rect box{rect.x, rect.center_y() - height / 2, badge_width(frame, badge), height};
    BoxStyle style{.radius = radius::badge};
    if (!badge.is_outlined) style.fill = frame.color(badge.tint);
    if (badge.is_outlined || frame.theme().is_high_contrast()) {
        style.border = frame.theme().is_high_contrast() ? text : frame.color(Color::border_strong);
        style.border_width = 1;
    }
    paint.box(box, style);
    float x = box.x + padding_left;
    if (badge.icon != Icon::none) {
        paint.icon(badge.icon, {x + icon_size / 2, box.center_y()}, icon_size, text);
        x += icon_size + gap;
    } else {
        x += 2;
    }
    paint.text({x, box.center_y() - face.line / 2}, badge.text, face, text);
    say(frame, box, badge.text, face, text);
    return box.width;
}

float delivery_label(Frame& frame, const Rect& rect, Delivery delivery, std::string_view text) {
    Painter& paint = frame.paint();
    Icon icon = Icon::none;
    Color color = Color::muted;
    switch (delivery) {
    case Delivery::sent: icon = Icon::send; break;
    case Delivery::viewed: icon = Icon::eye; break;
    case Delivery::disputed:
        icon = Icon::message_square_warning;
        color = Color::warning_text;
        break;
    case Delivery::not_sent: color = Color::faint; break;
    }
    const Font face = font(Type::small);
    float x = rect.x;
    if (icon != Icon::none) {
        paint.icon(icon, {x + icon_size / 2, rect.center_y()}, icon_size, frame.color(color));
        x += icon_size + gap;
    }
    x += paint.text({x, rect.center_y() - face.line / 2}, text, face, frame.color(color));
    say(frame, {rect.x, rect.center_y() - face.line / 2, x - rect.x, face.line}, text, face,
        frame.color(color));
    return x - rect.x;
}

float count_badge(Frame& frame, float right, float center_y, std::string_view count) {
    const Font face = font(Type::small, Weight::semibold);
    const float width = std::max(20.0F, std::ceil(frame.paint().width(count, face) + 12));
    const Rect box{right - width, center_y - 10, width, 20};
    frame.paint().fill(box, frame.color(Color::warning_tint), radius::badge);
    frame.paint().text_in(box, count,
                          {.font = face,
                           .color = frame.color(Color::warning_text),
                           .align = HorizontalAlign::middle});
    return width;
}

} // namespace ui
