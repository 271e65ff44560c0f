// The practice as it introduces itself on documents: identity, bank details and logo.
//
// Identity is saved as a whole (EditPractice). A logo is a picture of its own: choosing one keeps
// its file and shows it on documents from then on; what is issued keeps the one it had.
#pragma once

#include "app/queries/settings.h"
#include "documents/page.h"
#include "ui/screens/edited.h"

#include <cstddef>
#include <span>
#include <string>

namespace ui {

class PracticeForm {
  public:
    explicit PracticeForm(app::App& app) : app_(app) {}

    void read(const app::PracticeSettings& settings);
    [[nodiscard]] domain::PracticeIdentity& identity() { return identity_.now; }
    [[nodiscard]] FieldErrors& errors() { return errors_; }
    // What the country calls the practice's tax id: "VAT number".
    [[nodiscard]] const std::string& tax_number_name() const { return tax_number_name_; }

    [[nodiscard]] bool is_changed() const { return identity_.is_changed(); }
    [[nodiscard]] std::optional<base::Uuid> save();
    void discard();

    [[nodiscard]] const std::optional<documents::Image>& logo() const { return logo_; }
    // Counts the logos that were read, for whoever holds a texture of one.
    [[nodiscard]] int logo_version() const { return logo_version_; }
    // Puts a PNG or JPEG on documents; a refusal is at the field "logo".
    [[nodiscard]] std::optional<base::Uuid> set_logo(std::span<const std::byte> file);
    [[nodiscard]] std::optional<base::Uuid> remove_logo();

  private:
    void read_logo(const std::optional<base::Digest>& logo);
    [[nodiscard]] std::optional<base::Uuid> show_logo(std::optional<base::Digest> logo);

    app::App& app_;
    Edited<domain::PracticeIdentity> identity_{};
    store::Appearance appearance_;
    std::optional<documents::Image> logo_;
    std::optional<base::Digest> shown_logo_;
    int logo_version_ = 0;
    std::string tax_number_name_;
    FieldErrors errors_;
};

} // namespace ui
