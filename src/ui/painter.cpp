#include "ui/painter.h"

#include "base/assert.h"
#include "ui/shaped_text.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr float tau = 6.2831853F;
constexpr float kind_box = 0;
constexpr float kind_shadow = 1;
constexpr float kind_arc = 2;

// How far a shadow is drawn beyond its box, in standard deviations; what is left out is below
// half a step of 8-bit colour for the palest token.
constexpr float shadow_reach = 2.6F;

// The inside of a box is of one colour and is drawn plainly, which a slow graphics card does
// several times faster; below this many CSS pixels it isn't worth four more quads.
constexpr float plain_side_min = 32;

std::array<float, 4> channels(Rgba color, float opacity) {
    const auto channel = [color](unsigned shift) {
        return static_cast<float>((color >> shift) & 0xFFU) / 255;
    };
    return {channel(24), channel(16), channel(8), channel(0) * opacity};
}

ImVec2 vec(float x, float y) { return {x, y}; }

} // namespace

Painter::Painter(Fonts& fonts) : fonts_(fonts), splitter_(IM_NEW(ImDrawListSplitter)) {}
Painter::~Painter() { IM_DELETE(splitter_); }

void Painter::begin(ImDrawList& list, const Theme& theme, Rect window) {
    list_ = &list;
    theme_ = theme;
    shapes_.clear();
    clips_.assign(1, window);
    opacity_ = 1;
    splitter_->Split(list_, layer_count);
    layer_ = Layer::content;
    list_->PushClipRect(vec(window.x, window.y), vec(window.right(), window.bottom()));
}

void Painter::end() {
    ASSERT(clips_.size() == 1);
    set_layer(Layer::content);
    list_->PopClipRect();
    splitter_->Merge(list_);
    list_ = nullptr;
}

float Painter::snapped(float value) const { return std::round(value * scale()) / scale(); }

Rect Painter::snapped(const Rect& rect) const {
    const float left = snapped(rect.x);
    const float top = snapped(rect.y);
    return {left, top, snapped(rect.right()) - left, snapped(rect.bottom()) - top};
}

float Painter::hairline() const { return std::max(1.0F, std::round(scale())) / scale(); }

void Painter::set_layer(Layer layer) {
    // Each channel keeps its own commands; the clip in force is set anew in the one we enter.
    layer_ = layer;
    splitter_->SetCurrentChannel(list_, static_cast<int>(layer));
    const Rect& clip = clips_.back();
    list_->_CmdHeader.ClipRect = ImVec4(clip.x, clip.y, clip.right(), clip.bottom());
    list_->_OnChangedClipRect();
}

void Painter::push_clip(const Rect& rect) {
    push_clip_over(intersection(snapped(rect), clips_.back()));
}

void Painter::push_clip_over(const Rect& rect) {
    clips_.push_back(rect);
    list_->PushClipRect(vec(rect.x, rect.y), vec(rect.right(), rect.bottom()), false);
}

void Painter::pop_clip() {
    ASSERT(clips_.size() > 1);
    clips_.pop_back();
    list_->PopClipRect();
    // Layers may have been entered between push and pop, so the list's own stack is not trusted.
    const Rect& clip = clips_.back();
    list_->_CmdHeader.ClipRect = ImVec4(clip.x, clip.y, clip.right(), clip.bottom());
    list_->_OnChangedClipRect();
}

bool Painter::is_visible(const Rect& rect) const {
    return !intersection(rect, clips_.back()).is_empty();
}

std::uint32_t Painter::packed(Rgba color) const {
    const Rgba rgba = opacity_ >= 1 ? color : faded(color, opacity_);
    return IM_COL32(rgba >> 24U & 0xFFU, rgba >> 16U & 0xFFU, rgba >> 8U & 0xFFU, rgba & 0xFFU);
}

void Painter::quad(const Rect& place, Point uv, Rgba color) {
    if (!is_visible(place)) return;
    list_->PrimReserve(6, 4);
    list_->PrimRectUV(vec(place.x, place.y), vec(place.right(), place.bottom()), vec(uv.x, uv.y),
                      vec(uv.x, uv.y), packed(color));
}

