// The button that says which period a list shows, its menu, and the dialog for two days.
#pragma once

#include "ui/frame.h"
#include "ui/screens/period_choice.h"

#include <optional>
#include <string>

namespace ui {

class PeriodPicker {
  public:
    // In the middle of `rect`'s height; true when another period was chosen.
    bool draw(Frame& frame, const Rect& rect, PeriodChoice& choice, const Local& local);
    [[nodiscard]] static float width(Frame& frame, const PeriodChoice& choice, const Local& local);

  private:
    // A day while it is typed.
    struct Day {
        std::string words;
        std::optional<base::Date> date;
        std::string error;
    };

    void open(const PeriodChoice& choice, const Local& local);
    bool draw_dialog(Frame& frame, PeriodChoice& choice, const Local& local);
    static float draw_day(Frame& frame, const Rect& slot, std::string_view label, Day& day,
                          const Local& local);

    bool is_open_ = false;
    Day first_;
    Day last_;
};

} // namespace ui
