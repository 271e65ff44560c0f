// The dialog that finalizes: the number it will get, how it is paid, what stands against it.
#pragma once

#include "ui/frame.h"
#include "ui/screens/finalize_model.h"

#include <optional>
#include <string>
#include <vector>

namespace ui {

class FinalizeDialog {
  public:
    struct Answer {
        bool is_closed = false;
        std::optional<FinalizeReason> go_to; // Closed to put this right.
    };

    // `missing` letters have no face; the document shows boxes for them.
    FinalizeDialog(EditorModel& editor, std::vector<char32_t> missing)
        : model_(editor), missing_(std::move(missing)) {}

    Answer draw(Frame& frame);
    [[nodiscard]] FinalizeModel& model() { return model_; }

  private:
    void draw_reasons(Frame& frame, Stack& stack, const std::vector<FinalizeReason>& reasons,
                      Answer& answer);
    void draw_choices(Frame& frame, Stack& stack);
    // A card with a radio button; `open` is the height of what stands in it while it is chosen.
    Rect draw_card(Frame& frame, Stack& stack, FinalizePayment payment, std::string_view title,
                   std::string_view lead, float open);
    void draw_paid(Frame& frame, const Rect& slot);
    void draw_warnings(Frame& frame, Stack& stack);
    void draw_foot(Frame& frame, Rect foot, const std::vector<FinalizeReason>& reasons,
                   Answer& answer);

    FinalizeModel model_;
    std::vector<char32_t> missing_;
    float paid_height_ = 0;
};

} // namespace ui
