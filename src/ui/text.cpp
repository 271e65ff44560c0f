#include "ui/text.h"

#include "base/assert.h"
#include "base/text.h"
#include "ui/shaped_text.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>

namespace ui {

namespace {

// Glyphs across a device pixel that the atlas holds; painter snaps pens to the same grid.
constexpr int oversample = 4;
constexpr char32_t ellipsis = 0x2026;
constexpr char32_t replacement = 0xFFFD;

std::uint32_t big_endian(std::span<const std::byte> bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = value << 8U | static_cast<std::uint32_t>(bytes[at + i]);
    return value;
}

float signed_16(std::span<const std::byte> bytes, std::size_t at) {
    return static_cast<float>(static_cast<std::int16_t>(big_endian(bytes, at, 2)));
}

// ImGui's characters have 16 bits here; what lies beyond is for shaped text.
ImWchar baked_code(char32_t code) {
    return static_cast<ImWchar>(code <= IM_UNICODE_CODEPOINT_MAX ? code : replacement);
}

Face face_of(Weight weight) {
    switch (weight) {
    case Weight::regular: return Face::regular;
    case Weight::medium: return Face::medium;
    case Weight::semibold: return Face::semibold;
    }
    return Face::regular;
}

// Beyond what ImGui sets: marks that move, scripts that join or run to the left, ideographs, and
// the invisible characters that steer them.
bool is_of_shaped_script(char32_t code) {
    return (code >= 0x300 && code < 0x370) || (code >= 0x590 && code < 0x1E00) ||
           (code >= 0x200B && code < 0x2010) || (code >= 0x202A && code < 0x202F) ||
           (code >= 0x2060 && code < 0x2070) || code >= 0x2E80;
}

} // namespace

Font font(Type type, Weight weight) {
    const TypeMeasure measure = type_measure(type);
    return {face_of(weight), measure.size, measure.line, measure.tracking};
}

bool read_face_metrics(std::span<const std::byte> file, FaceMetrics& out) {
    if (file.size() < 12) return false;
    const std::size_t table_count = big_endian(file, 4, 2);
    std::size_t head = 0;
    std::size_t hhea = 0;
    for (std::size_t table = 0; table < table_count; ++table) {
        const std::size_t row = 12 + 16 * table;
        if (row + 16 > file.size()) return false;
        const std::uint32_t tag = big_endian(file, row, 4);
        const std::size_t offset = big_endian(file, row + 8, 4);
        if (tag == 0x68656164U) head = offset; // "head"
        if (tag == 0x68686561U) hhea = offset; // "hhea"
    }
    if (head == 0 || hhea == 0 || head + 20 > file.size() || hhea + 8 > file.size()) return false;
    const auto units = static_cast<float>(big_endian(file, head + 18, 2));
    if (units <= 0) return false;
    out.ascent = signed_16(file, hhea + 4) / units;
    out.descent = -signed_16(file, hhea + 6) / units;
    return out.ascent + out.descent > 0;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    if (first < 0x80) return byte(at++);
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
    if (length == 1 || at + length > text.size() || first > 0xF4) {
        ++at;
        return replacement;
    }
    auto code = static_cast<char32_t>(first & (0xFFU >> (length + 1)));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U) {
            ++at;
            return replacement;
        }
        code = code << 6U | (byte(at + i) & 0x3FU);
    }
    at += length;
    return code;
}

Fonts::Fonts(ImFontAtlas& atlas) : atlas_(atlas) {
    atlas_.TexDesiredFormat = ImTextureFormat_Alpha8;
}

bool Fonts::add(Face face, std::span<const std::byte> file) {
    FaceMetrics metrics;
    if (!read_face_metrics(file, metrics)) return false;
    LoadedFace& loaded = faces_[index(face)];
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.OversampleH = oversample;
    config.OversampleV = 1;
    config.PixelSnapH = false;
    config.MergeMode = loaded.font != nullptr;
    config.DstFont = loaded.font;
    config.Flags |= ImFontFlags_NoLoadError;
    // ImGui keeps the bytes and only reads them; its parameter is not const.
    auto* bytes = const_cast<std::byte*>(file.data());
    ImFont* added = atlas_.AddFontFromMemoryTTF(bytes, static_cast<int>(file.size()), 0, &config);
    if (added == nullptr) return false;
    if (loaded.font == nullptr) loaded = {added, metrics};
    return true;
}

bool Fonts::is_plain(char32_t code, Face face) const {
    constexpr char32_t latin_end = 0x180; // All faces have Latin up to Extended-A.
    if (code < latin_end) return true;
    return !is_of_shaped_script(code) && faces_[index(face)].font != nullptr &&
           faces_[index(face)].font->IsGlyphInFont(static_cast<ImWchar>(code));
}

ShapedText* Fonts::shaped(std::string_view text, const Font& font) const {
    if (shaped_ == nullptr || font.face == Face::icons) return nullptr;
    // Of plain text only what is beyond Extended-A, lead byte 0xC6, is looked at closely.
    constexpr unsigned char extended_end = 0xC6;
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < extended_end) {
            ++at;
            continue;
        }
        if (!is_plain(next_code_point(text, at), font.face))
            return base::is_utf8(text) ? shaped_ : nullptr; // Broken bytes are drawn as they are.
    }
    return nullptr;
}

