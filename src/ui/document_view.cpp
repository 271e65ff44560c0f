#include "ui/document_view.h"

#include <cmath>
#include <string>

namespace ui {

namespace {

Rgba color_of(documents::Ink ink) {
    return static_cast<Rgba>(ink.red) << 24U | static_cast<Rgba>(ink.green) << 16U |
           static_cast<Rgba>(ink.blue) << 8U | 0xFFU;
}

struct View {
    Painter& paint;
    GlyphAtlas& glyphs;
    std::span<const TextureId> images;
    Point origin;
    float scale; // CSS pixels in a thousandth of a point.

    [[nodiscard]] Rect rect(const documents::Box& box) const {
        return {origin.x + static_cast<float>(box.x) * scale,
                origin.y + static_cast<float>(box.y) * scale, static_cast<float>(box.width) * scale,
                static_cast<float>(box.height) * scale};
    }

    void operator()(const documents::GlyphRun& run) const {
        glyphs.draw(paint, origin, scale, run, color_of(run.ink));
    }

    void operator()(const documents::Fill& fill) const {
        Rect place = paint.snapped(rect(fill.box));
        // A hairline of the page stays one on the screen.
        if (place.height <= 0) place.height = 1 / paint.scale();
        if (place.width <= 0) place.width = 1 / paint.scale();
        paint.fill(place, color_of(fill.ink));
    }

    void operator()(const documents::Outline& outline) const {
        const Rect place = rect(outline.box);
        const Rgba color = color_of(outline.ink);
        if (outline.dash == 0) {
            paint.box(place, {.border = color,
                              .border_width = static_cast<float>(outline.width) * scale,
                              .radius = static_cast<float>(outline.radius) * scale});
            return;
        }
        const float dash = std::max(1.0F, static_cast<float>(outline.dash) * scale);
        dashes({place.x, place.y}, {place.right(), place.y}, dash, color);
        if (outline.box.height == 0) return;
        dashes({place.x, place.bottom()}, {place.right(), place.bottom()}, dash, color);
        dashes({place.x, place.y}, {place.x, place.bottom()}, dash, color);
        dashes({place.right(), place.y}, {place.right(), place.bottom()}, dash, color);
    }

    void dashes(Point from, Point to, float dash, Rgba color) const {
        const bool is_across = from.y == to.y;
        const float length = is_across ? to.x - from.x : to.y - from.y;
        const float line = paint.hairline();
        for (float at = 0; at < length; at += 2 * dash) {
            const float part = std::min(dash, length - at);
            paint.fill(is_across ? Rect{from.x + at, paint.snapped(from.y), part, line}
                                 : Rect{paint.snapped(from.x), from.y + at, line, part},
                       color);
        }
    }

    // Cells snap one by one: rows of different widths by a device pixel read better than blur.
    void operator()(const documents::QrCode& code) const {
        const Rect place = rect(code.box);
        const float cell = place.width / static_cast<float>(code.modules);
        for (std::size_t row = 0; row < code.modules; ++row)
            for (std::size_t column = 0; column < code.modules; ++column) {
                if (!code.cells[row * code.modules + column]) continue;
                paint.fill({place.x + cell * static_cast<float>(column),
                            place.y + cell * static_cast<float>(row), cell, cell},
                           0x000000FFU);
            }
    }

    void operator()(const documents::Picture& picture) const {
        if (picture.image < images.size() && images[picture.image] != 0)
            paint.image(rect(picture.box), images[picture.image], 0);
    }

    void operator()(const documents::Link&) const {}
};

} // namespace

float page_height(const documents::Page& page, float width) {
    return width * static_cast<float>(page.height) / static_cast<float>(page.width);
}

void draw_page(Frame& frame, GlyphAtlas& glyphs, const Rect& rect, const documents::Page& page,
               std::span<const TextureId> images, std::string_view name) {
    Painter& paint = frame.paint();
    paint.shadow(rect, Shadow::medium, 2);
    paint.box(rect.outset(1), {.fill = frame.color(Color::paper),
                               .border = frame.color(Color::border_strong),
                               .border_width = 1});
    paint.push_clip(rect);
    const View view{.paint = paint,
                    .glyphs = glyphs,
                    .images = images,
                    .origin = {paint.snapped(rect.x), paint.snapped(rect.y)},
                    .scale = rect.width / static_cast<float>(page.width)};
    for (const documents::Item& item : page.items)
        std::visit(view, item.shape);
    paint.pop_clip();
    Node node;
    node.id = frame.id(name);
    node.role = Role::document;
    node.name = std::string(name);
    node.rect = rect;
    node.name_is_drawn = false;
    frame.add(std::move(node));
}

} // namespace ui
