#include "ui/shaped_text.h"

#include "documents/line_break.h"

#include <cmath>

namespace ui {

namespace {

using documents::Length;

constexpr std::size_t lines_max = 4096;
constexpr float thousand = 1000;
constexpr char32_t ellipsis = 0x2026;
constexpr char32_t joint = 0xB7; // " · ", with which the interface strings facts together.

bool is_mark(char32_t code) { return code >= 0x300 && code < 0x370; }

// Letters and joints of the interface itself end a phrase; spaces, digits and signs belong to the
// phrase that they stand in.
bool ends_phrase(char32_t code) {
    if (code < 0x80) return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
    return code == joint || (code >= 0xC0 && (code < 0x2000 || code >= 0x2C00));
}

documents::Weight weight_of(Face face) {
    switch (face) {
    case Face::regular:
    case Face::icons: return documents::Weight::regular;
    case Face::medium: return documents::Weight::medium;
    case Face::semibold: return documents::Weight::bold;
    }
    return documents::Weight::regular;
}

documents::TextStyle style_of(const Font& font) {
    return {.size = static_cast<Length>(std::lround(font.size * thousand)),
            .weight = weight_of(font.face),
            .digits = documents::Digits::tabular};
}

Length length_of(float pixels) { return static_cast<Length>(std::lround(pixels * thousand)); }

// A letter's width while its face is not here: ideographs are as wide as high.
float guessed(char32_t code, const Font& font) {
    if (is_mark(code)) return 0;
    return font.size * (code >= 0x2E80 ? 1.0F : code == ' ' ? 0.28F : 0.55F);
}

float guessed(std::string_view text, const Font& font) {
    float width = 0;
    for (std::size_t at = 0; at < text.size();)
        width += guessed(next_code_point(text, at), font);
    return width;
}

std::string key_of(std::string_view text, const Font& font) {
    std::string key(text);
    key += static_cast<char>(font.face);
    key += std::to_string(std::lround(font.size * thousand));
    key += ':';
    key += std::to_string(std::lround(font.tracking * thousand));
    return key;
}

} // namespace

void ShapedText::begin_frame() {
    typesetter_.step();
    if (revision_ == typesetter_.revision() && scale_ == fonts_.scale() && !waits_ &&
        lines_.size() <= lines_max)
        return;
    lines_.clear();
    revision_ = typesetter_.revision();
    scale_ = fonts_.scale();
    waits_ = false;
}

float ShapedText::width(std::string_view text, const Font& font) { return line(text, font).width; }

float ShapedText::draw(Painter& painter, Point at, std::string_view text, const Font& font,
                       Rgba color) {
    const Line& line = this->line(text, font);
    if (!painter.is_visible({at.x - 2, at.y - 4, line.width + 4, font.line + 8})) return line.width;
    const Point base{at.x, at.y + fonts_.baseline(font)};
    for (const Part& part : line.parts) {
        const std::string_view words = text.substr(part.first, part.last - part.first);
        if (part.state == State::plain) {
            painter.text({at.x + part.x, at.y}, words, font, color);
            continue;
        }
        if (part.state != State::shaped) {
            draw_stand_in(painter, {base.x + part.x, base.y}, words, part.state, font, color);
            continue;
        }
        for (const documents::GlyphRun& run : part.line.runs) {
            glyphs_.draw(painter, {base.x + part.x, base.y}, 1 / thousand, run, color);
            for (const documents::PlacedGlyph& glyph : run.glyphs)
                if (glyph.id == 0) fonts_.count_missing();
        }
    }
    return line.width;
}

std::size_t ShapedText::fitting(std::string_view text, const Font& font, float width) {
    const std::vector<Length>& advances = this->advances(text, font);
    const Length room = length_of(width);
    Length total = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        total += advances[at];
        if (total > room) return at;
    }
    return text.size();
}

std::string ShapedText::shortened(std::string_view text, const Font& font, float width) {
    // Half a pixel of slack, as for plain text.
    if (this->width(text, font) <= width + 0.5F) return std::string(text);
    std::size_t kept = fitting(text, font, width - fonts_.width("\u2026", font));
    const auto cut = [&] {
        while (kept > 0 && text[kept - 1] == ' ')
            --kept;
        return std::string(text.substr(0, kept)) + "\u2026";
    };
    std::string shown = cut();
    // A letter that lost its neighbour may be wider than it was within the word.
    while (kept > 0 && fonts_.width(shown, font) > width) {
        const std::vector<Length>& advances = this->advances(text, font);
        do
            --kept;
        while (kept > 0 && advances[kept] == 0);
        shown = cut();
    }
    return shown;
}

