// A page of a document on the screen: the same items that the PDF has, as paper on the desk.
//
// The page keeps its ratio and is white in every theme. It is one node, "Invoice INV-0148, page 1
// of 2"; what it says is said by the screen beside it.
#pragma once

#include "documents/page.h"
#include "ui/draw_frame.h"
#include "ui/frame.h"
#include "ui/glyph_atlas.h"

#include <span>
#include <string_view>

namespace ui {

// Height of a page that is `width` wide.
[[nodiscard]] float page_height(const documents::Page& page, float width);

// Draws the page with its paper into `rect`, which has its ratio. `images` are the textures of the
// document's pictures, by their index; 0 leaves one out.
void draw_page(Frame& frame, GlyphAtlas& glyphs, const Rect& rect, const documents::Page& page,
               std::span<const TextureId> images, std::string_view name);

} // namespace ui
