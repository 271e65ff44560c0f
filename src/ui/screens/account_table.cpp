#include "ui/screens/account_table.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message.h"
#include "ui/widgets/table.h"

#include <array>
#include <string>

namespace ui {

namespace {

constexpr float month_row = 40;
constexpr float fact_row = 56;
constexpr float narrow_row = 72;

struct Sign {
    Icon icon;
    Color tint;
    Color color;
};

Sign sign_of(const PartyProfileModel::AccountRow& row) {
    switch (row.kind) {
    case app::AccountLineKind::invoice:
        return {Icon::receipt_text, Color::accent_tint, Color::accent_text};
    case app::AccountLineKind::invoice_voided:
    case app::AccountLineKind::payment_voided:
        return {Icon::ban, Color::neutral_tint, Color::neutral_text};
    case app::AccountLineKind::written_off:
        return {Icon::ban, Color::neutral_tint, Color::neutral_text};
    case app::AccountLineKind::write_off_reversed:
    case app::AccountLineKind::invoice_reverted:
        return {Icon::undo_2, Color::neutral_tint, Color::neutral_text};
    case app::AccountLineKind::payment:
    case app::AccountLineKind::paid_by_other:
        return {Icon::coins, Color::success_tint, Color::success_text};
    case app::AccountLineKind::paid_for_other:
        return {Icon::arrow_up_right, Color::neutral_tint, Color::neutral_text};
    case app::AccountLineKind::cash_rounding:
        return {Icon::coins, Color::neutral_tint, Color::neutral_text};
    }
    return {Icon::none, Color::neutral_tint, Color::neutral_text};
}

std::vector<float> tops_of(const std::vector<PartyProfileModel::AccountRow>& rows) {
    std::vector<float> tops{0};
    for (const PartyProfileModel::AccountRow& row : rows)
        tops.push_back(tops.back() + (row.month.empty() ? fact_row : month_row));
    return tops;
}

void draw_month(Frame& frame, TableRow& row, const Rect& band, std::string_view month) {
    frame.paint().fill({band.x, band.y, band.width, band.height - frame.paint().hairline()},
                       frame.color(Color::sunken));
    row.text(0, month, {.weight = Weight::medium, .color = Color::muted});
}

// Name over detail, as rows of accounts and narrow lists have them.
void two_lines(Frame& frame, const Rect& place, std::string_view first, std::string_view second) {
    label(frame, {place.x, place.center_y() - 20, place.width, 20},
          {.text = first, .weight = Weight::medium, .overflow = Overflow::ellipsis});
    label(frame, {place.x, place.center_y(), place.width, 20},
          {.text = second, .color = Color::muted, .overflow = Overflow::ellipsis});
}

void badge_at_end(Frame& frame, const Rect& place, const Badge& shown) {
    const float width = badge_width(frame, shown);
    badge(frame, {place.right() - width, place.y, width, place.height}, shown);
}

} // namespace

void account_table(Frame& frame, const Rect& rect, const PartyProfileModel& model, Routes& routes) {
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    const std::string balance = "Balance, " + std::string(model.local().currency.code());
    std::vector<Column> columns{{.title = "Account"}};
    if (!is_narrow) columns.push_back({"Status", 128, HorizontalAlign::end, false, true});
    if (!is_narrow) columns.push_back({"Amount", 112, HorizontalAlign::end});
    columns.push_back({balance, 124, HorizontalAlign::end});
    const int balance_column = static_cast<int>(columns.size()) - 1;
    const auto& rows = model.account_rows();
    const std::vector<float> tops = tops_of(rows);
    Table table(frame, rect,
                {.name = "Account",
                 .columns = columns,
                 .row_count = static_cast<int>(rows.size()),
                 .row_tops = tops,
                 .side_room = is_narrow ? space::gutter_narrow - space::table_cell
                                        : space::card_padding - space::table_cell});
    for (const int index : table.rows()) {
        const PartyProfileModel::AccountRow& fact = rows[static_cast<std::size_t>(index)];
        TableRow row(table, index);
        if (!fact.month.empty()) {
            draw_month(frame, row, row.rect(), fact.month);
            continue;
        }
        Rect what = row.cell(0);
        if (!is_narrow) {
            const Sign sign = sign_of(fact);
            round_icon(frame, {what.x + 16, what.center_y()}, sign.icon, sign.tint, sign.color);
            take_left(what, 32, 16);
        }
        two_lines(frame, what, fact.title, fact.detail);
        if (!is_narrow) {
            const Rect place = row.cell(1);
            if (fact.status) badge_at_end(frame, place, badge_of(*fact.status));
        }
        const Color color = fact.is_credit ? Color::success_text : Color::muted;
        if (is_narrow) {
            // The words need the width: what was added stands under what it came to.
            Rect figures = row.cell(balance_column);
            figures = centered(figures, figures.width, 40);
            label(
                frame, take_top(figures, 20),
                {.text = fact.balance, .weight = Weight::semibold, .align = HorizontalAlign::end});
            label(frame, figures,
                  {.text = fact.amount, .color = color, .align = HorizontalAlign::end});
        } else {
            row.text(balance_column - 1, fact.amount,
                     {.color = fact.is_credit ? Color::success_text : Color::text});
            row.text(balance_column, fact.balance, {.weight = Weight::semibold});
        }
        if (row.is_opened()) routes.go(fact.address);
    }
}

void payments_table(Frame& frame, const Rect& rect, const PartyProfileModel& model,
                    Routes& routes) {
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    const std::string amount = "Amount, " + std::string(model.local().currency.code());
    std::vector<Column> columns{{.title = "Received", .width = is_narrow ? 0.0F : 112.0F}};
    if (!is_narrow) {
        columns.push_back({.title = "Method", .width = 160});
        columns.push_back({.title = "Reference"});
    }
    columns.push_back({amount, 128, HorizontalAlign::end});
    columns.push_back({"Kept as credit", 128, HorizontalAlign::end});
    const int amount_column = static_cast<int>(columns.size()) - 2;
    const auto& payments = model.payments();
    Table table(frame, rect,
                {.name = "Payments",
                 .columns = columns,
                 .row_count = static_cast<int>(payments.size()),
                 .row_height = is_narrow ? narrow_row : 0,
                 .side_room = is_narrow ? space::gutter_narrow - space::table_cell : 0});
    for (const int index : table.rows()) {
        const PartyProfileModel::PaymentLine& payment = payments[static_cast<std::size_t>(index)];
        TableRow row(table, index);
        const std::string method = payment.method + (payment.is_voided ? ", voided" : "");
        if (is_narrow) {
            two_lines(frame, row.cell(0), payment.date, method);
        } else {
            row.text(0, payment.date);
            row.text(1, method, {.overflow = Overflow::ellipsis});
            row.text(2, payment.reference, {.color = Color::muted, .overflow = Overflow::ellipsis});
        }
        row.text(amount_column, payment.amount,
                 {.weight = Weight::medium,
                  .color = payment.is_voided ? Color::faint : Color::text,
                  .struck = payment.is_voided});
        row.text(amount_column + 1, payment.left, {.color = Color::success_text});
        if (row.is_opened()) routes.go(payment.address);
    }
}

AccountInvoices::AccountInvoices(app::App& app, domain::PartyId account)
    : app_(app), local_(local_of(app)) {
    query_.account = account;
}

void AccountInvoices::refresh() {
    const base::Date today = app_.today();
    if (read_revision_ == app_.revision() && read_on_ == today) return;
    read_revision_ = app_.revision();
    read_on_ = today;
    local_ = local_of(app_);
    pages_.clear();
    const auto summary = app_.invoices(query_);
    count_ = summary ? summary->row_count : 0;
}

const app::InvoiceRow* AccountInvoices::row(std::size_t index) {
    return pages_.row(index, [&](std::size_t offset, std::size_t count) {
        return app_.invoice_rows(query_, offset, count);
    });
}

void AccountInvoices::draw(Frame& frame, const Rect& rect, Routes& routes) {
    refresh();
    if (count_ == 0) {
        (void)empty_state(frame, rect,
                          {.title = "No invoices yet",
                           .text = "Drafts and invoices of this account are listed here.",
                           .action = {},
                           .is_filtered = true});
    } else if (frame.breadth() == Breadth::narrow) {
        draw_narrow(frame, rect, routes);
    } else {
        draw_wide(frame, rect.inset(frame.gutter() - space::table_cell, 0), routes);
    }
}

void AccountInvoices::draw_wide(Frame& frame, const Rect& rect, Routes& routes) {
    const std::string code(local_.currency.code());
    const std::string total = "Total, " + code;
    const std::string balance = "Balance, " + code;
    const std::array<Column, 6> columns{{{.title = "Number"},
                                         {.title = "Issued", .width = 112},
                                         {.title = "Due", .width = 112},
                                         {.title = "Status", .width = 136},
                                         {total, 128, HorizontalAlign::end},
                                         {balance, 128, HorizontalAlign::end}}};
    Table table(frame, rect,
                {.name = "Invoices", .columns = columns, .row_count = static_cast<int>(count_)});
    for (const int index : table.rows()) {
        const app::InvoiceRow* const invoice = row(static_cast<std::size_t>(index));
        if (invoice == nullptr) continue;
        TableRow line(table, index);
        const bool is_numbered = !invoice->number.empty();
        line.text(0, is_numbered ? std::string_view(invoice->number) : "No number",
                  {.weight = is_numbered ? Weight::medium : Weight::regular,
                   .color = is_numbered ? Color::text : Color::muted});
        line.text(1, invoice->issue_date ? local_.brief(*invoice->issue_date) : std::string(),
                  {.color = Color::muted});
        line.text(2, invoice->due_date ? local_.brief(*invoice->due_date) : std::string(),
                  {.color = Color::muted});
        badge(frame, line.cell(3), badge_of(invoice->status));
        line.text(4, invoice->total ? local_.bare(*invoice->total) : std::string(),
                  {.struck = invoice->status == domain::Status::voided});
        const bool is_open = invoice->balance && invoice->balance->minor != 0;
        line.text(5, invoice->balance ? local_.bare(*invoice->balance) : std::string(),
                  {.weight = is_open ? Weight::semibold : Weight::regular,
                   .color = is_open ? Color::text : Color::faint});
        if (line.is_opened()) routes.go("#/invoices/" + base::to_text(invoice->id));
    }
}

void AccountInvoices::draw_narrow(Frame& frame, const Rect& rect, Routes& routes) {
    constexpr std::array<Column, 1> columns{{{"Invoice"}}};
    Table table(frame, rect,
                {.name = "Invoices",
                 .columns = columns,
                 .row_count = static_cast<int>(count_),
                 .row_height = narrow_row,
                 .side_room = space::gutter_narrow - space::table_cell,
                 .has_head = false});
    for (const int index : table.rows()) {
        const app::InvoiceRow* const invoice = row(static_cast<std::size_t>(index));
        if (invoice == nullptr) continue;
        TableRow line(table, index);
        Rect place = line.cell(0);
        const Rect end = take_right(place, 132, 12);
        const std::string date = invoice->due_date     ? "due " + local_.brief(*invoice->due_date)
                                 : invoice->issue_date ? local_.brief(*invoice->issue_date)
                                                       : std::string();
        two_lines(frame, place,
                  invoice->number.empty() ? std::string_view("No number")
                                          : std::string_view(invoice->number),
                  date);
        const bool is_open = invoice->balance && invoice->balance->minor != 0;
        const auto& shown = is_open ? invoice->balance : invoice->total;
        label(frame, {end.x, end.center_y() - 26, end.width, 24},
              {.text = shown ? local_.whole(*shown) : std::string(),
               .type = Type::body,
               .weight = is_open ? Weight::semibold : Weight::regular,
               .color = is_open ? Color::text : Color::muted,
               .align = HorizontalAlign::end});
        badge_at_end(frame, {end.x, end.center_y() + 2, end.width, 24}, badge_of(invoice->status));
        if (line.is_opened()) routes.go("#/invoices/" + base::to_text(invoice->id));
    }
}

} // namespace ui