std::vector<std::string_view> ShapedText::lines(std::string_view text, const Font& font,
                                                float width) {
    std::vector<std::string_view> result;
    for (std::size_t first = 0; first <= text.size();) {
        const std::size_t end = std::min(text.find('\n', first), text.size());
        const std::string_view paragraph = text.substr(first, end - first);
        first = end + 1;
        if (paragraph.empty()) {
            result.push_back(paragraph);
            continue;
        }
        const std::vector<Length> advances = this->advances(paragraph, font);
        for (std::size_t at = 0; at < paragraph.size();) {
            const documents::LineEnd line =
                documents::line_end(paragraph, advances, at, length_of(width));
            result.push_back(paragraph.substr(at, line.visible - at));
            at = line.next;
        }
    }
    return result;
}

// A phrase goes from one letter that needs shaping to the last one before a letter or joint of the
// interface, with the ellipsis that ends it. A text without such letters is one phrase as a whole:
// "רחוב הרצל 12" is an address whose number stands to the left of the street.
std::vector<ShapedText::Part> ShapedText::parts(std::string_view text, const Font& font) const {
    struct Phrase {
        std::size_t first;
        std::size_t last;
    };
    std::vector<Phrase> phrases;
    bool is_in_phrase = false;
    bool is_sentence = false;
    std::size_t before = 0; // The letter before this one.
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        const char32_t code = next_code_point(text, at);
        if (!fonts_.is_plain(code, font.face)) {
            if (!is_in_phrase) phrases.push_back({is_mark(code) ? before : here, at});
            phrases.back().last = at;
            is_in_phrase = true;
        } else if (ends_phrase(code)) {
            is_in_phrase = false;
            is_sentence = true;
        } else if (code == ellipsis && is_in_phrase && phrases.back().last == here) {
            phrases.back().last = at;
        }
        before = here;
    }
    if (!is_sentence) phrases.assign(1, {0, text.size()});
    std::vector<Part> parts;
    std::size_t done = 0;
    for (const Phrase& phrase : phrases) {
        if (phrase.first > done) parts.push_back({.first = done, .last = phrase.first});
        parts.push_back({.first = phrase.first, .last = phrase.last, .state = State::waiting});
        done = phrase.last;
    }
    if (done < text.size()) parts.push_back({.first = done, .last = text.size()});
    return parts;
}

void ShapedText::set(Part& part, std::string_view text, const Font& font) {
    if (part.state == State::plain) {
        part.width = fonts_.width(text, font) + font.tracking;
        return;
    }
    switch (typesetter_.ask_for(text, weight_of(font.face))) {
    case app::Faces::complete:
        part.state = State::shaped;
        part.line = documents::shape_line(typesetter_.fonts(), text, style_of(font));
        part.width = static_cast<float>(part.line.width) / thousand;
        return;
    case app::Faces::fetching: part.state = State::waiting; break;
    case app::Faces::unreachable: part.state = State::unreachable; break;
    }
    waits_ = true;
    part.width = guessed(text, font);
}

ShapedText::Line& ShapedText::line(std::string_view text, const Font& font) {
    const auto [entry, is_new] = lines_.try_emplace(key_of(text, font));
    Line& line = entry->second;
    if (!is_new) return line;
    line.parts = parts(text, font);
    for (Part& part : line.parts) {
        set(part, text.substr(part.first, part.last - part.first), font);
        part.x = line.width;
        line.width += part.width;
    }
    if (!line.parts.empty() && line.parts.back().state == State::plain) line.width -= font.tracking;
    return line;
}

const std::vector<Length>& ShapedText::advances(std::string_view text, const Font& font) {
    Line& line = this->line(text, font);
    if (!line.advances.empty()) return line.advances;
    line.advances.reserve(text.size());
    for (const Part& part : line.parts) {
        const std::string_view words = text.substr(part.first, part.last - part.first);
        if (part.state == State::shaped) {
            for (const Length advance :
                 documents::advances(typesetter_.fonts(), words, style_of(font)))
                line.advances.push_back(advance);
            continue;
        }
        for (std::size_t at = 0; at < words.size();) {
            const std::size_t here = at;
            const char32_t code = next_code_point(words, at);
            const float width =
                part.state == State::plain
                    ? fonts_.width(words.substr(here, at - here), font) + font.tracking
                    : guessed(code, font);
            line.advances.push_back(length_of(width));
            line.advances.resize(part.first + at, 0);
        }
    }
    return line.advances;
}

// Quiet while a face is on its way; a box a letter where it cannot be had.
void ShapedText::draw_stand_in(Painter& painter, Point base, std::string_view text, State state,
                               const Font& font, Rgba color) {
    constexpr float cap_height = 0.73F; // Of Inter, in ems.
    const float height = std::round(font.size * cap_height);
    if (state == State::waiting) {
        painter.fill({base.x, base.y - height, guessed(text, font), height}, faded(color, 0.12F),
                     height / 2);
        return;
    }
    float x = base.x;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = next_code_point(text, at);
        const float width = guessed(code, font);
        if (width > 0 && code != ' ') {
            painter.box({x + 1, base.y - height, width - 2, height},
                        {.border = color, .border_width = 1});
            fonts_.count_missing();
        }
        x += width;
    }
}

} // namespace ui
