// Points and rectangles of the interface.
//
// One unit everywhere in ui: the CSS pixel, origin at the top left of the window, which is also
// ImGui's unit (the device pixel ratio is ImGui's framebuffer scale). Rectangles are half open.
#pragma once

namespace ui {

struct Point {
    float x = 0;
    float y = 0;

    friend bool operator==(const Point&, const Point&) = default;
};

struct Rect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;

    float right() const { return x + width; }
    float bottom() const { return y + height; }
    bool is_empty() const { return width <= 0 || height <= 0; }
    bool contains(Point point) const {
        return point.x >= x && point.x < right() && point.y >= y && point.y < bottom();
    }

    float center_x() const { return x + width / 2; }
    float center_y() const { return y + height / 2; }
    Rect moved(float across, float down) const { return {x + across, y + down, width, height}; }
    Rect outset(float amount) const { return inset(-amount, -amount); }
    // Smaller by so much on each side; a side never becomes negative.
    Rect inset(float amount) const { return inset(amount, amount); }
    Rect inset(float across, float down) const {
        return {x + across, y + down, width > 2 * across ? width - 2 * across : 0,
                height > 2 * down ? height - 2 * down : 0};
    }

    friend bool operator==(const Rect&, const Rect&) = default;
};

// The common part of two rectangles; empty (width or height 0) when they do not meet.
Rect intersection(const Rect& a, const Rect& b);

} // namespace ui
