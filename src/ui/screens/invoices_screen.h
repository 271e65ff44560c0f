// The list of invoices ("#/invoices"): filter, search, period, rows, totals and what rows can do.
#pragma once

#include "ui/panel.h"
#include "ui/screens/invoice_actions.h"
#include "ui/screens/invoice_rows.h"
#include "ui/screens/invoices_model.h"
#include "ui/screens/period_picker.h"

namespace ui {

class InvoicesScreen final : public Panel {
  public:
    explicit InvoicesScreen(Desk& desk);
    void draw(Frame& frame, const Rect& sheet) override;
    [[nodiscard]] std::string title() const override { return "Invoices"; }
    [[nodiscard]] bool has_unsaved() const override { return actions_.has_unsaved(); }

  private:
    using Line = InvoicesModel::Line;

    void draw_header(Frame& frame, Rect& sheet);
    void draw_toolbar(Frame& frame, Rect& sheet);
    void draw_filter(Frame& frame, const Rect& place);
    void draw_search(Frame& frame, const Rect& place);
    void draw_error(Frame& frame, const Rect& place);
    void draw_nothing(Frame& frame, const Rect& place);
    void draw_table(Frame& frame, const Rect& place);
    void draw_row(Frame& frame, TableRow& row, const Line& line);
    void draw_totals(Frame& frame, Table& table);
    void draw_list(Frame& frame, const Rect& place);
    void draw_list_totals(Frame& frame, Table& table);
    void draw_menu(Frame& frame, const Rect& cell, const Line& line, TableRow& row);
    void draw_bulk_bar(Frame& frame, const Rect& table);
    void open(const Line& line);
    void choose(const Line& line, RowAction action);

    Desk& desk_;
    InvoicesModel model_;
    PeriodPicker period_;
    InvoiceActions actions_;
    std::vector<InvoiceColumn> columns_; // Of this frame.
    bool shows_search_ = false;          // Where there is no room for the field.
    bool wants_search_ = false;
};

} // namespace ui
