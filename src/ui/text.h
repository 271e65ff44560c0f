// Faces, sizes and measuring of the interface's text.
//
// Glyphs are baked by ImGui's dynamic atlas at exact device pixels, four to a pixel across, so that
// a glyph set on a quarter pixel is as sharp as the browser's own; the CSS size of the em is kept
// to the fraction, so that a browser's text field and the drawn text coincide. Text is UTF-8 in the
// order it is read; what needs joining or runs right to left goes through ui/shaped_text.h.
// No kerning and no ligatures: the same as the browser's fields are told to use.
#pragma once

#include "ui/theme.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct ImFont;
struct ImFontAtlas;
struct ImFontBaked;

namespace ui {

class ShapedText;

enum class Face : std::uint8_t { regular, medium, semibold, icons };
inline constexpr int face_count = 4;

// A face at a CSS size. `tracking` is added after every glyph, in CSS pixels.
struct Font {
    Face face = Face::regular;
    float size = 13;
    float line = 20;
    float tracking = 0;

    friend bool operator==(const Font&, const Font&) = default;
};

[[nodiscard]] Font font(Type type, Weight weight = Weight::regular);

// Font files by their metrics tables, in units of the em; what a browser rounds its line box from.
struct FaceMetrics {
    float ascent = 0.97F;
    float descent = 0.24F;
};

// Reads unitsPerEm, ascender and descender; false if the bytes are no TrueType font.
[[nodiscard]] bool read_face_metrics(std::span<const std::byte> file, FaceMetrics& out);

class Fonts {
  public:
    // `atlas` is the running ImGui context's. It is switched to one byte a texel.
    explicit Fonts(ImFontAtlas& atlas);

    // Adds a face, or another file to fall back to for glyphs that the face lacks. The bytes must
    // outlive the fonts. False, and nothing changed, if they are no font.
    [[nodiscard]] bool add(Face face, std::span<const std::byte> file);
    [[nodiscard]] bool has(Face face) const { return faces_[index(face)].font != nullptr; }

    // From here on text that is not plain is measured and drawn by `shaped`, which outlives the
    // fonts' use.
    void shape_with(ShapedText& shaped) { shaped_ = &shaped; }
    // Who sets this text: null for plain text, as most is.
    [[nodiscard]] ShapedText* shaped(std::string_view text, const Font& font) const;
    [[nodiscard]] ShapedText* shaped() const { return shaped_; }
    // Set glyph by glyph from left to right, and the face has it.
    [[nodiscard]] bool is_plain(char32_t code, Face face) const;

    // Device pixels in a CSS pixel; from here on glyphs are baked for it.
    void set_scale(float scale) { scale_ = scale; }
    [[nodiscard]] float scale() const { return scale_; }

    // Width in CSS pixels, not rounded, without the tracking after the last glyph.
    [[nodiscard]] float width(std::string_view text, const Font& font);

    // From the top of a line box of `font.line` to the baseline, as browsers place it.
    [[nodiscard]] float baseline(const Font& font) const;

    // Bytes of `text` that fit `width`, cut between characters.
    [[nodiscard]] std::size_t fitting(std::string_view text, const Font& font, float width);

    // `text` if it fits, else cut with "…". For names only: amounts, numbers and dates are never
    // cut, they get a column wide enough or wrap whole.
    [[nodiscard]] std::string shortened(std::string_view text, const Font& font, float width);

    // Lines of a paragraph set in `width`: views into `text`, broken at spaces and "\n"; a word
    // wider than the line is broken where it must.
    [[nodiscard]] std::vector<std::string_view> lines(std::string_view text, const Font& font,
                                                      float width);

    // Characters drawn for lack of a glyph since the start; 0 is what a screen should leave.
    [[nodiscard]] std::uint32_t missing_glyphs() const { return missing_glyphs_; }
    void count_missing() { ++missing_glyphs_; }

    // A glyph's box around the pen on the baseline, in device pixels, and where it is in the atlas.
    struct Glyph {
        float x0, y0, x1, y1;
        float u0, v0, u1, v1;
        float advance; // Device pixels, without tracking.
        bool visible;
    };
    [[nodiscard]] Glyph glyph(char32_t code, const Font& font);

  private:
    struct LoadedFace {
        ImFont* font = nullptr;
        FaceMetrics metrics;
    };
    struct Baked {
        ImFontBaked* baked;
        float density; // Device pixels in a unit of the baked font.
        float ascent;  // In units of the baked font, as baked into the glyphs.
    };

    static std::size_t index(Face face) { return static_cast<std::size_t>(face); }
    [[nodiscard]] Baked bake(const Font& font) const;
    [[nodiscard]] float advance(const Baked& baked, char32_t code);

    ImFontAtlas& atlas_;
    std::array<LoadedFace, face_count> faces_;
    ShapedText* shaped_ = nullptr;
    float scale_ = 1;
    std::uint32_t missing_glyphs_ = 0;
};

// The next character of `text` from byte `at` on, which is moved past it. Broken bytes answer
// U+FFFD, one byte at a time.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at);

} // namespace ui
