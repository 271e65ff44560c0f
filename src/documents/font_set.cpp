#include "documents/font_set.h"

#include "base/assert.h"
#include "base/text.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <string>

namespace documents {

namespace {

constexpr std::array<Face, 3> document_faces{Face::document_400, Face::document_500,
                                             Face::document_600};

// A block of the code chart and the regular face of its script; the bold one follows it.
struct Block {
    char32_t first;
    char32_t last;
    Face face;
};
constexpr std::array blocks{
    Block{0x0590, 0x05FF, Face::hebrew_400},     Block{0x0600, 0x06FF, Face::arabic_400},
    Block{0x0750, 0x077F, Face::arabic_400},     Block{0x0900, 0x097F, Face::devanagari_400},
    Block{0x0E00, 0x0E7F, Face::thai_400},       Block{0x2E80, 0x9FFF, Face::japanese_400},
    Block{0xA8E0, 0xA8FF, Face::devanagari_400}, Block{0xF900, 0xFAFF, Face::japanese_400},
    Block{0xFB1D, 0xFB4F, Face::hebrew_400},     Block{0xFB50, 0xFDFF, Face::arabic_400},
    Block{0xFE70, 0xFEFC, Face::arabic_400},     Block{0xFF00, 0xFFEF, Face::japanese_400},
};

std::size_t index(Face face) { return static_cast<std::size_t>(face); }

Face document_face(Weight weight) { return document_faces[static_cast<std::size_t>(weight)]; }

// Other scripts come in two weights; medium takes the bold one.
Face script_face(const Block& block, Weight weight) {
    const auto regular = static_cast<std::uint8_t>(block.face);
    return static_cast<Face>(weight == Weight::regular ? regular : regular + 1);
}

const Block* block_of(char32_t code) {
    const auto* found = std::ranges::find_if(
        blocks, [&](const Block& block) { return code >= block.first && code <= block.last; });
    return found == blocks.end() ? nullptr : found;
}

// Nothing is drawn for these, so no face needs to have them.
bool is_invisible(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xAD ||
           (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2060 && code <= 0x206F) || (code >= 0xFE00 && code <= 0xFE0F) ||
           code == 0xFEFF;
}

std::int32_t metric(hb_font_t* font, hb_ot_metrics_tag_t tag) {
    hb_position_t value = 0;
    hb_ot_metrics_get_position_with_fallback(font, tag, &value);
    return value;
}

std::uint16_t big_endian(std::span<const std::byte> bytes, std::size_t at) {
    return static_cast<std::uint16_t>(static_cast<unsigned>(bytes[at]) << 8U |
                                      static_cast<unsigned>(bytes[at + 1]));
}

} // namespace

struct FontSet::Entry {
    std::vector<std::byte> bytes;
    hb_face_t* face = nullptr;
    hb_font_t* font = nullptr;
    FaceMetrics metrics;

    Entry() = default;
    Entry(const Entry&) = delete;
    Entry& operator=(const Entry&) = delete;
    ~Entry() {
        hb_font_destroy(font);
        hb_face_destroy(face);
    }

    // False if the bytes are no font.
    bool open() {
        hb_blob_t* blob = hb_blob_create(reinterpret_cast<const char*>(bytes.data()),
                                         static_cast<unsigned>(bytes.size()),
                                         HB_MEMORY_MODE_READONLY, nullptr, nullptr);
        face = hb_face_create(blob, 0);
        hb_blob_destroy(blob);
        if (hb_face_get_glyph_count(face) == 0) return false;
        font = hb_font_create(face);
        const auto units = static_cast<int>(hb_face_get_upem(face));
        hb_font_set_scale(font, units, units);
        metrics.units_per_em = units;
        metrics.ascender = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
        metrics.descender = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
        metrics.cap_height = metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT);
        return read_bounds();
    }

    bool read_bounds() {
        hb_blob_t* head = hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd'));
        unsigned length = 0;
        const char* data = hb_blob_get_data(head, &length);
        const bool whole = length >= 54;
        if (whole) {
            const std::span table(reinterpret_cast<const std::byte*>(data), length);
            const auto at = [&](std::size_t offset) {
                return static_cast<std::int32_t>(
                    static_cast<std::int16_t>(big_endian(table, offset)));
            };
            metrics.x_min = at(36);
            metrics.y_min = at(38);
            metrics.x_max = at(40);
            metrics.y_max = at(42);
        }
        hb_blob_destroy(head);
        return whole;
    }
};

FontSet::FontSet() : entries_(face_count) {}
FontSet::~FontSet() = default;
FontSet::FontSet(FontSet&&) noexcept = default;
FontSet& FontSet::operator=(FontSet&&) noexcept = default;

base::Result<void> FontSet::add(Face face, std::vector<std::byte> bytes) {
    auto entry = std::make_unique<Entry>();
    entry->bytes = std::move(bytes);
    if (!entry->open()) {
        return base::fail(base::Code::bad_font, std::string(face_files[index(face)]));
    }
    entries_[index(face)] = std::move(entry);
    return {};
}

bool FontSet::has(Face face) const { return entries_[index(face)] != nullptr; }

bool FontSet::covers(Face face, char32_t code) const {
    hb_codepoint_t glyph = 0;
    return has(face) && hb_font_get_nominal_glyph(font(face), code, &glyph) != 0;
}

Face FontSet::face_for(char32_t code, Weight weight) const {
    const Face first = document_face(weight);
    if (covers(first, code)) return first;
    if (const Block* block = block_of(code); block != nullptr) {
        const Face face = script_face(*block, weight);
        if (covers(face, code)) return face;
    }
    return first;
}

std::vector<Face> FontSet::needed(std::string_view text, Weight weight) const {
    std::vector<Face> faces;
    if (!has(document_face(weight))) faces.push_back(document_face(weight));
    for (std::size_t at = 0; at < text.size();) {
        const Block* block = block_of(base::next_code_point(text, at));
        if (block == nullptr) continue;
        const Face face = script_face(*block, weight);
        if (!has(face) && std::ranges::find(faces, face) == faces.end()) faces.push_back(face);
    }
    std::ranges::sort(faces);
    return faces;
}

std::vector<char32_t> FontSet::missing(std::string_view text) const {
    std::vector<char32_t> codes;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = base::next_code_point(text, at);
        if (is_invisible(code) || covers(face_for(code, Weight::regular), code)) continue;
        const Block* block = block_of(code);
        const bool may_come = block != nullptr && !has(block->face);
        if (!may_come && std::ranges::find(codes, code) == codes.end()) codes.push_back(code);
    }
    return codes;
}

hb_font_t* FontSet::font(Face face) const {
    ASSERT(has(face));
    return entries_[index(face)]->font;
}

const FaceMetrics& FontSet::metrics(Face face) const {
    ASSERT(has(face));
    return entries_[index(face)]->metrics;
}

std::span<const std::byte> FontSet::file(Face face) const {
    ASSERT(has(face));
    return entries_[index(face)]->bytes;
}

} // namespace documents
