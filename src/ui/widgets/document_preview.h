// A set document as paper on the desk: its pages below each other, scrolled, fitted to the width.
//
// Holds the pages and the textures of their pictures; whoever owns it sets the document anew when
// its facts or the faces have changed.
#pragma once

#include "app/typesetter.h"
#include "ui/document_view.h"
#include "ui/panel.h"

#include <string>
#include <string_view>
#include <vector>

namespace ui {

class DocumentPreview {
  public:
    explicit DocumentPreview(const Desk& desk) : desk_(desk) {}
    DocumentPreview(const DocumentPreview&) = delete;
    DocumentPreview& operator=(const DocumentPreview&) = delete;
    ~DocumentPreview();

    void set(app::SetDocument document);
    [[nodiscard]] const app::SetDocument& document() const { return document_; }
    // True when faces have come since it was set: set it again.
    [[nodiscard]] bool is_stale() const { return revision_ != desk_.typesetter.revision(); }

    // Draws the pages into `area`, on the desk colour. `name` is spoken: "Invoice INV-0148".
    void draw(Frame& frame, const Rect& area, std::string_view name);

  private:
    void drop_images();

    const Desk& desk_;
    app::SetDocument document_;
    std::vector<TextureId> images_;
    std::uint64_t revision_ = 0;
};

} // namespace ui
