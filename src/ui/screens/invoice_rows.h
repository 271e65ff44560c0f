// Rows of the list of invoices: their columns, cells and actions, and the one-column form of
// phones.
#pragma once

#include "ui/screens/invoices_model.h"
#include "ui/widgets/popover.h"
#include "ui/widgets/table.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ui {

// What a column shows; where there is less room some are left out.
enum class InvoicePart : std::uint8_t {
    tick,
    number,
    client,
    issued,
    due,
    status,
    delivery,
    total,
    balance,
    menu,
};

struct InvoiceColumn {
    InvoicePart part;
    std::string title;
    float width = 0; // 0: what is left.
    HorizontalAlign align = HorizontalAlign::start;
    std::optional<app::InvoiceSort> sort = {};
};

[[nodiscard]] std::vector<InvoiceColumn> invoice_columns(const Frame& frame,
                                                         std::string_view currency_code);

// Every part but tick and menu, which act.
void draw_invoice_cell(Frame& frame, TableRow& row, int column, InvoicePart part,
                       const InvoicesModel::Line& line);
// The whole row in one cell: name over number and due, amount over badge.
void draw_invoice_card(Frame& frame, TableRow& row, const InvoicesModel::Line& line);

// The client's name, or that there is none yet.
[[nodiscard]] std::string_view client_words(const app::InvoiceRow& row);

enum class RowAction : std::uint8_t { open, pay, pdf, duplicate, cancel, delete_draft };

// In the order of the row's menu.
[[nodiscard]] std::vector<std::pair<RowAction, MenuItem>> row_actions(const app::InvoiceRow& row);

} // namespace ui
