// Names in any script: text that the interface's own faces cannot set.
//
// What runs right to left, is joined, carries loose marks or has letters that Inter as we cut it
// lacks is shaped as in documents and drawn by GlyphAtlas; Fonts sees by a glance at the bytes
// whether a text must come here, so plain Latin costs nothing. A text is set in parts: phrases that
// need shaping, each isolated, so that a Hebrew name never turns the sentence around it, and what
// stands between them, set like the rest of the interface. Phrases have no tracking. Faces are
// fetched when a text first needs them; until then a pale bar keeps the place, and where they
// cannot be reached boxes stand. Lines are kept until faces come.
#pragma once

#include "app/typesetter.h"
#include "documents/shape.h"
#include "ui/glyph_atlas.h"
#include "ui/painter.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ui {

class ShapedText {
  public:
    // All outlive it. Fonts::shape_with makes it the way that such text takes.
    ShapedText(Fonts& fonts, GlyphAtlas& glyphs, app::Typesetter& typesetter)
        : fonts_(fonts), glyphs_(glyphs), typesetter_(typesetter) {}
    ShapedText(const ShapedText&) = delete;
    ShapedText& operator=(const ShapedText&) = delete;

    // Takes faces that have come (also for documents) and forgets what was set without them. Once
    // a frame, before anything is drawn.
    void begin_frame();

    // As those of Fonts and Painter. Texts are well-formed UTF-8.
    [[nodiscard]] float width(std::string_view text, const Font& font);
    [[nodiscard]] std::size_t fitting(std::string_view text, const Font& font, float width);
    [[nodiscard]] std::string shortened(std::string_view text, const Font& font, float width);
    [[nodiscard]] std::vector<std::string_view> lines(std::string_view text, const Font& font,
                                                      float width);
    float draw(Painter& painter, Point at, std::string_view text, const Font& font, Rgba color);

  private:
    enum class State : std::uint8_t { plain, shaped, waiting, unreachable };
    struct Part {
        std::size_t first = 0; // Bytes of the text.
        std::size_t last = 0;
        State state = State::plain;
        documents::ShapedLine line; // In thousandths of a CSS pixel.
        float x = 0;
        float width = 0;
    };
    struct Line {
        std::vector<Part> parts;
        float width = 0;
        std::vector<documents::Length> advances; // By byte; none until one is asked for.
    };

    [[nodiscard]] std::vector<Part> parts(std::string_view text, const Font& font) const;
    void set(Part& part, std::string_view text, const Font& font);
    [[nodiscard]] Line& line(std::string_view text, const Font& font);
    // The advance of each cluster at the byte it starts at, 0 within clusters.
    [[nodiscard]] const std::vector<documents::Length>& advances(std::string_view text,
                                                                 const Font& font);
    void draw_stand_in(Painter& painter, Point base, std::string_view text, State state,
                       const Font& font, Rgba color);

    Fonts& fonts_;
    GlyphAtlas& glyphs_;
    app::Typesetter& typesetter_;
    std::unordered_map<std::string, Line> lines_;
    std::uint64_t revision_ = 0; // Of the typesetter, when the lines were set.
    float scale_ = 0;
    bool waits_ = false; // A line lacks a face.
};

} // namespace ui
