// Settings > Data: where the book is kept, its copies, its passphrase, and its removal.
#pragma once

#include "ui/screens/data_settings_model.h"
#include "ui/screens/restore_form.h"
#include "ui/screens/settings_part.h"

namespace ui {

class DataSettings final : public SettingsPart {
  public:
    explicit DataSettings(Desk& desk);

    void read(const app::PracticeSettings&) override {}
    float draw(Frame& frame, const Rect& slot) override;

  private:
    void draw_state(Frame& frame, Stack& form);
    void draw_copies(Frame& frame, Stack& form);
    void draw_passphrase(Frame& frame, Stack& form);
    void draw_removal(Frame& frame, Stack& form);
    void draw_restore_dialog(Frame& frame);
    void draw_passphrase_dialog(Frame& frame);
    void draw_removal_dialog(Frame& frame);
    // The fields of a change of passphrase; true when they were submitted.
    bool draw_secrets(Frame& frame, Stack& body);
    bool secret(Frame& frame, Stack& form, std::string& words, std::string_view label,
                std::string_view field, std::string_view autocomplete);

    enum class Open : std::uint8_t { none, restore, passphrase, removal };
    Desk& desk_;
    DataSettingsModel model_;
    RestoreForm restore_;
    Open open_ = Open::none;
};

} // namespace ui
