// How documents look: ink, what they show, their paper; and an invoice that looks so at once.
//
// The paper belongs to the billing settings, the rest to the appearance, so a save may be two
// commands. The sample is the newest draft, or an example where there is none; it is what the
// document would be if what stands in the form were saved.
#pragma once

#include "app/invoice_document.h"
#include "app/queries/settings.h"
#include "ui/screens/edited.h"

#include <vector>

namespace ui {

class AppearanceForm {
  public:
    AppearanceForm(app::App& app, const app::PracticeSettings& settings);

    void read(const app::PracticeSettings& settings);
    [[nodiscard]] store::Appearance& appearance() { return appearance_.now; }
    [[nodiscard]] domain::Paper& paper() { return paper_.now; }
    [[nodiscard]] FieldErrors& errors() { return errors_; }

    [[nodiscard]] bool is_changed() const;
    // The commands that were carried out, in their order; none when one was refused.
    [[nodiscard]] std::vector<base::Uuid> save();
    void discard();

    [[nodiscard]] base::Result<app::InvoicePage> sample();

  private:
    app::App& app_;
    Edited<store::Appearance> appearance_;
    Edited<domain::Paper> paper_;
    domain::BillingSettings billing_;
    std::vector<domain::TaxDefinition> taxes_;
    FieldErrors errors_;
};

} // namespace ui