Fonts::Baked Fonts::bake(const Font& font) const {
    const LoadedFace& face = faces_[index(font.face)];
    ASSERT(face.font != nullptr);
    // ImGui bakes whole sizes from ascent to descent; the density carries the fraction.
    const float height = font.size * scale_ * (face.metrics.ascent + face.metrics.descent);
    const float whole = std::max(1.0F, std::round(height));
    ImFontBaked* baked = face.font->GetFontBaked(whole, height / whole);
    return {baked, height / whole, std::round(baked->Ascent)};
}

float Fonts::advance(const Baked& baked, char32_t code) {
    return baked.baked->GetCharAdvance(baked_code(code)) * baked.density;
}

float Fonts::width(std::string_view text, const Font& font) {
    if (ShapedText* shaped = this->shaped(text, font)) return shaped->width(text, font);
    const Baked baked = bake(font);
    float total = 0;
    for (std::size_t at = 0; at < text.size();)
        total += advance(baked, next_code_point(text, at)) / scale_ + font.tracking;
    return text.empty() ? 0 : total - font.tracking;
}

// Browsers round in device pixels: at 13 px on a line of 20 the baseline is at 15 on a plain screen
// and at 14.5 on one of density 2.
float Fonts::baseline(const Font& font) const {
    const FaceMetrics& metrics = faces_[index(font.face)].metrics;
    const float ascent = std::round(metrics.ascent * font.size * scale_);
    const float descent = std::round(metrics.descent * font.size * scale_);
    return (std::floor((font.line * scale_ - ascent - descent) / 2) + ascent) / scale_;
}

std::size_t Fonts::fitting(std::string_view text, const Font& font, float width) {
    if (ShapedText* shaped = this->shaped(text, font)) return shaped->fitting(text, font, width);
    const Baked baked = bake(font);
    float total = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t next = at;
        total += advance(baked, next_code_point(text, next)) / scale_;
        if (total > width) return at;
        total += font.tracking;
        at = next;
    }
    return at;
}

std::string Fonts::shortened(std::string_view text, const Font& font, float width) {
    if (ShapedText* shaped = this->shaped(text, font)) return shaped->shortened(text, font, width);
    // Half a pixel of slack: a column sized by this very text must not lose its last letter.
    if (this->width(text, font) <= width + 0.5F) return std::string(text);
    const float mark = advance(bake(font), ellipsis) / scale_;
    std::size_t kept = fitting(text, font, std::max(0.0F, width - mark));
    while (kept > 0 && text[kept - 1] == ' ')
        --kept;
    return std::string(text.substr(0, kept)) + "\u2026";
}

std::vector<std::string_view> Fonts::lines(std::string_view text, const Font& font, float width) {
    if (ShapedText* shaped = this->shaped(text, font)) return shaped->lines(text, font, width);
    std::vector<std::string_view> result;
    std::size_t start = 0;
    while (true) {
        std::size_t end = text.find('\n', start);
        const bool last = end == std::string_view::npos;
        if (last) end = text.size();
        std::string_view rest = text.substr(start, end - start);
        while (true) {
            std::size_t fit = fitting(rest, font, width);
            if (fit == rest.size()) {
                result.push_back(rest);
                break;
            }
            const std::size_t space = rest[fit] == ' ' ? fit : rest.rfind(' ', fit);
            std::size_t next = fit;
            if (space != std::string_view::npos && space > 0) {
                fit = space;
                next = space + 1;
            } else if (fit == 0) {
                (void)next_code_point(rest, fit); // One character at least, or we never end.
                next = fit;
            }
            result.push_back(rest.substr(0, fit));
            rest.remove_prefix(next);
        }
        if (last) return result;
        start = end + 1;
    }
}

Fonts::Glyph Fonts::glyph(char32_t code, const Font& font) {
    const Baked baked = bake(font);
    const ImFontGlyph* found = baked.baked->FindGlyphNoFallback(baked_code(code));
    if (found == nullptr) {
        ++missing_glyphs_;
        found = baked.baked->FindGlyph(baked_code(code));
    }
    // ImGui leaves the filter's shift of -(n - 1) / 2n unscaled while it scales the rest.
    constexpr float shift = -static_cast<float>(oversample - 1) / (2 * oversample);
    const float correction = shift * (1 - baked.density);
    return {
        .x0 = found->X0 * baked.density + correction,
        .y0 = (found->Y0 - baked.ascent) * baked.density,
        .x1 = found->X1 * baked.density + correction,
        .y1 = (found->Y1 - baked.ascent) * baked.density,
        .u0 = found->U0,
        .v0 = found->V0,
        .u1 = found->U1,
        .v1 = found->V1,
        .advance = found->AdvanceX * baked.density,
        .visible = found->Visible != 0,
    };
}

} // namespace ui
