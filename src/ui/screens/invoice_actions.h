// What can be done to an invoice, from a row of the list as from its own page.
//
// Owns what such an action opens: the payment sheet, the dialog for reasons, documents on their way
// out. A screen calls `draw` last, once a frame.
#pragma once

#include "ui/panel.h"
#include "ui/screens/handout.h"
#include "ui/screens/payment_sheet.h"
#include "ui/screens/reason_dialog.h"

#include <string>

namespace ui {

class InvoiceActions {
  public:
    explicit InvoiceActions(Desk& desk) : desk_(desk), payment_(desk), handout_(desk) {}

    void pay(domain::InvoiceId invoice) { payment_.open_on(invoice); }
    void save_pdf(domain::InvoiceId invoice) { handout_.invoice(invoice, Way::download); }
    void print(domain::InvoiceId invoice) { handout_.invoice(invoice, Way::print); }
    void duplicate(domain::InvoiceId invoice);
    void delete_draft(domain::InvoiceId invoice, std::string_view client);
    void apply_credit(domain::InvoiceId invoice);
    // These ask first.
    void ask_to_void(domain::InvoiceId invoice);
    void ask_to_revert(domain::InvoiceId invoice);
    void ask_to_release(domain::PaymentId payment, domain::AllocationId allocation,
                        std::string_view number, domain::Money amount);

    [[nodiscard]] bool has_unsaved() const { return payment_.has_unsaved(); }
    [[nodiscard]] bool is_handing_out() const { return handout_.is_waiting(); }
    void draw(Frame& frame);

  private:
    void refuse(const base::Error& error);

    Desk& desk_;
    PaymentSheet payment_;
    ReasonDialog dialog_;
    Handout handout_;
};

} // namespace ui
