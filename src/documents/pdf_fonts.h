// The fonts of one PDF: which glyphs of each face it uses, cut down to them, with Unicode maps.
//
// A character identifier (CID) stands for a glyph together with the text it is read as, so that a
// glyph that means two things in two places is copied right in both. A stream maps CIDs to the
// glyphs of the subset (CIDToGIDMap); TrueType outlines only, as all our faces are.
#pragma once

#include "base/result.h"
#include "documents/font_set.h"
#include "documents/page.h"
#include "documents/pdf_objects.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace documents {

class PdfFonts {
  public:
    explicit PdfFonts(const FontSet& fonts) : fonts_(fonts), faces_(face_count) {}

    // The identifier to write for this glyph of the face.
    [[nodiscard]] std::uint16_t identifier(Face face, const PlacedGlyph& glyph);
    // Advance in thousandths of an em, as the PDF says it.
    [[nodiscard]] std::int32_t width(Face face, std::uint16_t glyph) const;

    // Writes every used face; returns the resource dictionary's entries: "/F0 12 0 R/F3 ...".
    // Errors: bad_font (a face that cannot be cut).
    [[nodiscard]] base::Result<std::string> write(PdfObjects& objects) const;

  private:
    struct Used {
        std::map<std::pair<std::uint16_t, std::string>, std::uint16_t> identifiers;
        std::vector<std::pair<std::uint16_t, std::string>> glyphs; // By identifier - 1.
    };
    [[nodiscard]] base::Result<ObjectNumber> write_face(PdfObjects& objects, Face face) const;

    const FontSet& fonts_;
    std::vector<Used> faces_;
};

} // namespace documents
