// The side sheet that records a payment, wherever it is opened from.
//
// A screen owns one, opens it for a payer or on an invoice, and draws it last while it is open.
// After recording, the sheet says what the money did and offers the receipt.
#pragma once

#include "ui/panel.h"
#include "ui/screens/payment_sheet_model.h"
#include "ui/screens/receipt_offer.h"

namespace ui {

class PaymentSheet {
  public:
    explicit PaymentSheet(Desk& desk)
        : desk_(desk), model_(desk.app), receipt_(desk, app::Original::first) {}

    // A payment of this client or contact, put to their oldest invoices first.
    void open_for(domain::PartyId payer);
    // A payment of the invoice's account, this invoice first.
    void open_on(domain::InvoiceId invoice);
    [[nodiscard]] bool is_open() const {
        return model_.phase() != PaymentSheetModel::Phase::closed;
    }
    [[nodiscard]] bool has_unsaved() const { return model_.has_unsaved(); }

    // Draws nothing while it is closed.
    void draw(Frame& frame);

  private:
    void opened(const base::Result<void>& begun);
    float draw_entry(Frame& frame, const Rect& body);
    void draw_payer(Frame& frame, const Rect& place);
    float draw_amount_and_date(Frame& frame, const Rect& slot);
    float draw_method(Frame& frame, const Rect& slot);
    float draw_cash(Frame& frame, const Rect& slot);
    float draw_rows(Frame& frame, const Rect& slot);
    void draw_rows_head(Frame& frame, const Rect& place);
    void draw_row(Frame& frame, const Rect& place, std::size_t index);
    void draw_credit_row(Frame& frame, const Rect& place);
    float draw_sum(Frame& frame, const Rect& slot);
    void draw_entry_foot(Frame& frame, Rect foot);
    void record();
    float draw_recorded(Frame& frame, const Rect& body);
    void draw_recorded_foot(Frame& frame, Rect foot);

    Desk& desk_;
    PaymentSheetModel model_;
    ReceiptOffer receipt_;
    bool wants_focus_ = false;
};

} // namespace ui
