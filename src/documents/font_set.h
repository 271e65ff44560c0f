// The fonts at hand, and which of them has a letter.
//
// Files come in as bytes, when they arrive: the document family first, other scripts when a text
// needs them. `needed` says what to fetch before a text can be set; `missing` says which letters no
// face can draw at all, so that a person is warned before a box is printed.
#pragma once

#include "base/result.h"
#include "documents/face.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

struct hb_face_t;
struct hb_font_t;

namespace documents {

// Of a face, in font units; `descender` is negative.
struct FaceMetrics {
    std::int32_t units_per_em = 1000;
    std::int32_t ascender = 0;
    std::int32_t descender = 0;
    std::int32_t cap_height = 0;
    std::int32_t x_min = 0, y_min = 0, x_max = 0, y_max = 0;
};

class FontSet {
  public:
    FontSet();
    ~FontSet();
    FontSet(FontSet&&) noexcept;
    FontSet& operator=(FontSet&&) noexcept;

    // Takes a font file. Errors: bad_font (field: the file's name).
    [[nodiscard]] base::Result<void> add(Face face, std::vector<std::byte> bytes);
    [[nodiscard]] bool has(Face face) const;

    // The face that draws `code` at this weight among those that are here; the document family
    // (which then shows its box) if none has it.
    [[nodiscard]] Face face_for(char32_t code, Weight weight) const;
    [[nodiscard]] bool covers(Face face, char32_t code) const;

    // Faces that `text` needs and that are not here yet, each once, in the order of Face.
    [[nodiscard]] std::vector<Face> needed(std::string_view text, Weight weight) const;
    // Letters of `text` that no face of ours has, even once all are here; each once.
    [[nodiscard]] std::vector<char32_t> missing(std::string_view text) const;

    // HarfBuzz's view, with a scale of one unit an em unit. The face must be here.
    [[nodiscard]] hb_font_t* font(Face face) const;
    [[nodiscard]] const FaceMetrics& metrics(Face face) const;
    [[nodiscard]] std::span<const std::byte> file(Face face) const;

  private:
    struct Entry;
    std::vector<std::unique_ptr<Entry>> entries_; // By Face; null while not here.
};

} // namespace documents
