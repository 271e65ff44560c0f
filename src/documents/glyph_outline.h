// The curves of one glyph, for those who paint pages themselves.
#pragma once

#include "documents/font_set.h"

#include <cstdint>
#include <vector>

namespace documents {

// One step of a path in font units, y upwards. A quadratic curve has one control point, a cubic
// two; the last point in use is where the step ends.
struct OutlineStep {
    enum class Kind : std::uint8_t { move, line, quadratic, cubic, close };
    struct Point {
        float x = 0;
        float y = 0;
    };
    Kind kind = Kind::move;
    Point points[3];
};

// Empty for a glyph without ink. The face must be here.
[[nodiscard]] std::vector<OutlineStep> glyph_outline(const FontSet& fonts, Face face,
                                                     std::uint16_t glyph);

} // namespace documents
