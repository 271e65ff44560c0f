// Glyphs of documents and of scripts that need shaping, rasterised into ImGui's atlas.
//
// A glyph is kept by face, id, device size (to an eighth of a pixel) and the quarter of a pixel it
// stands on, so that shaped runs are as sharp as the interface's own text and share its batch. It
// knows nothing of pages; ui/document_view draws those, ui/shaped_text lines of names.
#pragma once

#include "documents/font_set.h"
#include "documents/page.h"
#include "ui/outline.h"
#include "ui/painter.h"

#include <cstdint>
#include <unordered_map>

struct ImFontAtlas;

namespace ui {

class GlyphAtlas {
  public:
    // Both outlive the atlas of glyphs.
    GlyphAtlas(ImFontAtlas& atlas, const documents::FontSet& fonts)
        : atlas_(atlas), fonts_(fonts) {}
    GlyphAtlas(const GlyphAtlas&) = delete;
    GlyphAtlas& operator=(const GlyphAtlas&) = delete;

    // Draws a run with its origin at `origin` (CSS pixels); `scale` is CSS pixels in a thousandth
    // of a point. The baseline snaps to device pixels.
    void draw(Painter& painter, Point origin, float scale, const documents::GlyphRun& run,
              Rgba color);

  private:
    struct Kept {
        int rect = -1; // In ImGui's atlas; -1 for a glyph without ink.
        float x = 0;   // From the whole pixel of the pen, device pixels.
        float y = 0;
        float width = 0;
        float height = 0;
    };

    const Kept& kept(documents::Face face, std::uint16_t id, float size, int quarter);
    [[nodiscard]] Outline outline(documents::Face face, std::uint16_t id, float size,
                                  float shift) const;

    ImFontAtlas& atlas_;
    const documents::FontSet& fonts_;
    std::unordered_map<std::uint64_t, Kept> kept_;
};

} // namespace ui
