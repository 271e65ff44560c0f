#include "ui/widgets/tooltip.h"

#include <algorithm>

namespace ui {

namespace {

constexpr float height = 32;
constexpr float padding = 12;
constexpr float shortcut_gap = 8;

float box_width(Frame& frame, std::string_view text, std::string_view shortcut) {
    Painter& paint = frame.paint();
    float width = paint.width(text, font(Type::small)) + padding * 2 - 4;
    if (!shortcut.empty()) width += shortcut_gap + paint.width(shortcut, font(Type::small));
    return width;
}

} // namespace

void tooltip_box(Frame& frame, Point at, std::string_view text, std::string_view shortcut) {
    Painter& paint = frame.paint();
    const Rect box{at.x, at.y, box_width(frame, text, shortcut), height};
    paint.box(box, {.fill = frame.color(Color::inverse), .radius = radius::badge});
    const float top = box.y + (height - 20) / 2;
    float x = box.x + padding;
    x += paint.text({x, top}, text, font(Type::small), frame.color(Color::on_inverse));
    if (!shortcut.empty())
        paint.text({x + shortcut_gap, top}, shortcut, font(Type::small),
                   frame.color(Color::inverse_muted));
}

void tooltip(Frame& frame, const Press& press, const Rect& anchor, std::string_view text,
             std::string_view shortcut) {
    auto& started = frame.memory().started_ms;
    const NodeId timer = press.id * 31U + 7U;
    if (text.empty() || !(press.hovered || press.ring) || press.held || frame.theme().is_touch()) {
        started.erase(timer);
        return;
    }
    const auto [entry, is_new] = started.try_emplace(timer, frame.now_ms());
    const double due = entry->second + motion::tooltip_after_ms;
    if (frame.now_ms() < due && !press.ring) {
        frame.want_at(due);
        return;
    }
    const float width = box_width(frame, text, shortcut);
    const Rect window = frame.window();
    const float x =
        std::clamp(anchor.center_x() - width / 2, 8.0F, std::max(8.0F, window.width - width - 8));
    float y = anchor.bottom() + 6;
    if (y + height > window.bottom() - 8) y = anchor.y - 6 - height;
    const Layer before = frame.paint().layer();
    frame.paint().set_layer(Layer::tooltip);
    frame.paint().push_clip_over(window);
    tooltip_box(frame, {x, y}, text, shortcut);
    frame.paint().pop_clip();
    frame.paint().set_layer(before);
}

} // namespace ui
