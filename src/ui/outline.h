// A closed outline and the share of each pixel that it covers.
//
// Coverage is exact: signed areas are accumulated along scan lines and summed up once (the method
// of font-rs), so edges are as smooth as 8 bits allow and no sample is missed. Curves are cut into
// straight pieces finer than a fifteenth of a pixel. Winding is non-zero for outlines that do not
// overlap themselves against their direction, as those of fonts do not.
#pragma once

#include "ui/geometry.h"

#include <cstdint>
#include <vector>

namespace ui {

// Points in pixels, y downwards.
class Outline {
  public:
    void move_to(Point to);
    void line_to(Point to);
    void quadratic_to(Point control, Point to);
    void cubic_to(Point first, Point second, Point to);
    void close();

    struct Line {
        Point from;
        Point to;
    };
    [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }

  private:
    std::vector<Line> lines_;
    Point start_;
    Point at_;
};

// 0 to 255 a pixel, rows from the top; the first pixel is at (x, y) of the outline's space.
struct Coverage {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> values;
};

[[nodiscard]] Coverage covered(const Outline& outline);

} // namespace ui