void Painter::shape(const Rect& bounds, const Rect& hole, Rgba color, const ShapeRow& row) {
    if (!is_visible(bounds)) return;
    const Point uv{2 + static_cast<float>(shapes_.size()), 0};
    shapes_.push_back(row);
    if (hole.is_empty()) return quad(bounds, uv, color);
    quad({bounds.x, bounds.y, bounds.width, hole.y - bounds.y}, uv, color);
    quad({bounds.x, hole.y, hole.x - bounds.x, hole.height}, uv, color);
    quad({hole.right(), hole.y, bounds.right() - hole.right(), hole.height}, uv, color);
    quad({bounds.x, hole.bottom(), bounds.width, bounds.bottom() - hole.bottom()}, uv, color);
}

Rect Painter::plain_inside(const Rect& place, float edge) const {
    const Rect inside = place.inset(std::ceil(edge) / scale());
    const bool pays = inside.width > plain_side_min && inside.height > plain_side_min;
    return pays ? inside : Rect{};
}

void Painter::fill(const Rect& rect, Rgba color, Corners radius) {
    box(rect, {.fill = color, .radius = radius});
}

void Painter::box(const Rect& rect, const BoxStyle& style) {
    if (rect.is_empty()) return;
    if (style.shadow != Shadow::none) shadow(rect, style.shadow, style.radius.top_left);
    const Rect place = snapped(rect);
    const float border =
        style.border_width <= 0 ? 0 : std::max(1.0F, std::round(style.border_width * scale()));
    const float round_max = std::min(place.width, place.height) / 2;
    const auto corner = [this, round_max](float radius) {
        return std::min(radius, round_max) * scale();
    };
    const Corners& radius = style.radius;
    const float corner_max = corner(
        std::max({radius.top_left, radius.top_right, radius.bottom_right, radius.bottom_left}));
    const bool is_plain = border <= 0 && corner_max <= 0;
    const Rect inside = is_plain ? place : plain_inside(place, std::max(border, corner_max));
    if ((style.fill & 0xFFU) != 0 && !inside.is_empty()) {
        const ImVec2 white = list_->_Data->TexUvWhitePixel;
        quad(inside, {white.x, white.y}, style.fill);
    }
    if (is_plain) return;
    shape(place.outset(1 / scale()), inside, style.fill,
          {.place = {place.center_x() * scale(), place.center_y() * scale(),
                     place.width / 2 * scale(), place.height / 2 * scale()},
           .radii = {corner(style.radius.top_left), corner(style.radius.top_right),
                     corner(style.radius.bottom_right), corner(style.radius.bottom_left)},
           .detail = {border, kind_box, 0, 0},
           .border = channels(style.border, opacity_)});
}

void Painter::shadow(const Rect& rect, Shadow shadow, float radius) {
    const ShadowMeasure measure = shadow_measure(shadow, theme_.appearance);
    if (measure.color == 0 || rect.is_empty()) return;
    const Rect place = snapped(rect.moved(0, measure.y));
    const float sigma = measure.blur / 2;
    shape(place.outset(sigma * shadow_reach),
          plain_inside(snapped(rect), std::max(radius, measure.y) * scale()), measure.color,
          {.place = {place.center_x() * scale(), place.center_y() * scale(),
                     place.width / 2 * scale(), place.height / 2 * scale()},
           .radii = {radius * scale(), 0, 0, 0},
           .detail = {0, kind_shadow, sigma * scale(), 0},
           .border = {}});
}

void Painter::ring(const Rect& rect, float gap, float width, float radius, Rgba color) {
    box(rect.outset(gap + width),
        {.border = color, .border_width = width, .radius = radius + gap + width});
}

void Painter::horizontal_line(float x0, float x1, float y, Rgba color) {
    fill({x0, snapped(y), x1 - x0, hairline()}, color);
}

void Painter::vertical_line(float x, float y0, float y1, Rgba color) {
    fill({snapped(x), y0, hairline(), y1 - y0}, color);
}

void Painter::arc(Point center, float radius, float width, float start_turn, float sweep_turn,
                  Rgba color) {
    const float reach = radius + width;
    shape({center.x - reach, center.y - reach, 2 * reach, 2 * reach}, {}, color,
          {.place = {center.x * scale(), center.y * scale(), radius * scale(), 0},
           .radii = {},
           .detail = {width * scale(), kind_arc, start_turn * tau, sweep_turn * tau},
           .border = {}});
}

