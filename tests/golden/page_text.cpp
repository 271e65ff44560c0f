#include "golden/page_text.h"

#include <cinttypes>
#include <cstdio>
#include <string_view>

namespace golden {

namespace {

using documents::Length;

std::string points(Length length) {
    char text[24];
    std::snprintf(text, sizeof text, "%.3f", length / 1000.0);
    return text;
}

std::string place(const documents::Box& box) {
    return points(box.x) + " " + points(box.y) + "  " + points(box.width) + " x " +
           points(box.height);
}

std::string colour(documents::Ink ink) {
    char text[8];
    std::snprintf(text, sizeof text, "#%02x%02x%02x", ink.red, ink.green, ink.blue);
    return text;
}

std::string_view tag_name(documents::Tag tag) {
    switch (tag) {
    case documents::Tag::document: return "document";
    case documents::Tag::heading: return "heading";
    case documents::Tag::subheading: return "subheading";
    case documents::Tag::paragraph: return "paragraph";
    case documents::Tag::table: return "table";
    case documents::Tag::row: return "row";
    case documents::Tag::column_head: return "column head";
    case documents::Tag::row_head: return "row head";
    case documents::Tag::cell: return "cell";
    case documents::Tag::figure: return "figure";
    case documents::Tag::link: return "link";
    }
    return "";
}

std::string_view face_name(documents::Face face) {
    std::string_view name = documents::face_files[static_cast<std::size_t>(face)];
    name.remove_suffix(std::string_view(".ttf").size());
    return name;
}

// The line of one item, without its element.
struct ItemText {
    // Read in the order that glyphs stand in, so right-to-left text is seen turned around.
    std::string operator()(const documents::GlyphRun& run) const {
        std::string text;
        for (const documents::PlacedGlyph& glyph : run.glyphs)
            text += glyph.text;
        const auto& first = run.glyphs.front();
        return points(first.x) + " " + points(first.y) + "  " + std::string(face_name(run.face)) +
               " " + points(run.size) + " " + colour(run.ink) + "  “" + text + "”";
    }
    std::string operator()(const documents::Fill& fill) const {
        return place(fill.box) + "  fill " + colour(fill.ink);
    }
    std::string operator()(const documents::Outline& outline) const {
        return place(outline.box) + "  outline " + colour(outline.ink) + " " +
               points(outline.width) + " radius " + points(outline.radius) + " dash " +
               points(outline.dash);
    }
    std::string operator()(const documents::QrCode& code) const {
        return place(code.box) + "  code of " + std::to_string(code.modules) + " modules";
    }
    std::string operator()(const documents::Picture& picture) const {
        return place(picture.box) + "  picture " + std::to_string(picture.image);
    }
    std::string operator()(const documents::Link& link) const {
        return place(link.box) + "  link to " + link.address;
    }
};

} // namespace

std::string page_text(const documents::Pages& pages) {
    std::string text = pages.title + "\n" + pages.language + "\n";
    for (std::size_t number = 0; number < pages.pages.size(); ++number) {
        const documents::Page& page = pages.pages[number];
        text += "\npage " + std::to_string(number + 1) + "  " + points(page.width) + " x " +
                points(page.height) + "\n";
        for (const documents::Item& item : page.items) {
            text += std::visit(ItemText{}, item.shape);
            if (item.element != documents::artifact) {
                const auto& element = pages.elements[static_cast<std::size_t>(item.element)];
                text += "  " + std::string(tag_name(element.tag));
                if (!element.alternative.empty()) text += ": " + element.alternative;
            }
            text += "\n";
        }
    }
    return text;
}

} // namespace golden
