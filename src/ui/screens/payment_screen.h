// One payment ("#/payments/<id>"): what it settled, un-applying, voiding, its receipt.
#pragma once

#include "ui/panel.h"
#include "ui/screens/invoice_actions.h"
#include "ui/screens/payment_model.h"
#include "ui/screens/receipt_offer.h"

namespace ui {

class Stack;

class PaymentScreen final : public Panel {
  public:
    PaymentScreen(Desk& desk, domain::PaymentId id)
        : desk_(desk), model_(desk.app, id), actions_(desk), receipt_(desk, app::Original::copy) {}
    void draw(Frame& frame, const Rect& sheet) override;
    [[nodiscard]] std::string title() const override { return "Payment"; }

  private:
    void draw_header(Frame& frame, Rect& sheet);
    void draw_content(Frame& frame, const Rect& place);
    void draw_summary(Frame& frame, Stack& stack);
    void draw_parts(Frame& frame, Stack& stack);
    void ask_to_void();

    Desk& desk_;
    PaymentModel model_;
    InvoiceActions actions_;
    ReasonDialog dialog_;
    ReceiptOffer receipt_;
};

} // namespace ui