void Painter::stroke(std::span<const Point> points, float width, Rgba color) {
    std::vector<ImVec2> path;
    path.reserve(points.size());
    for (const Point& point : points)
        path.push_back(vec(point.x, point.y));
    list_->AddPolyline(path.data(), static_cast<int>(path.size()), packed(color), 0, width);
}

void Painter::image(const Rect& rect, std::uint64_t texture, float radius) {
    const Rect place = snapped(rect);
    list_->AddImageRounded(ImTextureRef(texture), vec(place.x, place.y),
                           vec(place.right(), place.bottom()), vec(0, 0), vec(1, 1),
                           packed(0xFFFFFFFFU), radius);
}

void Painter::icon(Icon icon, Point center, float size, Rgba color) {
    if (icon == Icon::none) return;
    const Font face{Face::icons, size, size, 0};
    const Fonts::Glyph glyph = fonts_.glyph(static_cast<char32_t>(icon), face);
    if (!glyph.visible) return;
    // A pictogram fills its em: its middle is the em's middle, wherever the baseline lies.
    const float left = std::round((center.x - size / 2) * scale());
    const float base =
        std::round((center.y - size / 2) * scale()) + std::round(fonts_.baseline(face) * scale());
    this->glyph({left, base}, glyph, color);
}

void Painter::glyph(Point pen, const Fonts::Glyph& glyph, Rgba color) {
    list_->PrimReserve(6, 4);
    list_->PrimRectUV(vec((pen.x + glyph.x0) / scale(), (pen.y + glyph.y0) / scale()),
                      vec((pen.x + glyph.x1) / scale(), (pen.y + glyph.y1) / scale()),
                      vec(glyph.u0, glyph.v0), vec(glyph.u1, glyph.v1), packed(color));
}

float Painter::text(Point at, std::string_view text, const Font& font, Rgba color) {
    if (text.empty()) return 0;
    if (ShapedText* shaped = fonts_.shaped(text, font))
        return shaped->draw(*this, at, text, font, color);
    const Rect line{at.x - 2, at.y - 4, 1e6F, font.line + 8};
    if (!is_visible(line)) return fonts_.width(text, font);
    const float base = std::round((at.y + fonts_.baseline(font)) * scale());
    float pen = at.x * scale();
    for (std::size_t next = 0; next < text.size();) {
        const Fonts::Glyph glyph = fonts_.glyph(next_code_point(text, next), font);
        // The atlas holds quarters of a pixel.
        if (glyph.visible) this->glyph({std::round(pen * 4) / 4, base}, glyph, color);
        pen += glyph.advance + font.tracking * scale();
    }
    return pen / scale() - at.x - font.tracking;
}

void Painter::text_in(const Rect& rect, std::string_view text, const TextStyling& style) {
    std::string cut;
    if (style.overflow == Overflow::ellipsis) {
        cut = fonts_.shortened(text, style.font, rect.width);
        text = cut;
    }
    float x = rect.x;
    if (style.align != HorizontalAlign::start) {
        const float rest = rect.width - fonts_.width(text, style.font);
        x += style.align == HorizontalAlign::end ? rest : rest / 2;
    }
    const float y = rect.y + (rect.height - style.font.line) / 2;
    this->text({x, y}, text, style.font, style.color);
}

float Painter::paragraph(const Rect& rect, std::string_view text, const TextStyling& style) {
    float y = rect.y;
    for (const std::string_view line : fonts_.lines(text, style.font, rect.width)) {
        text_in({rect.x, y, rect.width, style.font.line}, line, style);
        y += style.font.line;
    }
    return y - rect.y;
}

float Painter::paragraph_height(std::string_view text, const Font& font, float width) {
    return static_cast<float>(fonts_.lines(text, font, width).size()) * font.line;
}

void Painter::strike(const Rect& rect, std::string_view text, const TextStyling& style) {
    text_in(rect, text, style);
    const float width = fonts_.width(text, style.font);
    float x = rect.x;
    if (style.align == HorizontalAlign::end) x = rect.right() - width;
    if (style.align == HorizontalAlign::middle) x = rect.x + (rect.width - width) / 2;
    horizontal_line(x, x + width, rect.y + rect.height / 2, style.color);
}

} // namespace ui
