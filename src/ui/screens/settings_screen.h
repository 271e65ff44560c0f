// The settings, "#/settings/<section>": sections at the left, the chosen one beside them.
//
// Narrow windows choose the section from a list. Forms are saved by the bar at the foot, which is
// there while something is changed; leaving the settings saves what can be saved and says so.
#pragma once

#include "ui/screens/settings_part.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ui {

class SettingsScreen final : public Panel {
  public:
    SettingsScreen(Desk& desk, std::string_view rest);

    void draw(Frame& frame, const Rect& sheet) override;
    [[nodiscard]] std::string title() const override;
    void arrive(std::string_view rest) override;
    void flush() override;
    [[nodiscard]] bool has_unsaved() const override;

  private:
    void read();
    [[nodiscard]] SettingsPart& part();
    void draw_sections(Frame& frame, const Rect& rect);
    void draw_section_choice(Frame& frame, const Rect& slot);
    void draw_save_bar(Frame& frame, const Rect& bar);
    void go(std::size_t section);

    Desk& desk_;
    std::size_t section_ = 0;
    std::vector<std::unique_ptr<SettingsPart>> parts_; // By section; made when reached.
    std::optional<std::uint64_t> read_revision_;
    std::optional<app::PracticeSettings> settings_;
    std::optional<base::Error> problem_;
};

[[nodiscard]] std::unique_ptr<Panel> make_settings(Desk& desk, std::string_view rest);

} // namespace ui
