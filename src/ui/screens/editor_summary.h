// What stands below the lines: memo and footer, the sums, discounts and surcharges on the document.
//
// Every figure is one of DraftView::totals; nothing is added up here.
#pragma once

#include "ui/frame.h"
#include "ui/screens/editor_model.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace ui {

// A discount or surcharge being written, in its dialog.
struct AdjustmentDraft {
    std::optional<std::size_t> index; // Of the draft's; none for a new one.
    AdjustmentChoice choice = AdjustmentChoice::discount_percent;
    domain::DraftAdjustment adjustment;
    Typed size;
};

class EditorSummary {
  public:
    explicit EditorSummary(EditorModel& model) : model_(model) {}

    // Memo and footer, then the sums beside or below them. Answers the height used.
    float draw(Frame& frame, const Rect& slot);
    void draw_dialogs(Frame& frame);
    void add_adjustment();

    // The sums alone.
    float draw_sums(Frame& frame, const Rect& slot);

  private:
    float draw_texts(Frame& frame, const Rect& slot);
    void draw_adjustment(Frame& frame, const Rect& row, std::size_t index);
    void draw_payable(Frame& frame, Stack& stack);
    float draw_credit(Frame& frame, const Rect& slot);
    void draw_adjustment_fields(Frame& frame, Stack& stack, AdjustmentDraft& edited);
    void draw_tax_choice(Frame& frame, Stack& stack, AdjustmentDraft& edited);
    [[nodiscard]] bool put(AdjustmentDraft& edited);

    EditorModel& model_;
    std::optional<AdjustmentDraft> edited_;
};

} // namespace ui
