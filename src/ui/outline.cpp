#include "ui/outline.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace ui {

namespace {

Point between(Point a, Point b, float share) {
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

// Pieces for a curve whose control polygon bends by `deviation` pixels.
int pieces(float deviation) {
    return std::clamp(static_cast<int>(std::ceil(std::sqrt(deviation * 4))), 1, 24);
}

// Adds the area to the right of a line to each pixel's difference to its left neighbour.
class Accumulator {
  public:
    Accumulator(int x, int y, int width, int height)
        : x_(x), y_(y), width_(width), height_(height),
          sums_(static_cast<std::size_t>((width + 1) * height + 1), 0.0F) {}

    void add(Point from, Point to) {
        if (from.y == to.y) return;
        const float direction = from.y < to.y ? 1.0F : -1.0F;
        if (from.y > to.y) std::swap(from, to);
        const float top = static_cast<float>(y_);
        const float slope = (to.x - from.x) / (to.y - from.y);
        const int first = std::max(0, static_cast<int>(std::floor(from.y - top)));
        const int last = std::min(height_ - 1, static_cast<int>(std::floor(to.y - top)));
        for (int row = first; row <= last; ++row) {
            const float row_top = top + static_cast<float>(row);
            const float low = std::max(from.y, row_top);
            const float high = std::min(to.y, row_top + 1);
            if (high <= low) continue;
            add_row(row, from.x + (low - from.y) * slope, from.x + (high - from.y) * slope,
                    direction * (high - low));
        }
    }

    std::vector<std::uint8_t> values() const {
        std::vector<std::uint8_t> result;
        result.reserve(sums_.size());
        for (int row = 0; row < height_; ++row) {
            float sum = 0;
            for (int column = 0; column < width_; ++column) {
                sum += sums_[begin_of(row) + static_cast<std::size_t>(column)];
                const float share = std::min(1.0F, std::abs(sum));
                result.push_back(static_cast<std::uint8_t>(std::lround(share * 255)));
            }
        }
        return result;
    }

  private:
    std::size_t begin_of(int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(width_ + 1);
    }

    // A piece of a line within one row, from x0 to x1, covering `area` of its height.
    void add_row(int row, float x0, float x1, float area) {
        const float base = static_cast<float>(x_);
        float left = std::min(x0, x1) - base;
        float right = std::max(x0, x1) - base;
        const auto limit = static_cast<float>(width_);
        left = std::clamp(left, 0.0F, limit);
        right = std::clamp(right, 0.0F, limit);
        float* const sums = &sums_[begin_of(row)];
        const int first = static_cast<int>(left);
        const int last = static_cast<int>(right);
        if (first == last) {
            const float middle = (left + right) / 2 - static_cast<float>(first);
            sums[first] += area * (1 - middle);
            if (first < width_) sums[first + 1] += area * middle;
            return;
        }
        // Over several pixels: the share of the height in each, and what it leaves to the next.
        const float height = area / (right - left);
        float carried = 0;
        for (int column = first; column <= last; ++column) {
            const float from = std::max(left, static_cast<float>(column));
            const float to = std::min(right, static_cast<float>(column + 1));
            if (to <= from) break;
            const float part = height * (to - from);
            const float middle = (from + to) / 2 - static_cast<float>(column);
            sums[column] += carried + part * (1 - middle);
            carried = part * middle;
        }
        if (const int next = std::min(static_cast<int>(std::ceil(right)), width_); next > first)
            sums[next] += carried;
    }

    int x_;
    int y_;
    int width_;
    int height_;
    std::vector<float> sums_;
};

} // namespace

void Outline::move_to(Point to) {
    close();
    start_ = at_ = to;
}

void Outline::line_to(Point to) {
    lines_.push_back({at_, to});
    at_ = to;
}

void Outline::quadratic_to(Point control, Point to) {
    const Point from = at_;
    const float bend = std::hypot(from.x - 2 * control.x + to.x, from.y - 2 * control.y + to.y);
    const int count = pieces(bend);
    for (int piece = 1; piece <= count; ++piece) {
        const float share = static_cast<float>(piece) / static_cast<float>(count);
        line_to(between(between(from, control, share), between(control, to, share), share));
    }
}

void Outline::cubic_to(Point first, Point second, Point to) {
    const Point from = at_;
    const float bend =
        std::hypot(from.x - 2 * first.x + second.x, from.y - 2 * first.y + second.y) +
        std::hypot(first.x - 2 * second.x + to.x, first.y - 2 * second.y + to.y);
    const int count = pieces(bend);
    for (int piece = 1; piece <= count; ++piece) {
        const float share = static_cast<float>(piece) / static_cast<float>(count);
        const Point a = between(between(from, first, share), between(first, second, share), share);
        const Point b = between(between(first, second, share), between(second, to, share), share);
        line_to(between(a, b, share));
    }
}

void Outline::close() {
    if (at_ != start_) line_to(start_);
}

Coverage covered(const Outline& outline) {
    Coverage result;
    if (outline.lines().empty()) return result;
    Point low = outline.lines().front().from;
    Point high = low;
    for (const Outline::Line& line : outline.lines())
        for (const Point point : {line.from, line.to}) {
            low = {std::min(low.x, point.x), std::min(low.y, point.y)};
            high = {std::max(high.x, point.x), std::max(high.y, point.y)};
        }
    result.x = static_cast<int>(std::floor(low.x));
    result.y = static_cast<int>(std::floor(low.y));
    result.width = static_cast<int>(std::ceil(high.x)) - result.x;
    result.height = static_cast<int>(std::ceil(high.y)) - result.y;
    if (result.width <= 0 || result.height <= 0) return result;
    Accumulator accumulator(result.x, result.y, result.width, result.height);
    for (const Outline::Line& line : outline.lines())
        accumulator.add(line.from, line.to);
    result.values = accumulator.values();
    return result;
}

} // namespace ui
