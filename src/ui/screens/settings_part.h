// One section of the settings: a form that is saved as a whole, or a list whose entries are edited
// in dialogs.
//
// Parts are made when their section is first reached and live as long as the settings are shown, so
// that what was typed survives a look at another section.
#pragma once

#include "app/queries/settings.h"
#include "ui/panel.h"

#include <memory>
#include <span>
#include <string_view>

namespace ui {

class SettingsPart {
  public:
    virtual ~SettingsPart() = default;
    // The book holds these now.
    virtual void read(const app::PracticeSettings& settings) = 0;
    // Draws at the top of `slot` and answers the height.
    virtual float draw(Frame& frame, const Rect& slot) = 0;
    // Forms only: something typed is not saved; save it or take it back.
    [[nodiscard]] virtual bool is_changed() const { return false; }
    virtual void save() {}
    virtual void discard() {}
    // Whether the part takes the sheet's whole width, for a preview beside its form.
    [[nodiscard]] virtual bool is_wide() const { return false; }
};

struct SettingsSection {
    std::string_view address; // "taxes" of "#/settings/taxes".
    std::string_view title;
    Icon icon;
    std::unique_ptr<SettingsPart> (*make)(Desk& desk, const app::PracticeSettings& settings);
};

// All sections in their order.
[[nodiscard]] std::span<const SettingsSection> settings_sections();

// Each is in a file of its own, settings_<name>.cpp; data in data_settings_screen.cpp.
[[nodiscard]] std::unique_ptr<SettingsPart>
make_practice_part(Desk& desk, const app::PracticeSettings& settings);
[[nodiscard]] std::unique_ptr<SettingsPart>
make_locations_part(Desk& desk, const app::PracticeSettings& settings);
[[nodiscard]] std::unique_ptr<SettingsPart>
make_practitioners_part(Desk& desk, const app::PracticeSettings& settings);
[[nodiscard]] std::unique_ptr<SettingsPart> make_taxes_part(Desk& desk,
                                                            const app::PracticeSettings& settings);
[[nodiscard]] std::unique_ptr<SettingsPart>
make_methods_part(Desk& desk, const app::PracticeSettings& settings);
[[nodiscard]] std::unique_ptr<SettingsPart>
make_numbering_part(Desk& desk, const app::PracticeSettings& settings);
[[nodiscard]] std::unique_ptr<SettingsPart>
make_billing_part(Desk& desk, const app::PracticeSettings& settings);
[[nodiscard]] std::unique_ptr<SettingsPart>
make_appearance_part(Desk& desk, const app::PracticeSettings& settings);
[[nodiscard]] std::unique_ptr<SettingsPart> make_data_part(Desk& desk,
                                                           const app::PracticeSettings& settings);
[[nodiscard]] std::unique_ptr<SettingsPart>
make_history_part(Desk& desk, const app::PracticeSettings& settings);

} // namespace ui
