// The document beside the form: the very page that finalizing would issue.
//
// Set anew when the draft's figures changed or a face has come, never each frame. While the lines
// don't add up the last page stays.
#pragma once

#include "app/app.h"
#include "app/typesetter.h"
#include "ui/panel.h"
#include "ui/screens/editor_model.h"
#include "ui/widgets/document_preview.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ui {

class EditorPreview {
  public:
    explicit EditorPreview(const Desk& desk) : desk_(desk), page_(desk) {}

    void update(const EditorModel& model);
    void draw(Frame& frame, const Rect& area) { page_.draw(frame, area, "Draft invoice"); }

    // Letters of the draft that no face has; boxes stand for them on the page.
    [[nodiscard]] const std::vector<char32_t>& missing_letters() const {
        return page_.document().missing;
    }
    // The draft's PDF; none while its faces are still on their way. Errors: those of the totals.
    [[nodiscard]] base::Result<std::optional<std::string>> pdf(const domain::Draft& draft);

  private:
    // The draft's page, set in type.
    [[nodiscard]] base::Result<app::SetDocument> set(const domain::Draft& draft);

    const Desk& desk_;
    DocumentPreview page_;
    std::uint64_t shown_version_ = 0; // Of the figures.
    std::uint64_t shown_faces_ = 0;   // Of the typesetter.
};

} // namespace ui
