#include "ui/glyph_atlas.h"

#include "documents/glyph_outline.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>
#include <cstring>

namespace ui {

namespace {

std::uint64_t key_of(documents::Face face, std::uint16_t id, float size, int quarter) {
    const auto eighths = static_cast<std::uint64_t>(std::lround(size * 8));
    return static_cast<std::uint64_t>(face) << 48U | static_cast<std::uint64_t>(id) << 32U |
           eighths << 2U | static_cast<std::uint64_t>(quarter);
}

} // namespace

// Font units, y upwards, into pixels, y downwards.
Outline GlyphAtlas::outline(documents::Face face, std::uint16_t id, float size, float shift) const {
    using Kind = documents::OutlineStep::Kind;
    const float scale = size / static_cast<float>(fonts_.metrics(face).units_per_em);
    const auto at = [&](const documents::OutlineStep::Point& point) {
        return Point{point.x * scale + shift, -point.y * scale};
    };
    Outline outline;
    for (const auto& [kind, points] : documents::glyph_outline(fonts_, face, id)) {
        switch (kind) {
        case Kind::move: outline.move_to(at(points[0])); break;
        case Kind::line: outline.line_to(at(points[0])); break;
        case Kind::quadratic: outline.quadratic_to(at(points[0]), at(points[1])); break;
        case Kind::cubic: outline.cubic_to(at(points[0]), at(points[1]), at(points[2])); break;
        case Kind::close: outline.close(); break;
        }
    }
    return outline;
}

const GlyphAtlas::Kept& GlyphAtlas::kept(documents::Face face, std::uint16_t id, float size,
                                         int quarter) {
    const auto [entry, is_new] = kept_.try_emplace(key_of(face, id, size, quarter));
    Kept& kept = entry->second;
    if (!is_new) return kept;
    const Coverage coverage = covered(outline(face, id, size, static_cast<float>(quarter) / 4));
    if (coverage.values.empty()) return kept;
    ImFontAtlasRect place;
    kept.rect = atlas_.AddCustomRect(coverage.width, coverage.height, &place);
    if (kept.rect < 0) return kept; // The atlas is full: the glyph stays away, nothing breaks.
    ImTextureData* const texture = atlas_.TexData;
    for (int row = 0; row < coverage.height; ++row)
        std::memcpy(texture->GetPixelsAt(place.x, place.y + row),
                    coverage.values.data() +
                        static_cast<std::size_t>(row) * static_cast<std::size_t>(coverage.width),
                    static_cast<std::size_t>(coverage.width));
    ImFontAtlasTextureBlockQueueUpload(&atlas_, texture, place.x, place.y, coverage.width,
                                       coverage.height);
    kept.x = static_cast<float>(coverage.x);
    kept.y = static_cast<float>(coverage.y);
    kept.width = static_cast<float>(coverage.width);
    kept.height = static_cast<float>(coverage.height);
    return kept;
}

void GlyphAtlas::draw(Painter& painter, Point origin, float scale, const documents::GlyphRun& run,
                      Rgba color) {
    const float device = painter.scale();
    const float size = static_cast<float>(run.size) * scale * device;
    if (size < 1 || !fonts_.has(run.face)) return;
    for (const documents::PlacedGlyph& glyph : run.glyphs) {
        const float x = (origin.x + static_cast<float>(glyph.x) * scale) * device;
        const float y = std::round((origin.y + static_cast<float>(glyph.y) * scale) * device);
        const float snapped = std::round(x * 4) / 4;
        const float whole = std::floor(snapped);
        const Kept& found = kept(run.face, glyph.id, size, static_cast<int>((snapped - whole) * 4));
        ImFontAtlasRect place;
        if (found.rect < 0 || !atlas_.GetCustomRect(found.rect, &place)) continue;
        painter.glyph({whole, y},
                      {.x0 = found.x,
                       .y0 = found.y,
                       .x1 = found.x + found.width,
                       .y1 = found.y + found.height,
                       .u0 = place.uv0.x,
                       .v0 = place.uv0.y,
                       .u1 = place.uv1.x,
                       .v1 = place.uv1.y,
                       .advance = 0,
                       .visible = true},
                      color);
    }
}

} // namespace ui
