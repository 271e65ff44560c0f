#include "documents/pdf_fonts.h"

#include "base/bytes.h"
#include "base/hash.h"
#include "base/text.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <memory>

namespace documents {

namespace {

constexpr std::array<std::string_view, face_count> postscript_names{
    "Inter-Regular",
    "Inter-Medium",
    "Inter-SemiBold",
    "NotoSansHebrew",
    "NotoSansHebrew-SemiBold",
    "NotoSansArabic",
    "NotoSansArabic-SemiBold",
    "NotoSansThai",
    "NotoSansThai-SemiBold",
    "NotoSansDevanagari",
    "NotoSansDevanagari-SemiBold",
    "NotoSansJP",
    "NotoSansJP-SemiBold",
};

struct Subset {
    std::string file;
    std::vector<std::uint16_t> glyphs; // New glyph id by CID; 0 is .notdef.
};

struct InputDeleter {
    void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
};
struct PlanDeleter {
    void operator()(hb_subset_plan_t* plan) const { hb_subset_plan_destroy(plan); }
};
struct FaceDeleter {
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
};
struct BlobDeleter {
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};

std::string number_text(std::int64_t value) { return base::integer_text(value); }

// Tables that nobody asks of an embedded font whose glyphs are named by number and placed already
// (ISO 32000-1, 9.9: glyf, head, hhea, hmtx, loca and maxp are what a CIDFontType2 needs).
constexpr hb_tag_t dropped_tables[] = {HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'),
                                       HB_TAG('G', 'D', 'E', 'F'), HB_TAG('c', 'm', 'a', 'p'),
                                       HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'),
                                       HB_TAG('O', 'S', '/', '2')};

// Outlines without hints, .notdef kept.
std::optional<Subset> cut(hb_font_t* font,
                          const std::vector<std::pair<std::uint16_t, std::string>>& used) {
    const std::unique_ptr<hb_subset_input_t, InputDeleter> input(hb_subset_input_create_or_fail());
    if (input == nullptr) return std::nullopt;
    hb_subset_input_set_flags(input.get(),
                              HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    hb_set_t* glyphs = hb_subset_input_glyph_set(input.get());
    hb_set_add(glyphs, 0);
    for (const auto& [glyph, text] : used)
        hb_set_add(glyphs, glyph);
    hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const hb_tag_t tag : dropped_tables)
        hb_set_add(dropped, tag);
    const std::unique_ptr<hb_subset_plan_t, PlanDeleter> plan(
        hb_subset_plan_create_or_fail(hb_font_get_face(font), input.get()));
    if (plan == nullptr) return std::nullopt;
    const std::unique_ptr<hb_face_t, FaceDeleter> face(hb_subset_plan_execute_or_fail(plan.get()));
    if (face == nullptr) return std::nullopt;
    const std::unique_ptr<hb_blob_t, BlobDeleter> blob(hb_face_reference_blob(face.get()));
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    Subset subset{.file = std::string(data, length), .glyphs = {0}};
    const hb_map_t* mapping = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    for (const auto& [glyph, text] : used) {
        subset.glyphs.push_back(static_cast<std::uint16_t>(hb_map_get(mapping, glyph)));
    }
    return subset;
}

// "ABCDEF+Inter-Regular": six letters from the subset's hash (9.6.4).
std::string subset_name(Face face, std::string_view file) {
    const auto hash = base::sha256(base::as_bytes(file));
    std::string name;
    for (std::size_t index = 0; index < 6; ++index) {
        name += static_cast<char>('A' + static_cast<std::uint8_t>(hash[index]) % 26);
    }
    return name + "+" + std::string(postscript_names[static_cast<std::size_t>(face)]);
}

// The ToUnicode map (9.10.3): every CID that stands for text.
std::string unicode_map(const std::vector<std::pair<std::uint16_t, std::string>>& glyphs) {
    std::vector<std::string> rows;
    for (std::size_t index = 0; index < glyphs.size(); ++index) {
        if (glyphs[index].second.empty()) continue;
        rows.push_back(hex_string({static_cast<std::uint16_t>(index + 1)}) +
                       hex_string(utf16(glyphs[index].second)) + "\n");
    }
    std::string map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n"
                      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
    for (std::size_t first = 0; first < rows.size(); first += 100) {
        const std::size_t last = std::min(first + 100, rows.size());
        map += number_text(static_cast<std::int64_t>(last - first)) + " beginbfchar\n";
        for (std::size_t index = first; index < last; ++index)
            map += rows[index];
        map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

std::string descriptor(const FaceMetrics& metrics, Face face, const std::string& name,
                       ObjectNumber file) {
    const auto em = [&](std::int32_t units) {
        return number_text(static_cast<std::int64_t>(units) * 1000 / metrics.units_per_em);
    };
    const bool is_bold = postscript_names[static_cast<std::size_t>(face)].ends_with("SemiBold");
    return "<</Type/FontDescriptor/FontName/" + name + "/Flags 4/FontBBox[" + em(metrics.x_min) +
           " " + em(metrics.y_min) + " " + em(metrics.x_max) + " " + em(metrics.y_max) +
           "]/ItalicAngle 0/Ascent " + em(metrics.ascender) + "/Descent " + em(metrics.descender) +
           "/CapHeight " + em(metrics.cap_height) + "/StemV " + (is_bold ? "120" : "80") +
           "/FontFile2 " + reference(file) + ">>";
}

std::string glyph_map(const std::vector<std::uint16_t>& glyphs) {
    std::string map;
    for (const std::uint16_t glyph : glyphs) {
        map.push_back(static_cast<char>(glyph >> 8U));
        map.push_back(static_cast<char>(glyph & 0xFFU));
    }
    return map;
}

} // namespace

std::uint16_t PdfFonts::identifier(Face face, const PlacedGlyph& glyph) {
    Used& used = faces_[static_cast<std::size_t>(face)];
    const auto next = static_cast<std::uint16_t>(used.glyphs.size() + 1);
    const auto [found, added] = used.identifiers.try_emplace({glyph.id, glyph.text}, next);
    if (added) used.glyphs.emplace_back(glyph.id, glyph.text);
    return found->second;
}

std::int32_t PdfFonts::width(Face face, std::uint16_t glyph) const {
    const std::int64_t advance = hb_font_get_glyph_h_advance(fonts_.font(face), glyph);
    const std::int64_t units = fonts_.metrics(face).units_per_em;
    return static_cast<std::int32_t>((advance * 1000 + units / 2) / units);
}

base::Result<std::string> PdfFonts::write(PdfObjects& objects) const {
    std::string entries;
    for (std::size_t index = 0; index < face_count; ++index) {
        if (faces_[index].glyphs.empty()) continue;
        const ObjectNumber number = TRY(write_face(objects, static_cast<Face>(index)));
        entries += "/F" + number_text(static_cast<std::int64_t>(index)) + " " + reference(number);
    }
    return entries;
}

base::Result<ObjectNumber> PdfFonts::write_face(PdfObjects& objects, Face face) const {
    const Used& used = faces_[static_cast<std::size_t>(face)];
    const std::optional<Subset> subset = cut(fonts_.font(face), used.glyphs);
    if (!subset) {
        return base::fail(base::Code::bad_font,
                          std::string(face_files[static_cast<std::size_t>(face)]));
    }
    const std::string name = subset_name(face, subset->file);
    const ObjectNumber file = objects.add_stream(
        "/Length1 " + number_text(static_cast<std::int64_t>(subset->file.size())), subset->file);
    const ObjectNumber description =
        objects.add(descriptor(fonts_.metrics(face), face, name, file));
    const ObjectNumber map = objects.add_stream("", glyph_map(subset->glyphs));
    const ObjectNumber unicode = objects.add_stream("", unicode_map(used.glyphs));
    std::string widths;
    for (const auto& [glyph, text] : used.glyphs)
        widths += number_text(width(face, glyph)) + " ";
    const ObjectNumber descendant = objects.add(
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/" + name +
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor " +
        reference(description) + "/DW 1000/W[1[" + widths + "]]/CIDToGIDMap " + reference(map) +
        ">>");
    return objects.add("<</Type/Font/Subtype/Type0/BaseFont/" + name +
                       "/Encoding/Identity-H/DescendantFonts[" + reference(descendant) +
                       "]/ToUnicode " + reference(unicode) + ">>");
}

} // namespace documents
