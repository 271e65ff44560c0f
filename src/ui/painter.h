// Draws shapes, text and icons into one ordered list; the only road from the kit to pixels.
//
// Boxes, shadows and arcs are single quads: the vertex's u says "shape n" and the shader finds its
// parameters in a table (Painter::shapes), so that shapes and text keep their order in one batch.
// Everything is in CSS pixels and snapped to device pixels here: edges of boxes to whole ones,
// baselines to whole ones, glyphs to quarters across. It draws only; what a thing means to a screen
// reader or a finger is said by the widgets.
#pragma once

#include "ui/geometry.h"
#include "ui/icons.h"
#include "ui/text.h"
#include "ui/theme.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

struct ImDrawList;
struct ImDrawListSplitter;

namespace ui {

// Of the corners of a box, clockwise from the top left.
struct Corners {
    float top_left = 0;
    float top_right = 0;
    float bottom_right = 0;
    float bottom_left = 0;

    Corners() = default;
    Corners(float all) : top_left(all), top_right(all), bottom_right(all), bottom_left(all) {}
    Corners(float tl, float tr, float br, float bl)
        : top_left(tl), top_right(tr), bottom_right(br), bottom_left(bl) {}
};

struct BoxStyle {
    Rgba fill = 0;
    Rgba border = 0;
    float border_width = 0; // Drawn inside the edge.
    Corners radius;
    Shadow shadow = Shadow::none;
};

// A row of the shader's table; see shaders/ui.frag.
struct ShapeRow {
    std::array<float, 4> place;  // Centre and half size, device pixels.
    std::array<float, 4> radii;  // Device pixels.
    std::array<float, 4> detail; // Border width, kind (0 box, 1 shadow, 2 arc), two more by kind.
    std::array<float, 4> border; // 0 to 1, straight alpha.
    bool operator==(const ShapeRow&) const = default;
};

enum class HorizontalAlign : std::uint8_t { start, middle, end };
enum class Overflow : std::uint8_t {
    visible, // For amounts, numbers and dates, which are never cut.
    ellipsis,
};

struct TextStyling {
    Font font;
    Rgba color = 0;
    HorizontalAlign align = HorizontalAlign::start;
    Overflow overflow = Overflow::visible;
};

// Order of drawing; what is drawn in a later layer covers earlier ones whatever the call order.
enum class Layer : std::uint8_t {
    content,
    sticky,
    action_bar,
    bulk_bar,
    sheet,
    dialog,
    popover,
    toast,
    tooltip,
    lock_screen,
};
inline constexpr int layer_count = 10;

class Painter {
  public:
    explicit Painter(Fonts& fonts);
    ~Painter();
    Painter(const Painter&) = delete;
    Painter& operator=(const Painter&) = delete;

    // Between begin and end everything goes into `list`, layers in order.
    void begin(ImDrawList& list, const Theme& theme, Rect window);
    void end();

    [[nodiscard]] const Theme& theme() const { return theme_; }
    [[nodiscard]] Fonts& fonts() { return fonts_; }
    [[nodiscard]] float scale() const { return fonts_.scale(); }
    [[nodiscard]] float snapped(float value) const;
    [[nodiscard]] Rect snapped(const Rect& rect) const;
    // A hairline: one CSS pixel, at least one device pixel.
    [[nodiscard]] float hairline() const;

    // Multiplies the alpha of all that is drawn until it is set back to 1 (fades).
    void set_opacity(float opacity) { opacity_ = opacity; }
    [[nodiscard]] float opacity() const { return opacity_; }

    void set_layer(Layer layer);
    [[nodiscard]] Layer layer() const { return layer_; }

    // Clips to the common part of `rect` and what is already clipped to.
    void push_clip(const Rect& rect);
    // Clips to `rect` alone: for what leaves its place (popovers).
    void push_clip_over(const Rect& rect);
    void pop_clip();
    [[nodiscard]] const Rect& clip() const { return clips_.back(); }
    // False if nothing of `rect` could be seen.
    [[nodiscard]] bool is_visible(const Rect& rect) const;

    void fill(const Rect& rect, Rgba color, Corners radius = {});
    void box(const Rect& rect, const BoxStyle& style);
    // Around `rect` only: as in CSS, nothing of it shines through the box that throws it.
    void shadow(const Rect& rect, Shadow shadow, float radius);
    // A line of `width` around `rect`, `gap` away from it.
    void ring(const Rect& rect, float gap, float width, float radius, Rgba color);
    void horizontal_line(float x0, float x1, float y, Rgba color);
    void vertical_line(float x, float y0, float y1, Rgba color);
    // Part of a ring; angles in turns, clockwise from the top.
    void arc(Point center, float radius, float width, float start_turn, float sweep_turn,
             Rgba color);
    void stroke(std::span<const Point> points, float width, Rgba color);
    void image(const Rect& rect, std::uint64_t texture, float radius);

    // `icon` centred on `center`, `size` CSS pixels.
    void icon(Icon icon, Point center, float size, Rgba color);
    // One glyph, its pen on the baseline at a place that is snapped already (device pixels).
    void glyph(Point pen, const Fonts::Glyph& glyph, Rgba color);
    // Text with its line box's top left at `at`; returns the width drawn.
    float text(Point at, std::string_view text, const Font& font, Rgba color);
    // One line, middle of `rect` vertically, aligned within it.
    void text_in(const Rect& rect, std::string_view text, const TextStyling& style);
    // Lines broken to the width of `rect`, from its top; returns their height.
    float paragraph(const Rect& rect, std::string_view text, const TextStyling& style);
    void strike(const Rect& rect, std::string_view text, const TextStyling& style);

    [[nodiscard]] float width(std::string_view text, const Font& font) {
        return fonts_.width(text, font);
    }
    [[nodiscard]] float paragraph_height(std::string_view text, const Font& font, float width);

    // The table that the vertices of this frame refer to.
    [[nodiscard]] std::span<const ShapeRow> shapes() const { return shapes_; }

  private:
    void quad(const Rect& place, Point uv, Rgba color);
    // The shape within `bounds`, left out within `hole`.
    void shape(const Rect& bounds, const Rect& hole, Rgba color, const ShapeRow& row);
    // What is left of a box within `edge` device pixels from its sides; empty if that is little.
    [[nodiscard]] Rect plain_inside(const Rect& place, float edge) const;
    [[nodiscard]] std::uint32_t packed(Rgba color) const;

    Fonts& fonts_;
    ImDrawList* list_ = nullptr;
    ImDrawListSplitter* splitter_;
    Theme theme_;
    std::vector<ShapeRow> shapes_;
    std::vector<Rect> clips_;
    Layer layer_ = Layer::content;
    float opacity_ = 1;
};

} // namespace ui
