// One issued invoice ("#/invoices/<id>"): its document, its money, its history, what can be done.
#pragma once

#include "ui/panel.h"
#include "ui/screens/invoice_actions.h"
#include "ui/screens/invoice_model.h"
#include "ui/widgets/document_preview.h"

namespace ui {

class Stack;

class InvoiceScreen final : public Panel {
  public:
    InvoiceScreen(Desk& desk, domain::InvoiceId id)
        : desk_(desk), model_(desk.app, id), actions_(desk), preview_(desk) {}
    void draw(Frame& frame, const Rect& sheet) override;
    [[nodiscard]] std::string title() const override;
    [[nodiscard]] bool has_unsaved() const override { return actions_.has_unsaved(); }

  private:
    void draw_issued(Frame& frame, const Rect& sheet);
    void draw_header(Frame& frame, Rect& sheet);
    void draw_menu(Frame& frame, Rect& bar);
    void draw_summary(Frame& frame, Rect& sheet);
    void draw_narrow_summary(Frame& frame, Rect& sheet);
    void draw_pay_bar(Frame& frame, Rect& sheet);
    void draw_body(Frame& frame, const Rect& place);
    void draw_document(Frame& frame, const Rect& place);
    void draw_details(Frame& frame, const Rect& place);
    void draw_facts(Frame& frame, Stack& stack);
    void draw_money(Frame& frame, Stack& stack);
    void draw_history(Frame& frame, Stack& stack);
    void set_preview();

    Desk& desk_;
    InvoiceModel model_;
    InvoiceActions actions_;
    DocumentPreview preview_;
    std::optional<base::Error> preview_error_;
    bool is_preview_set_ = false;
    int tab_ = 0;
};

} // namespace ui
