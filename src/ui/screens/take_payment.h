// Taking a payment from a screen that is about no one: choose who pays, then the payment sheet.
//
// A screen owns one, opens it, and draws it last.
#pragma once

#include "ui/screens/payment_sheet.h"
#include "ui/screens/take_payment_model.h"
#include "ui/widgets/palette.h"

namespace ui {

class TakePayment {
  public:
    explicit TakePayment(Desk& desk) : model_(desk.app), sheet_(desk) {}

    void open() { palette_.open(); }
    [[nodiscard]] bool is_open() const { return palette_.is_open() || sheet_.is_open(); }
    [[nodiscard]] bool has_unsaved() const { return sheet_.has_unsaved(); }

    // Draws nothing while it is closed.
    void draw(Frame& frame);

  private:
    TakePaymentModel model_;
    Palette palette_;
    PaymentSheet sheet_;
};

} // namespace ui
