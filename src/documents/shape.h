// Text to glyphs: direction, script, face, ligatures and marks of one line; and paragraphs to
// lines.
//
// Any mix of scripts is set as its readers expect: runs by the Unicode bidirectional algorithm
// (SheenBidi), letters by HarfBuzz, a face for each script by FontSet. Positions are added up in
// font units and converted once, so nothing drifts along a line. Lines break at spaces, after
// hyphens and dashes, and between ideographs; a word that is wider than the line, and Thai, which
// needs a dictionary to break well, breaks between letters.
#pragma once

#include "documents/font_set.h"
#include "documents/page.h"

#include <string_view>
#include <vector>

namespace documents {

enum class Digits : std::uint8_t { proportional, tabular };

struct TextStyle {
    Length size = points(9);
    Weight weight = Weight::regular;
    Digits digits = Digits::proportional;
    Ink ink;
};

// Glyphs from x 0, baseline y 0, left to right as seen.
struct ShapedLine {
    std::vector<GlyphRun> runs;
    Length width = 0;
    bool is_right_to_left = false; // Its first strong letter is: it starts at the right edge.
};

// One line of well-formed UTF-8; line ends in it are drawn as spaces. Linear in the text.
[[nodiscard]] ShapedLine shape_line(const FontSet& fonts, std::string_view text,
                                    const TextStyle& style);

// Advance of each cluster of the line at the byte it starts at, 0 within clusters: what
// documents::line_end reads.
[[nodiscard]] std::vector<Length> advances(const FontSet& fonts, std::string_view text,
                                           const TextStyle& style);

// Lines of at most `width`, each paragraph ('\n') anew; an empty paragraph is an empty line.
[[nodiscard]] std::vector<ShapedLine> shape_paragraphs(const FontSet& fonts, std::string_view text,
                                                       const TextStyle& style, Length width);

} // namespace documents
