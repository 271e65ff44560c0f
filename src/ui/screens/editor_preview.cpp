#include "ui/screens/editor_preview.h"

#include <utility>

namespace ui {

void EditorPreview::update(const EditorModel& model) {
    const std::uint64_t faces = desk_.typesetter.revision();
    if (shown_version_ == model.figures_version() && shown_faces_ == faces) return;
    shown_version_ = model.figures_version();
    shown_faces_ = faces;
    if (auto document = set(model.draft())) page_.set(*std::move(document));
}

base::Result<std::optional<std::string>> EditorPreview::pdf(const domain::Draft& draft) {
    const app::SetDocument document = TRY(set(draft));
    if (document.faces != app::Faces::complete) return std::optional<std::string>();
    return std::optional(TRY(desk_.typesetter.pdf(document)));
}

base::Result<app::SetDocument> EditorPreview::set(const domain::Draft& draft) {
    const app::InvoicePage page = TRY(desk_.app.draft_page(draft));
    return desk_.typesetter.set(TRY(app::invoice_document(page)));
}

} // namespace ui
