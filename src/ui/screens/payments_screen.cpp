#include "ui/screens/payments_screen.h"

#include "app/messages.h"
#include "ui/screens/row_key.h"
#include "ui/shell_frame.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message.h"
#include "ui/widgets/table.h"

#include <array>
#include <cmath>
#include <utility>

namespace ui {

namespace {

constexpr float card_row = 72;
constexpr int filter_count = 3;
constexpr std::string_view address_of_list = "#/payments";
constexpr std::string_view address_of_new = "#/payments/new";

// Columns of the table, in their order; `reference` only where there is room.
enum Place : int { at_date, at_payer, at_method, at_reference, at_status, at_amount, at_left };

std::vector<Column> columns_of(const Frame& frame, std::string_view amount, std::string_view left) {
    constexpr HorizontalAlign end = HorizontalAlign::end;
    const float reference = frame.breadth() == Breadth::wide ? 200.0F : 140.0F;
    return {{.title = "Date", .width = 104},
            {.title = "Payer"},
            {.title = "Method", .width = 136},
            {.title = "Reference", .width = reference},
            {.title = "Status", .width = 112, .is_title_hidden = true},
            {.title = amount, .width = 128, .align = end},
            {.title = left, .width = 128, .align = end}};
}

} // namespace

void PaymentsScreen::draw(Frame& frame, const Rect& sheet) {
    model_.refresh();
    if (frame.overlay_count() == 0 && frame.input().take_shortcut('/', {})) wants_search_ = true;
    Rect rest = sheet;
    Rect bar = sheet_header(frame, rest, {.title = "Payments"}).bar;
    const bool has_error = model_.error().has_value();
    const bool has_key = frame.overlay_count() == 0 && frame.input().take_shortcut('p', {});
    if (has_key) payment_.open();
    if (!has_error && !model_.is_book_empty() &&
        button_from_right(frame, bar,
                          {.label = "Take payment",
                           .kind = ButtonKind::primary,
                           .icon = Icon::coins,
                           .shortcut = frame.theme().is_touch() ? "" : "P",
                           .hotkeys = "P",
                           .popup = Popup::dialog}))
        payment_.open();
    if (!has_error && !model_.is_book_empty()) draw_toolbar(frame, rest);
    if (has_error || model_.list().found_count == 0)
        draw_nothing(frame, rest);
    else
        draw_table(frame, rest);
    payment_.draw(frame);
    if (desk_.routes.address() == address_of_new && !payment_.is_open() &&
        desk_.routes.is_at_screen())
        desk_.routes.replace(address_of_list);
}

bool PaymentsScreen::is_at(std::string_view address) const {
    return address == address_of_list && !payment_.is_open();
}

void PaymentsScreen::draw_toolbar(Frame& frame, Rect& sheet) {
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    Rect bar = take_top(sheet, frame.measure().segmented, 16).inset(frame.gutter(), 0);
    PeriodChoice& period = model_.question().period;
    const float width = PeriodPicker::width(frame, period, model_.local());
    period_.draw(frame, take_right(bar, width, 12), period, model_.local());
    const float field = field_box_height(frame, FieldSize::compact);
    Rect search = is_narrow ? bar : take_right(bar, 240, 24);
    search = centered(search, search.width, field);
    const FieldResult found =
        search_field(frame, search, model_.question().search,
                     frame.breadth() == Breadth::wide ? "Payer, reference or amount" : "Search");
    if (std::exchange(wants_search_, false)) frame.mirror().request_focus(found.id, Select::all);
    if (found.focused && frame.input().take(Key::escape, {}, found.id))
        model_.question().search.clear();
    if (is_narrow) bar = take_top(sheet, frame.measure().segmented, 16).inset(frame.gutter(), 0);
    std::array<std::string, filter_count> counts;
    std::array<Segment, filter_count> items;
    for (std::size_t index = 0; index < filter_count; ++index) {
        counts[index] = std::to_string(model_.list().counts[index]);
        items[index] = {.label = filter_label(static_cast<app::PaymentFilter>(index)),
                        .count = counts[index]};
    }
    int chosen = static_cast<int>(model_.question().filter);
    if (segmented(frame, centered(bar, bar.width, frame.measure().segmented), chosen,
                  {.name = "Kind", .items = items}))
        model_.question().filter = static_cast<app::PaymentFilter>(chosen);
}

void PaymentsScreen::draw_nothing(Frame& frame, const Rect& place) {
    const bool has_error = model_.error().has_value();
    const std::string text = has_error ? app::message(*model_.error()) : std::string();
    if (!has_error && model_.is_book_empty()) {
        if (empty_state(frame, place,
                        {.title = "Nothing has come in yet",
                         .text = "Record a payment on an invoice or at a client; it stands here.",
                         .action = "Go to invoices",
                         .action_icon = Icon::none}) == EmptyAnswer::action)
            desk_.routes.go("#/invoices");
        return;
    }
    const std::string title =
        has_error ? std::string("The list can't be read") : model_.empty_sentence();
    if (empty_state(frame, place,
                    {.title = title,
                     .text = text,
                     .action = "Show all",
                     .action_icon = Icon::none,
                     .is_filtered = true}) == EmptyAnswer::action)
        model_.show_all();
}

void PaymentsScreen::draw_table(Frame& frame, const Rect& place) {
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    const std::string code(model_.local().currency.code());
    const std::string amount = "Amount, " + code;
    const std::string left = "Credit, " + code;
    const std::vector<Column> columns =
        is_narrow ? std::vector<Column>{{.title = "Payment"}} : columns_of(frame, amount, left);
    const float bleed = space::table_cell;
    Table table(frame, is_narrow ? place : place.inset(frame.gutter() - bleed, 0),
                {.name = "Payments",
                 .columns = columns,
                 .row_count = static_cast<int>(model_.list().found_count),
                 .row_height = is_narrow ? card_row : 0,
                 .totals_height = frame.measure().totals_row,
                 .totals_bleed = is_narrow ? 0 : frame.gutter() - bleed,
                 .has_head = !is_narrow});
    for (const int index : table.rows()) {
        const Line* const line = model_.line(static_cast<std::size_t>(index));
        if (line == nullptr) continue;
        TableRow row(table, index, {.key = row_key(line->row.id.uuid)});
        if (is_narrow)
            draw_card(frame, row, *line);
        else
            draw_row(frame, row, *line);
        if (row.is_opened()) desk_.routes.go("#/payments/" + to_text(line->row.id));
    }
    draw_totals(frame, table);
}

void PaymentsScreen::draw_row(Frame& frame, TableRow& row, const Line& line) {
    const bool is_voided = line.row.is_voided;
    row.text(at_date, line.date, {.color = Color::muted});
    Rect cell = row.cell(at_payer);
    const float width = label(
        frame, cell,
        {.text = line.row.payer_name, .weight = Weight::medium, .overflow = Overflow::ellipsis});
    take_left(cell, width, 6);
    label(
        frame, cell,
        {.text = line.row.payer_latin_name, .color = Color::muted, .overflow = Overflow::ellipsis});
    row.text(at_method, line.row.method_name, {.overflow = Overflow::ellipsis});
    row.text(at_reference, line.row.reference,
             {.color = Color::muted, .overflow = Overflow::ellipsis});
    const Rect status = row.cell(at_status);
    if (is_voided) badge(frame, status, badge_of(domain::Status::voided));
    row.text(at_amount, line.amount,
             {.weight = is_voided ? Weight::regular : Weight::semibold,
              .color = is_voided ? Color::muted : Color::text,
              .struck = is_voided});
    row.text(at_left, line.left, {.color = Color::success_text});
}

void PaymentsScreen::draw_card(Frame& frame, TableRow& row, const Line& line) {
    const Rect cell = row.cell(0).inset(frame.gutter() - space::table_cell, 0);
    Rect lines = centered(cell, cell.width, 48);
    Rect first = take_top(lines, 24);
    const Font face = font(Type::body, Weight::semibold);
    const float width = std::ceil(frame.paint().width(line.figure, face)) + 1;
    label(frame, take_right(first, width, 12),
          {.text = line.figure,
           .type = Type::body,
           .weight = Weight::semibold,
           .color = line.row.is_voided ? Color::muted : Color::text,
           .align = HorizontalAlign::end,
           .struck = line.row.is_voided});
    label(frame, first,
          {.text = line.row.payer_name,
           .type = Type::body,
           .weight = Weight::medium,
           .overflow = Overflow::ellipsis});
    label(frame, lines, {.text = line.detail, .color = Color::muted});
    if (line.row.is_voided) {
        const Badge voided = badge_of(domain::Status::voided);
        badge(frame, take_right(lines, badge_width(frame, voided)), voided);
    } else if (!line.left.empty()) {
        const std::string credit = line.left + " credit";
        label(frame, lines,
              {.text = credit, .color = Color::success_text, .align = HorizontalAlign::end});
    }
}

void PaymentsScreen::draw_totals(Frame& frame, Table& table) {
    const Rect place = table.totals();
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    const auto sums = [this](const std::vector<domain::Money>& amounts) {
        std::string words;
        for (const domain::Money& amount : amounts)
            if (amount.minor != 0 || amounts.size() == 1)
                words += (words.empty() ? "" : ", ") + model_.local().whole(amount);
        return words;
    };
    const std::string taken = sums(model_.list().taken);
    Rect rest = is_narrow ? place.inset(frame.gutter(), 0) : place.inset(space::table_cell, 0);
    Rect figure = rest;
    if (!is_narrow) {
        figure = table.cell_in(place, at_amount);
        label(frame, table.cell_in(place, at_left),
              {.text = sums(model_.list().left),
               .weight = Weight::medium,
               .color = Color::success_text,
               .align = HorizontalAlign::end});
        rest.width = figure.x - rest.x - 12;
    }
    label(frame, figure,
          {.text = taken, .weight = Weight::semibold, .align = HorizontalAlign::end});
    const std::string words = model_.count_sentence();
    label(frame, rest, {.text = words, .color = Color::muted});
}

} // namespace ui
