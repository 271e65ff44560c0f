#include "app/typesetter.h"

#include "base/assert.h"
#include "documents/pdf.h"

#include <algorithm>
#include <array>

namespace app {

namespace {

using documents::Face;
using documents::Weight;

constexpr std::array family{Face::document_400, Face::document_500, Face::document_600};

std::string file_of(Face face) {
    return "fonts/" + std::string(documents::face_files[static_cast<std::size_t>(face)]);
}

} // namespace

void Typesetter::step() {
    std::erase_if(awaited_, [this](Face face) {
        if (assets_.request(file_of(face)) != platform::Assets::State::here) return false;
        // A file that is no font stays away; the text keeps its boxes and says so.
        (void)fonts_.add(face, assets_.take(file_of(face)));
        ++revision_;
        return true;
    });
}

Faces Typesetter::ask_for(std::string_view text, Weight weight) {
    Faces faces = Faces::complete;
    for (const Face face : fonts_.needed(text, weight)) {
        if (std::ranges::find(awaited_, face) == awaited_.end()) awaited_.push_back(face);
        switch (assets_.request(file_of(face))) {
        case platform::Assets::State::fetching:
            if (faces == Faces::complete) faces = Faces::fetching;
            break;
        case platform::Assets::State::unreachable: faces = Faces::unreachable; break;
        case platform::Assets::State::here: // Taken by the next step.
            if (faces == Faces::complete) faces = Faces::fetching;
            break;
        }
    }
    return faces;
}

bool Typesetter::has_family() const {
    return std::ranges::all_of(family, [this](Face face) { return fonts_.has(face); });
}

template <typename Document, typename Lay>
base::Result<SetDocument> Typesetter::set_with(const Document& document, Lay lay) {
    const std::string text = documents::all_text(document);
    SetDocument set;
    for (const Weight weight : {Weight::regular, Weight::medium, Weight::bold})
        set.faces = std::max(set.faces, ask_for(text, weight));
    if (!has_family()) return set;
    set.missing = fonts_.missing(text);
    set.pages = TRY(lay(document, fonts_));
    return set;
}

base::Result<SetDocument> Typesetter::set(const documents::InvoiceDocument& document) {
    return set_with(document, documents::invoice_pages);
}

base::Result<SetDocument> Typesetter::set(const documents::ReceiptDocument& document) {
    return set_with(document, documents::receipt_pages);
}

base::Result<std::string> Typesetter::pdf(const SetDocument& document) const {
    ASSERT(document.faces == Faces::complete);
    return documents::pdf(document.pages, fonts_);
}

} // namespace app
