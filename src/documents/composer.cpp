#include "documents/composer.h"

#include <string>

namespace documents {

namespace {

// From the top of the line box to the baseline, with the letters of the document family in the
// middle of `leading`, whatever script the line is in.
Length baseline_drop(const FontSet& fonts, Length size, Length leading) {
    const FaceMetrics& metrics = fonts.metrics(Face::document_400);
    const std::int64_t above = std::int64_t{metrics.ascender} * size / metrics.units_per_em;
    const std::int64_t below = std::int64_t{-metrics.descender} * size / metrics.units_per_em;
    return static_cast<Length>((leading - above - below) / 2 + above);
}

} // namespace

void Composer::add_page(Length width, Length height) {
    pages_.pages.push_back({.width = width, .height = height, .items = {}});
    page_ = pages_.pages.size() - 1;
}

ElementIndex Composer::element(Tag tag, ElementIndex parent, std::string_view alternative) {
    pages_.elements.push_back(
        {.tag = tag, .parent = parent, .alternative = std::string(alternative)});
    return static_cast<ElementIndex>(pages_.elements.size()) - 1;
}

Length Composer::width_of(std::string_view text, const TextStyle& style) const {
    return shape_line(fonts_, text, style).width;
}

void Composer::line(const Slot& slot, std::string_view text, const TextStyle& style, Length leading,
                    ElementIndex element) {
    if (text.empty()) return;
    line(slot, shape_line(fonts_, text, style), style, leading, element);
}

void Composer::line(const Slot& slot, const ShapedLine& shaped, const TextStyle& style,
                    Length leading, ElementIndex element) {
    const Length rest = slot.width - shaped.width;
    const Length x = slot.left + (slot.align == Align::left    ? 0
                                  : slot.align == Align::right ? rest
                                                               : rest / 2);
    const Length y = slot.top + baseline_drop(fonts_, style.size, leading);
    for (GlyphRun run : shaped.runs) {
        for (PlacedGlyph& glyph : run.glyphs) {
            glyph.x += x;
            glyph.y += y;
        }
        item({.shape = std::move(run), .element = element});
    }
}

Length Composer::paragraph(const Slot& slot, std::string_view text, const TextStyle& style,
                           Length leading, ElementIndex element) {
    Length height = 0;
    for (const ShapedLine& shaped : shape_paragraphs(fonts_, text, style, slot.width)) {
        Slot place = slot;
        place.top += height;
        line(place, shaped, style, leading, element);
        height += leading;
    }
    return height;
}

Length Composer::paragraph_height(std::string_view text, const TextStyle& style, Length leading,
                                  Length width) const {
    const std::size_t lines = shape_paragraphs(fonts_, text, style, width).size();
    return static_cast<Length>(lines) * leading;
}

void Composer::fill(const Box& box, Ink ink) {
    item({.shape = Fill{box, ink}, .element = artifact});
}

void Composer::outline(const Outline& outline) { item({.shape = outline, .element = artifact}); }

void Composer::item(Item item) { pages_.pages[page_].items.push_back(std::move(item)); }

} // namespace documents
