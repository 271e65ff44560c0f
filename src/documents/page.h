// A finished document: pages with items at fixed positions, and the tree that says what they are.
//
// Everything that shows a document (PDF, preview, the payer's page) is one switch over these items;
// nothing after this point decides where anything stands. Lengths are thousandths of a point, x to
// the right and y down from the top left corner of the page, text by its baseline. Glyphs are named
// by face and glyph id, so a picture on screen and in the PDF cannot differ.
#pragma once

#include "documents/face.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace documents {

using Length = std::int32_t; // Thousandths of a point.

[[nodiscard]] constexpr Length points(std::int32_t whole, std::int32_t thousandths = 0) {
    return whole * 1000 + thousandths;
}

struct Box {
    Length x = 0;
    Length y = 0;
    Length width = 0;
    Length height = 0;

    friend bool operator==(const Box&, const Box&) = default;
};

struct Ink {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    friend bool operator==(const Ink&, const Ink&) = default;
};

// Position of a glyph's origin on the page. `text` is what it stands for when the page is read
// aloud or copied; of a cluster of several glyphs the widest has it, the others have none.
struct PlacedGlyph {
    std::uint16_t id = 0;
    Length x = 0;
    Length y = 0;
    bool joins = false; // Of the same cluster as the glyph before.
    std::string text;

    friend bool operator==(const PlacedGlyph&, const PlacedGlyph&) = default;
};

// Glyphs of one face and size on one line, left to right as seen.
struct GlyphRun {
    Face face = Face::document_400;
    Length size = 0;
    Ink ink;
    bool is_right_to_left = false;
    std::vector<PlacedGlyph> glyphs;

    friend bool operator==(const GlyphRun&, const GlyphRun&) = default;
};

struct Fill {
    Box box;
    Ink ink;

    friend bool operator==(const Fill&, const Fill&) = default;
};

// The line around a box, drawn inside it; `dash` 0 is a solid line. A dashed Outline of height 0 is
// a dashed rule.
struct Outline {
    Box box;
    Ink ink;
    Length width = 0;
    Length radius = 0;
    Length dash = 0;

    friend bool operator==(const Outline&, const Outline&) = default;
};

// Black squares of a QR code on white: `modules` rows of `modules` cells, 1 dark.
struct QrCode {
    Box box;
    std::uint16_t modules = 0;
    std::vector<bool> cells;

    friend bool operator==(const QrCode&, const QrCode&) = default;
};

// The document's picture number `image`, fitted to the box.
struct Picture {
    Box box;
    std::uint16_t image = 0;

    friend bool operator==(const Picture&, const Picture&) = default;
};

struct Link {
    Box box;
    std::string address;

    friend bool operator==(const Link&, const Link&) = default;
};

// What an item belongs to, for those who do not see the page. `artifact` items (rules, page
// numbers, repeated heads) are furniture and are not read.
using ElementIndex = std::int32_t;
inline constexpr ElementIndex artifact = -1;

struct Item {
    std::variant<GlyphRun, Fill, Outline, QrCode, Picture, Link> shape;
    ElementIndex element = artifact;

    friend bool operator==(const Item&, const Item&) = default;
};

enum class Tag : std::uint8_t {
    document,
    heading, // H1
    subheading,
    paragraph,
    table,
    row,
    column_head, // TH with Scope Column
    row_head,    // TH with Scope Row
    cell,
    figure,
    link,
};

// The first element is the document; a parent stands before its children.
struct Element {
    Tag tag = Tag::document;
    ElementIndex parent = artifact;
    std::string alternative; // Of a figure: what it shows.

    friend bool operator==(const Element&, const Element&) = default;
};

struct Page {
    Length width = 0;
    Length height = 0;
    std::vector<Item> items;

    friend bool operator==(const Page&, const Page&) = default;
};

enum class ImageFormat : std::uint8_t { png, jpeg };

struct Image {
    ImageFormat format = ImageFormat::png;
    std::vector<std::byte> bytes;

    friend bool operator==(const Image&, const Image&) = default;
};

struct Pages {
    std::string title;
    std::string author;
    std::string language;        // BCP 47: "en-IE".
    std::int64_t created_ms = 0; // UTC; of the document, not of the moment it is drawn.
    std::vector<Element> elements;
    std::vector<Image> images;
    std::vector<Page> pages;

    friend bool operator==(const Pages&, const Pages&) = default;
};

} // namespace documents
