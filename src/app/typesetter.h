// Sets documents in type: from the texts of a page to pages at fixed positions, and to a PDF.
//
// Owns the faces. They come by the Assets port when a text first needs them; until then a document
// is set with what is here and says that it waits. Whoever shows pages sets them again when
// `revision` has moved. Formats nothing and reads no book.
#pragma once

#include "base/result.h"
#include "documents/font_set.h"
#include "documents/invoice.h"
#include "documents/receipt.h"
#include "platform/ports/assets.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace app {

enum class Faces : std::uint8_t {
    complete,
    fetching,    // Set again when the revision moves.
    unreachable, // No network and not kept: letters are missing that we have a face for.
};

struct SetDocument {
    documents::Pages pages; // None while the document family itself is not here.
    Faces faces = Faces::complete;
    std::vector<char32_t> missing; // Letters that no face of ours has: boxes stand for them.
};

class Typesetter {
  public:
    explicit Typesetter(platform::Assets& assets) : assets_(assets) {}

    // Takes faces that have come. Once a frame; does nothing while none is awaited.
    void step();
    // Counts the faces that have come.
    [[nodiscard]] std::uint64_t revision() const { return revision_; }
    [[nodiscard]] const documents::FontSet& fonts() const { return fonts_; }

    // Asks for the faces of a text; `complete` when all of them are here.
    Faces ask_for(std::string_view text, documents::Weight weight);

    // Errors: those of documents::invoice_pages and receipt_pages.
    [[nodiscard]] base::Result<SetDocument> set(const documents::InvoiceDocument& document);
    [[nodiscard]] base::Result<SetDocument> set(const documents::ReceiptDocument& document);
    // Only of a document whose faces are complete.
    [[nodiscard]] base::Result<std::string> pdf(const SetDocument& document) const;

  private:
    template <typename Document, typename Lay>
    base::Result<SetDocument> set_with(const Document& document, Lay lay);
    [[nodiscard]] bool has_family() const;

    platform::Assets& assets_;
    documents::FontSet fonts_;
    std::vector<documents::Face> awaited_;
    std::uint64_t revision_ = 0;
};

} // namespace app
