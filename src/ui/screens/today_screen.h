// The first screen, "#/today": cards of what needs doing, what is owed and what came in.
//
// Wide: a flexible column and one of 352; below that the right column's cards stand under the left;
// narrow: one column.
#pragma once

#include "ui/panel.h"
#include "ui/screens/take_payment.h"
#include "ui/screens/today_model.h"

namespace ui {

class TodayScreen final : public Panel {
  public:
    explicit TodayScreen(Desk& desk) : desk_(desk), model_(desk.app), payment_(desk) {}

    void draw(Frame& frame, const Rect& sheet) override;
    [[nodiscard]] std::string title() const override { return "Today"; }
    [[nodiscard]] bool has_unsaved() const override { return payment_.has_unsaved(); }

  private:
    void draw_empty(Frame& frame, const Rect& place);
    void draw_actions(Frame& frame, Rect bar);
    void draw_cards(Frame& frame, const Rect& place);
    // Each draws a card at the top of `slot` and answers its height, 0 for none.
    float draw_tasks(Frame& frame, const Rect& slot);
    float draw_task(Frame& frame, const Rect& slot, const Task& task);
    float draw_owed(Frame& frame, const Rect& slot);
    float draw_owed_block(Frame& frame, const Rect& slot, const OwedBlock& block);
    float draw_taken(Frame& frame, const Rect& slot);
    float draw_taken_block(Frame& frame, const Rect& slot, const TakenBlock& block);
    float draw_payments(Frame& frame, const Rect& slot);
    float draw_data(Frame& frame, const Rect& slot);

    Desk& desk_;
    TodayModel model_;
    TakePayment payment_;
};

[[nodiscard]] std::unique_ptr<Panel> make_today(Desk& desk, std::string_view rest);

} // namespace ui
