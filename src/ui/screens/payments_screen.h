// The list of payments ("#/payments"): what came in, from whom, how, and what of it is credit.
#pragma once

#include "ui/panel.h"
#include "ui/screens/payments_model.h"
#include "ui/screens/period_picker.h"
#include "ui/screens/take_payment.h"

namespace ui {

class Table;
class TableRow;

class PaymentsScreen final : public Panel {
  public:
    explicit PaymentsScreen(Desk& desk)
        : desk_(desk), model_(desk.app, desk.remembered.payments), payment_(desk) {}
    // "#/payments/new": the list, with a payment begun above it.
    void take_payment() { payment_.open(); }
    void draw(Frame& frame, const Rect& sheet) override;
    [[nodiscard]] std::string title() const override { return "Payments"; }
    [[nodiscard]] bool is_at(std::string_view address) const override;
    [[nodiscard]] bool has_unsaved() const override { return payment_.has_unsaved(); }

  private:
    using Line = PaymentsModel::Line;

    void draw_toolbar(Frame& frame, Rect& sheet);
    void draw_nothing(Frame& frame, const Rect& place);
    void draw_table(Frame& frame, const Rect& place);
    void draw_row(Frame& frame, TableRow& row, const Line& line);
    void draw_card(Frame& frame, TableRow& row, const Line& line);
    void draw_totals(Frame& frame, Table& table);

    Desk& desk_;
    PaymentsModel model_;
    PeriodPicker period_;
    TakePayment payment_;
    bool wants_search_ = false;
};

} // namespace ui
