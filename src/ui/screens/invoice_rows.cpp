#include "ui/screens/invoice_rows.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/label.h"

#include <cmath>

namespace ui {

namespace {

constexpr float due_date_width = 64;

bool is_numbered_draft(const app::InvoiceRow& row) {
    return row.status == domain::Status::draft && !row.number.empty();
}

} // namespace

std::vector<InvoiceColumn> invoice_columns(const Frame& frame, std::string_view currency_code) {
    using Part = InvoicePart;
    using app::InvoiceSort;
    const std::string code(currency_code);
    constexpr HorizontalAlign end = HorizontalAlign::end;
    const bool is_wide = frame.breadth() == Breadth::wide;
    const bool is_touch = frame.theme().is_touch();
    std::vector<InvoiceColumn> shown{{Part::tick, "Tick", is_touch ? 48.0F : 36.0F},
                                     {Part::number, "Number", 104, {}, InvoiceSort::number},
                                     {Part::client, "Client", 0, {}, InvoiceSort::client}};
    if (is_wide) shown.push_back({Part::issued, "Issued", 88, {}, InvoiceSort::issued});
    shown.push_back({Part::due, "Due", is_wide ? 176.0F : 164.0F, {}, InvoiceSort::due});
    shown.push_back({Part::status, "Status", 128});
    if (is_wide) shown.push_back({Part::delivery, "Delivery", 128});
    shown.push_back({Part::total, "Total, " + code, 112, end, InvoiceSort::total});
    shown.push_back({Part::balance, "Balance, " + code, 120, end, InvoiceSort::balance});
    shown.push_back({Part::menu, "Menu", is_touch ? 56.0F : 40.0F, end});
    return shown;
}

void draw_invoice_cell(Frame& frame, TableRow& row, int column, InvoicePart part,
                       const InvoicesModel::Line& line) {
    const app::InvoiceRow& invoice = line.row;
    const bool is_draft = invoice.status == domain::Status::draft;
    switch (part) {
    case InvoicePart::tick: break;
    case InvoicePart::number:
        row.text(column, invoice.number.empty() ? "No number" : invoice.number,
                 {.color = invoice.number.empty() ? Color::muted : Color::text});
        break;
    case InvoicePart::client: {
        Rect cell = row.cell(column);
        const float width =
            label(frame, cell,
                  {.text = client_words(invoice),
                   .weight = Weight::medium,
                   .color = invoice.client_name.empty() ? Color::muted : Color::text,
                   .overflow = Overflow::ellipsis});
        take_left(cell, width, 6);
        label(frame, cell,
              {.text = invoice.client_latin_name,
               .color = Color::muted,
               .overflow = Overflow::ellipsis});
        break;
    }
    case InvoicePart::issued: row.text(column, line.issued, {.color = Color::muted}); break;
    case InvoicePart::due: {
        Rect cell = row.cell(column);
        label(frame, take_left(cell, due_date_width), {.text = line.due, .color = Color::muted});
        label(frame, cell,
              {.text = line.distance, .color = line.is_late ? Color::danger_text : Color::muted});
        break;
    }
    case InvoicePart::status: badge(frame, row.cell(column), badge_of(invoice.status)); break;
    case InvoicePart::delivery:
        row.text(column, is_draft ? line.edited : line.left, {.color = Color::muted});
        break;
    case InvoicePart::total:
        row.text(column, line.total,
                 {.color = invoice.status == domain::Status::voided ? Color::muted : Color::text,
                  .struck = invoice.status == domain::Status::voided});
        break;
    case InvoicePart::balance:
        row.text(column, line.balance,
                 {.weight = line.is_settled ? Weight::regular : Weight::semibold,
                  .color = line.is_settled ? Color::faint : Color::text});
        break;
    case InvoicePart::menu: break;
    }
}

void draw_invoice_card(Frame& frame, TableRow& row, const InvoicesModel::Line& line) {
    const app::InvoiceRow& invoice = line.row;
    Rect cell = row.cell(0);
    cell = cell.inset(frame.gutter() - space::table_cell, 0);
    Rect lines = centered(cell, cell.width, 48);
    const Badge status = badge_of(invoice.status);
    const float badge_place = badge_width(frame, status);
    Rect first = take_top(lines, 24);
    Rect second = lines;
    const Font face = font(Type::body, Weight::semibold);
    const float figure = std::ceil(frame.paint().width(line.figure, face)) + 1;
    label(frame, take_right(first, figure, 12),
          {.text = line.figure,
           .type = Type::body,
           .weight = line.is_settled ? Weight::regular : Weight::semibold,
           .color = line.is_settled ? Color::muted : Color::text,
           .align = HorizontalAlign::end,
           .struck = invoice.status == domain::Status::voided});
    label(frame, first,
          {.text = client_words(invoice),
           .type = Type::body,
           .weight = Weight::medium,
           .overflow = Overflow::ellipsis});
    badge(frame, take_right(second, badge_place, 12), status);
    const float width = label(frame, second, {.text = line.detail, .color = Color::muted});
    take_left(second, width, 4);
    if (line.is_late) label(frame, second, {.text = line.distance, .color = Color::danger_text});
}

std::string_view client_words(const app::InvoiceRow& row) {
    return row.client_name.empty() ? std::string_view("No client yet")
                                   : std::string_view(row.client_name);
}

std::vector<std::pair<RowAction, MenuItem>> row_actions(const app::InvoiceRow& row) {
    const bool is_draft = row.status == domain::Status::draft;
    std::vector<std::pair<RowAction, MenuItem>> actions;
    actions.push_back({RowAction::open,
                       {.label = is_draft ? "Edit" : "Open",
                        .icon = is_draft ? Icon::pencil : Icon::receipt_text}});
    if (row.balance && row.balance->minor > 0)
        actions.push_back({RowAction::pay, {.label = "Record payment", .icon = Icon::coins}});
    if (!is_draft) actions.push_back({RowAction::pdf, {.label = "PDF", .icon = Icon::download}});
    actions.push_back({RowAction::duplicate, {.label = "Duplicate", .icon = Icon::copy}});
    if (!is_draft && row.status != domain::Status::voided)
        actions.push_back({RowAction::cancel,
                           {.label = "Void\u2026",
                            .icon = Icon::ban,
                            .is_destructive = true,
                            .starts_group = true}});
    if (is_draft && !is_numbered_draft(row))
        actions.push_back({RowAction::delete_draft,
                           {.label = "Delete draft",
                            .icon = Icon::trash_2,
                            .is_destructive = true,
                            .starts_group = true}});
    return actions;
}

} // namespace ui
