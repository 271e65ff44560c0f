// Cutting rectangles: columns, stacks and reflow, explicit and without a solver.
//
// A screen takes slices off a rectangle in reading order. Heights of what is drawn come back from
// the widgets; nothing is measured twice and nothing is remembered between frames.
#pragma once

#include "ui/geometry.h"
#include "ui/theme.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace ui {

// How the frame folds: below 1120 px the rail shows icons only and side panels go under, below 720
// the rail becomes a bottom bar and everything is one column.
enum class Breadth : std::uint8_t { wide, medium, narrow };

[[nodiscard]] inline Breadth breadth_of(float window_width) {
    if (window_width < frame_size::rail_becomes_bottom_bar_below) return Breadth::narrow;
    if (window_width < frame_size::rail_collapses_below) return Breadth::medium;
    return Breadth::wide;
}

// Slices off one side of `rect`, which shrinks by the slice and the gap after it.
inline Rect take_top(Rect& rect, float height, float gap = 0) {
    const Rect slice{rect.x, rect.y, rect.width, height};
    rect.y += height + gap;
    rect.height = std::max(0.0F, rect.height - height - gap);
    return slice;
}

inline Rect take_bottom(Rect& rect, float height, float gap = 0) {
    const Rect slice{rect.x, rect.bottom() - height, rect.width, height};
    rect.height = std::max(0.0F, rect.height - height - gap);
    return slice;
}

inline Rect take_left(Rect& rect, float width, float gap = 0) {
    const Rect slice{rect.x, rect.y, width, rect.height};
    rect.x += width + gap;
    rect.width = std::max(0.0F, rect.width - width - gap);
    return slice;
}

inline Rect take_right(Rect& rect, float width, float gap = 0) {
    const Rect slice{rect.right() - width, rect.y, width, rect.height};
    rect.width = std::max(0.0F, rect.width - width - gap);
    return slice;
}

// A box of `size` with its middle in the middle of `rect`.
[[nodiscard]] inline Rect centered(const Rect& rect, float width, float height) {
    return {rect.center_x() - width / 2, rect.center_y() - height / 2, width, height};
}

// Side by side in `rect`: a width above 0 is fixed, 0 is an equal share of what is left.
[[nodiscard]] inline std::vector<Rect> columns(const Rect& rect, float gap,
                                               std::initializer_list<float> widths) {
    float fixed = gap * static_cast<float>(widths.size() - 1);
    int flexible = 0;
    for (const float width : widths) {
        fixed += width;
        if (width == 0) ++flexible;
    }
    const float share =
        flexible == 0 ? 0 : std::max(0.0F, rect.width - fixed) / static_cast<float>(flexible);
    std::vector<Rect> result;
    result.reserve(widths.size());
    float x = rect.x;
    for (const float width : widths) {
        const float actual = width == 0 ? share : width;
        result.push_back({x, rect.y, actual, rect.height});
        x += actual + gap;
    }
    return result;
}

// As many equal columns of at least `least` as fit, for cards and swatches.
[[nodiscard]] inline int columns_fitting(float width, float least, float gap) {
    return std::max(1, static_cast<int>((width + gap) / (least + gap)));
}

// A column that fills from the top: ask for the next slot, then say how high it became.
class Stack {
  public:
    Stack(const Rect& area, float gap) : area_(area), gap_(gap), y_(area.y) {}

    // The place for the next thing, as wide as the stack and as high as what is left.
    [[nodiscard]] Rect slot() const {
        return {area_.x, y_, area_.width, std::max(0.0F, area_.bottom() - y_)};
    }
    [[nodiscard]] Rect slot(float height) const { return {area_.x, y_, area_.width, height}; }
    void advance(float height) { y_ += height + gap_; }
    Rect next(float height) {
        const Rect rect = slot(height);
        advance(height);
        return rect;
    }
    void skip(float height) { y_ += height; }
    [[nodiscard]] float y() const { return y_; }
    // Height filled so far, without the gap after the last.
    [[nodiscard]] float used() const { return y_ > area_.y ? y_ - gap_ - area_.y : 0; }

  private:
    Rect area_;
    float gap_;
    float y_;
};

} // namespace ui
