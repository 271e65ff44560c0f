// Draws Settings > Data; the settings screen gives it the place.
#pragma once

#include "ui/panel.h"
#include "ui/screens/data_settings_model.h"
#include "ui/screens/restore_form.h"

namespace ui {

class DataSettings {
  public:
    explicit DataSettings(Desk& desk);

    // Draws at the top of `slot`; answers the height.
    float draw(Frame& frame, const Rect& slot);

  private:
    void draw_state(Frame& frame, Stack& form);
    void draw_copies(Frame& frame, Stack& form);
    void draw_passphrase(Frame& frame, Stack& form);
    void draw_removal(Frame& frame, Stack& form);
    void draw_restore_dialog(Frame& frame);
    void draw_passphrase_dialog(Frame& frame);
    void draw_removal_dialog(Frame& frame);
    bool secret(Frame& frame, Stack& form, std::string& words, std::string_view label,
                std::string_view field, std::string_view autocomplete);

    enum class Open : std::uint8_t { none, restore, passphrase, removal };
    Desk& desk_;
    DataSettingsModel model_;
    RestoreForm restore_;
    Open open_ = Open::none;
};

[[nodiscard]] std::unique_ptr<Panel> make_data_settings(Desk& desk, std::string_view rest);

} // namespace ui
