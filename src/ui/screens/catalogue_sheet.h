// The side sheet in which a service or product is made, edited, put away.
#pragma once

#include "ui/panel.h"
#include "ui/screens/catalogue_form.h"
#include "ui/screens/form_grid.h"

#include <memory>

namespace ui {

class CatalogueSheet {
  public:
    explicit CatalogueSheet(Desk& desk) : desk_(desk) {}

    // Does nothing while another is open: what is being typed stays.
    void open(std::unique_ptr<CatalogueForm> form);
    [[nodiscard]] bool is_open() const { return form_ != nullptr; }
    [[nodiscard]] bool has_unsaved() const { return form_ && form_->is_changed(); }

    // Draws nothing while it is closed.
    void draw(Frame& frame);

  private:
    enum class Answer : std::uint8_t { none, save, leave, archive, restore };
    [[nodiscard]] Answer draw_form(Frame& frame);
    void draw_price(Frame& frame, FormGrid& grid);
    void draw_taxes(FormGrid& grid);
    void close_with(std::string_view done, const std::optional<base::Uuid>& command);

    Desk& desk_;
    std::unique_ptr<CatalogueForm> form_;
    bool asks_discard_ = false;
    bool wants_focus_ = false;
};

} // namespace ui
