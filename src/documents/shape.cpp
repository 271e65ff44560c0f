#include "documents/shape.h"

#include "base/text.h"
#include "documents/line_break.h"

#include <SheenBidi/SheenBidi.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <string>

namespace documents {

namespace {

// A stretch of one direction, one script and one face.
struct Stretch {
    std::size_t first = 0;
    std::size_t last = 0; // One past the end.
    Face face = Face::document_400;
    hb_script_t script = HB_SCRIPT_COMMON;
    bool is_right_to_left = false;
};

struct BufferDeleter {
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};
using Buffer = std::unique_ptr<hb_buffer_t, BufferDeleter>;

Length to_length(std::int64_t units, Length size, std::int32_t units_per_em) {
    const std::int64_t product = units * size;
    const std::int64_t half = units_per_em / 2;
    return static_cast<Length>((product >= 0 ? product + half : product - half) / units_per_em);
}

bool belongs_to_neighbour(hb_script_t script) {
    return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED;
}

bool is_mark(char32_t code) {
    const auto category = hb_unicode_general_category(hb_unicode_funcs_get_default(), code);
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_FORMAT;
}

// Splits [first, last) of one direction where the face or the script changes. Marks and format
// characters stay with the letter before them; spaces and digits take its script.
void split(const FontSet& fonts, std::string_view text, Weight weight, const SBRun& run,
           std::vector<Stretch>& out) {
    auto* unicode = hb_unicode_funcs_get_default();
    const std::size_t last = run.offset + run.length;
    const std::size_t begun = out.size();
    for (std::size_t at = run.offset; at < last;) {
        const std::size_t here = at;
        const char32_t code = base::next_code_point(text, at);
        const bool starts = out.size() == begun;
        Face face = fonts.face_for(code, weight);
        hb_script_t script = hb_unicode_script(unicode, code);
        if (!starts && (is_mark(code) || (code == ' ' && fonts.covers(out.back().face, code)))) {
            face = out.back().face;
        }
        if (!starts && belongs_to_neighbour(script)) script = out.back().script;
        if (!starts && out.back().face == face && belongs_to_neighbour(out.back().script)) {
            out.back().script = script;
        }
        if (starts || out.back().face != face || out.back().script != script) {
            out.push_back({here, here, face, script, (run.level & 1U) != 0});
        }
        out.back().last = at;
    }
    if ((run.level & 1U) != 0)
        std::reverse(out.begin() + static_cast<std::ptrdiff_t>(begun), out.end());
}

struct Order {
    std::vector<Stretch> stretches; // As seen, left to right.
    bool is_right_to_left = false;
};

// `level` is the direction of the paragraph that the text is a line of.
Order visual_order(const FontSet& fonts, std::string_view text, Weight weight, SBLevel level) {
    Order order;
    if (text.empty()) return order;
    const SBCodepointSequence sequence{SBStringEncodingUTF8, text.data(), text.size()};
    SBAlgorithmRef algorithm = SBAlgorithmCreate(&sequence);
    SBParagraphRef paragraph = SBAlgorithmCreateParagraph(algorithm, 0, text.size(), level);
    SBLineRef line = SBParagraphCreateLine(paragraph, 0, SBParagraphGetLength(paragraph));
    order.is_right_to_left = (SBParagraphGetBaseLevel(paragraph) & 1U) != 0;
    const SBRun* runs = SBLineGetRunsPtr(line);
    for (SBUInteger index = 0; index < SBLineGetRunCount(line); ++index) {
        split(fonts, text, weight, runs[index], order.stretches);
    }
    SBLineRelease(line);
    SBParagraphRelease(paragraph);
    SBAlgorithmRelease(algorithm);
    return order;
}

Buffer shape_stretch(const FontSet& fonts, std::string_view text, const Stretch& stretch,
                     Digits digits) {
    Buffer buffer(hb_buffer_create());
    hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()),
                       static_cast<unsigned>(stretch.first),
                       static_cast<int>(stretch.last - stretch.first));
    hb_buffer_set_direction(buffer.get(),
                            stretch.is_right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer.get(), stretch.script);
    hb_buffer_set_language(buffer.get(), hb_language_from_string("und", -1));
    const std::array features{hb_feature_t{HB_TAG('t', 'n', 'u', 'm'), 1, 0, ~0U}};
    hb_shape(fonts.font(stretch.face), buffer.get(), features.data(),
             digits == Digits::tabular ? 1U : 0U);
    return buffer;
}

// The glyphs from `first` on that stand for one text, and the text: from the cluster's first byte
// to the next cluster's, which lies to the left where the text runs to the left.
struct Cluster {
    std::size_t last = 0; // One past its last glyph.
    std::string_view text;
    std::size_t bearer = 0; // The first of its widest glyphs: where a viewer takes the text to be.
};

