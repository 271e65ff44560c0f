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

    friend bool operator==(const Rect&, const Rect&) = default;
};

// The common part of two rectangles; empty (width or height 0) when they do not meet.
Rect intersection(const Rect& a, const Rect& b);

} // namespace ui