Cluster cluster_at(std::string_view text, const Stretch& stretch,
                   std::span<const hb_glyph_info_t> infos, const hb_glyph_position_t* positions,
                   std::size_t first) {
    const std::uint32_t begin = infos[first].cluster;
    Cluster cluster{.last = first, .text = {}, .bearer = first};
    while (cluster.last < infos.size() && infos[cluster.last].cluster == begin) {
        if (positions[cluster.last].x_advance > positions[cluster.bearer].x_advance) {
            cluster.bearer = cluster.last;
        }
        ++cluster.last;
    }
    std::size_t end = stretch.last;
    if (stretch.is_right_to_left && first > 0) end = infos[first - 1].cluster;
    if (!stretch.is_right_to_left && cluster.last < infos.size()) end = infos[cluster.last].cluster;
    cluster.text = text.substr(begin, end - begin);
    return cluster;
}

// Appends the run at pen position `pen` (font units of `face`, moved behind it).
GlyphRun place(const FontSet& fonts, std::string_view text, const Stretch& stretch,
               const TextStyle& style, Length from, std::int64_t& advance) {
    const Buffer buffer = shape_stretch(fonts, text, stretch, style.digits);
    unsigned count = 0;
    const hb_glyph_info_t* first = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
    const std::span infos(first, count);
    const std::int32_t units = fonts.metrics(stretch.face).units_per_em;

    GlyphRun run{.face = stretch.face,
                 .size = style.size,
                 .ink = style.ink,
                 .is_right_to_left = stretch.is_right_to_left,
                 .glyphs = {}};
    Cluster cluster;
    for (std::size_t index = 0; index < count; ++index) {
        const bool joins = index < cluster.last;
        if (!joins) cluster = cluster_at(text, stretch, infos, positions, index);
        const hb_glyph_position_t& position = positions[index];
        const bool bears_text = index == cluster.bearer;
        run.glyphs.push_back({.id = static_cast<std::uint16_t>(infos[index].codepoint),
                              .x = from + to_length(advance + position.x_offset, style.size, units),
                              .y = -to_length(position.y_offset, style.size, units),
                              .joins = joins,
                              .text = std::string(bears_text ? cluster.text : "")});
        advance += position.x_advance;
    }
    return run;
}

ShapedLine shape_in_order(const FontSet& fonts, std::string_view text, const TextStyle& style,
                          const Order& order) {
    ShapedLine line;
    line.is_right_to_left = order.is_right_to_left;
    for (const Stretch& stretch : order.stretches) {
        std::int64_t advance = 0;
        line.runs.push_back(place(fonts, text, stretch, style, line.width, advance));
        line.width += to_length(advance, style.size, fonts.metrics(stretch.face).units_per_em);
    }
    return line;
}

void shape_paragraph(const FontSet& fonts, std::string_view text, const TextStyle& style,
                     Length width, std::vector<ShapedLine>& out) {
    ShapedLine whole = shape_line(fonts, text, style);
    if (whole.width <= width) {
        out.push_back(std::move(whole));
        return;
    }
    const SBLevel level = whole.is_right_to_left ? 1 : 0;
    const std::vector<Length> widths = advances(fonts, text, style);
    for (std::size_t at = 0; at < text.size();) {
        const LineEnd end = line_end(text, widths, at, width);
        const std::string_view line = text.substr(at, end.visible - at);
        out.push_back(
            shape_in_order(fonts, line, style, visual_order(fonts, line, style.weight, level)));
        at = end.next;
    }
}

} // namespace

ShapedLine shape_line(const FontSet& fonts, std::string_view text, const TextStyle& style) {
    return shape_in_order(fonts, text, style,
                          visual_order(fonts, text, style.weight, SBLevelDefaultLTR));
}

std::vector<Length> advances(const FontSet& fonts, std::string_view text, const TextStyle& style) {
    std::vector<Length> widths(text.size(), 0);
    for (const Stretch& stretch :
         visual_order(fonts, text, style.weight, SBLevelDefaultLTR).stretches) {
        const Buffer buffer = shape_stretch(fonts, text, stretch, style.digits);
        const std::int32_t units = fonts.metrics(stretch.face).units_per_em;
        unsigned count = 0;
        const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
        const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
        for (unsigned index = 0; index < count; ++index) {
            widths[infos[index].cluster] +=
                to_length(positions[index].x_advance, style.size, units);
        }
    }
    return widths;
}

std::vector<ShapedLine> shape_paragraphs(const FontSet& fonts, std::string_view text,
                                         const TextStyle& style, Length width) {
    std::vector<ShapedLine> lines;
    std::size_t first = 0;
    while (first <= text.size()) {
        const std::size_t end = std::min(text.find('\n', first), text.size());
        shape_paragraph(fonts, text.substr(first, end - first), style, width, lines);
        first = end + 1;
    }
    return lines;
}

} // namespace documents
