#include "ui/screens/invoices_screen.h"

#include "app/messages.h"
#include "ui/screens/row_key.h"
#include "ui/shell_frame.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message.h"
#include "ui/widgets/popover.h"
#include "ui/widgets/table.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

using app::InvoiceFilter;
using app::InvoiceSort;

constexpr float list_row = 72;
constexpr std::array<InvoiceFilter, 6> filters{InvoiceFilter::all,  InvoiceFilter::drafts,
                                               InvoiceFilter::open, InvoiceFilter::overdue,
                                               InvoiceFilter::paid, InvoiceFilter::other};

} // namespace

InvoicesScreen::InvoicesScreen(Desk& desk)
    : desk_(desk), model_(desk.app, desk.remembered.invoices), actions_(desk),
      shows_search_(!desk.remembered.invoices.search.empty()) {}

void InvoicesScreen::draw(Frame& frame, const Rect& sheet) {
    model_.refresh();
    if (frame.overlay_count() == 0 && frame.input().take_shortcut('/', {})) {
        shows_search_ = true;
        wants_search_ = true;
    }
    Rect rest = sheet;
    draw_header(frame, rest);
    if (model_.error()) {
        draw_error(frame, rest);
    } else if (model_.is_book_empty()) {
        draw_nothing(frame, rest);
    } else {
        draw_toolbar(frame, rest);
        if (model_.summary().row_count == 0)
            draw_nothing(frame, rest);
        else if (frame.breadth() == Breadth::narrow)
            draw_list(frame, rest);
        else
            draw_table(frame, rest);
    }
    actions_.draw(frame);
}

void InvoicesScreen::draw_header(Frame& frame, Rect& sheet) {
    SheetHeaderAnswer header = sheet_header(frame, sheet, {.title = "Invoices", .reserve = 160});
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    if (model_.is_book_empty()) return; // The empty state has the button.
    const Button add{.label = "New invoice", .kind = ButtonKind::primary, .icon = Icon::plus};
    if (!is_narrow) {
        if (button_from_right(frame, header.bar, add)) desk_.routes.go("#/invoices/new");
        return;
    }
    const float size = button_height(frame);
    const Rect place = take_right(header.bar, size, 8);
    if (icon_button(frame, centered(place, size, size), add)) desk_.routes.go("#/invoices/new");
    const Rect search = take_right(header.bar, size);
    if (icon_button(frame, centered(search, size, size),
                    {.label = "Search", .kind = ButtonKind::quiet, .icon = Icon::search})) {
        shows_search_ = !shows_search_;
        wants_search_ = shows_search_;
        if (!shows_search_) model_.question().search.clear();
    }
}

void InvoicesScreen::draw_toolbar(Frame& frame, Rect& sheet) {
    if (frame.breadth() != Breadth::narrow) {
        Rect bar = take_top(sheet, frame.measure().segmented, 16).inset(frame.gutter(), 0);
        PeriodChoice& period = model_.question().period;
        const float width = PeriodPicker::width(frame, period, model_.local());
        period_.draw(frame, take_right(bar, width, 12), period, model_.local());
        const float segments = frame.breadth() == Breadth::wide ? 240.0F : 200.0F;
        draw_search(frame, take_right(bar, segments, 24));
        draw_filter(frame, bar);
        return;
    }
    if (shows_search_) {
        Rect line = take_top(sheet, 60).inset(frame.gutter(), 0);
        PeriodChoice& period = model_.question().period;
        const float width = PeriodPicker::width(frame, period, model_.local());
        period_.draw(frame, take_right(line, width, 8), period, model_.local());
        draw_search(frame, line);
    }
    const Rect line = take_top(sheet, 64);
    draw_filter(frame, line.inset(frame.gutter(), 0));
    divider(frame, line.x, line.right(), line.bottom() - 1);
}

void InvoicesScreen::draw_filter(Frame& frame, const Rect& place) {
    std::array<std::string, filters.size()> counts;
    std::array<Segment, filters.size()> items;
    for (std::size_t index = 0; index < filters.size(); ++index) {
        counts[index] = std::to_string(model_.summary().counts[index]);
        items[index] = {.label = filter_label(filters[index]), .count = counts[index]};
    }
    int chosen = static_cast<int>(model_.question().filter);
    const float height = frame.measure().segmented;
    if (segmented(frame, centered(place, place.width, height), chosen,
                  {.name = "Status", .items = items}))
        model_.question().filter = static_cast<InvoiceFilter>(chosen);
}

void InvoicesScreen::draw_search(Frame& frame, const Rect& place) {
    const float height = field_box_height(frame, FieldSize::compact);
    const FieldResult field =
        search_field(frame, centered(place, place.width, height), model_.question().search,
                     frame.breadth() == Breadth::wide ? "Number, client or amount" : "Search");
    if (std::exchange(wants_search_, false)) frame.mirror().request_focus(field.id, Select::all);
    if (field.focused && frame.input().take(Key::escape, {}, field.id))
        model_.question().search.clear();
}

void InvoicesScreen::draw_error(Frame& frame, const Rect& place) {
    const std::string words = app::message(*model_.error());
    if (empty_state(frame, place,
                    {.title = "The list can't be read",
                     .text = words,
                     .action = "Go to Today",
                     .action_icon = Icon::none,
                     .is_filtered = true}) == EmptyAnswer::action)
        desk_.routes.go("#/today");
}

void InvoicesScreen::draw_nothing(Frame& frame, const Rect& place) {
    if (model_.is_book_empty()) {
        const std::string text = "Name a client, add a line, finalize.\nYour numbers start at " +
                                 model_.first_number() + ".";
        if (empty_state(
                frame, place,
                {.title = "Write your first invoice", .text = text, .action = "New invoice"}) ==
            EmptyAnswer::action)
            desk_.routes.go("#/invoices/new");
        return;
    }
    const std::string title = model_.empty_sentence();
    if (empty_state(frame, place,
                    {.title = title,
                     .text = {},
                     .action = "Show all",
                     .action_icon = Icon::none,
                     .is_filtered = true}) == EmptyAnswer::action)
        model_.show_all();
}

void InvoicesScreen::draw_table(Frame& frame, const Rect& place) {
    columns_ = invoice_columns(frame, model_.local().currency.code());
    std::vector<Column> columns;
    TableSort sort;
    for (const InvoiceColumn& column : columns_) {
        const bool is_bare = column.part == InvoicePart::menu || column.part == InvoicePart::tick;
        if (column.sort == model_.question().sort)
            sort = {static_cast<int>(columns.size()),
                    model_.question().order == app::SortOrder::descending};
        columns.push_back({.title = column.title,
                           .width = column.width,
                           .align = column.align,
                           .is_sortable = column.sort.has_value(),
                           .is_title_hidden = is_bare});
    }
    const float bleed = space::table_cell;
    const Rect rect = place.inset(frame.gutter() - bleed, 0);
    const Ticks ticks = model_.are_all_ticked()   ? Ticks::all
                        : model_.ticked().empty() ? Ticks::none
                                                  : Ticks::some;
    Table table(frame, rect,
                {.name = "Invoices",
                 .columns = columns,
                 .row_count = static_cast<int>(model_.summary().row_count),
                 .sort = sort,
                 .ticks = ticks,
                 .totals_height = frame.measure().totals_row,
                 .totals_bleed = frame.gutter() - bleed,
                 .bottom_room = model_.ticked().empty() ? 0 : frame_size::bulk_bar + 40});
    if (table.was_all_ticked()) model_.tick_all();
    if (table.was_sorted()) {
        const auto column = static_cast<std::size_t>(table.sort().column);
        model_.question().sort = columns_[column].sort.value_or(InvoiceSort::newest);
        model_.question().order =
            table.sort().is_descending ? app::SortOrder::descending : app::SortOrder::ascending;
    }
    for (const int index : table.rows()) {
        const Line* const line = model_.line(static_cast<std::size_t>(index));
        if (line == nullptr) continue;
        const bool is_ticked = model_.ticked().contains(line->row.id);
        TableRow row(table, index, {.is_selected = is_ticked, .key = row_key(line->row.id.uuid)});
        draw_row(frame, row, *line);
    }
    draw_totals(frame, table);
    draw_bulk_bar(frame, rect);
}

void InvoicesScreen::draw_row(Frame& frame, TableRow& row, const Line& line) {
    const app::InvoiceRow& invoice = line.row;
    bool is_ticked = model_.ticked().contains(invoice.id);
    const std::string name =
        invoice.number.empty() ? "Draft for " + std::string(client_words(invoice)) : invoice.number;
    if (row.tick(is_ticked, name)) model_.tick(line, is_ticked);
    for (std::size_t column = 1; column < columns_.size(); ++column) {
        if (columns_[column].part == InvoicePart::menu)
            draw_menu(frame, row.cell(static_cast<int>(column)), line, row);
        else
            draw_invoice_cell(frame, row, static_cast<int>(column), columns_[column].part, line);
    }
    if (row.is_opened()) open(line);
}

void InvoicesScreen::draw_menu(Frame& frame, const Rect& cell, const Line& line, TableRow& row) {
    const auto actions = row_actions(line.row);
    std::vector<MenuItem> items;
    items.reserve(actions.size());
    for (const auto& [action, item] : actions)
        items.push_back(item);
    const float size = frame.theme().is_touch() ? 48 : 32;
    const Rect place{cell.center_x() - size / 2, cell.center_y() - size / 2, size, size};
    const Button more{.label = "More", .kind = ButtonKind::quiet, .icon = Icon::ellipsis};
    bool is_shown = row.is_hovered() || frame.theme().is_touch();
    {
        const Scope scope(frame, more.label);
        if (row.wants_menu()) {
            frame.memory().choices[frame.id("menu")] = -1;
            frame.open_popup(frame.id("menu"));
        }
        is_shown |= frame.is_popup_open(frame.id("menu")) || frame.is_focused(frame.id(more.label));
    }
    // Quiet until needed; it keeps its place and its stop of Tab.
    const float opacity = frame.paint().opacity();
    if (!is_shown) frame.paint().set_opacity(0);
    const int chosen = menu_button(frame, place, more, items);
    frame.paint().set_opacity(opacity);
    if (chosen >= 0) choose(line, actions[static_cast<std::size_t>(chosen)].first);
}

void InvoicesScreen::draw_totals(Frame& frame, Table& table) {
    const Rect place = table.totals();
    const app::InvoiceListSummary& summary = model_.summary();
    const Local& local = model_.local();
    const int last = static_cast<int>(columns_.size()) - 1;
    const auto strong = [&](const Rect& at, domain::Money amount) {
        label(frame, at,
              {.text = local.whole(amount),
               .weight = Weight::semibold,
               .align = HorizontalAlign::end});
    };
    strong(table.cell_in(place, last - 1), summary.balance);
    const Rect total = table.cell_in(place, last - 2);
    strong(total, summary.total);
    Rect rest = place.inset(space::table_cell, 0);
    rest.width = total.x - 12 - rest.x;
    const auto part = [&](std::string_view words, domain::Money amount) {
        const std::string figure = local.whole(amount);
        const Font face = font(Type::small, Weight::medium);
        const float width = std::ceil(frame.paint().width(figure, face)) + 1;
        label(frame, take_right(rest, width, 6),
              {.text = figure, .weight = Weight::medium, .align = HorizontalAlign::end});
        const float label_width = std::ceil(frame.paint().width(words, font(Type::small))) + 1;
        label(frame, take_right(rest, label_width, 24), {.text = words, .color = Color::muted});
    };
    part("Paid", summary.settled);
    if (model_.otherwise_settled().minor != 0)
        part("Credited or written off", model_.otherwise_settled());
    label(frame, rest,
          {.text = model_.count_sentence(), .color = Color::muted, .overflow = Overflow::ellipsis});
}

void InvoicesScreen::draw_list(Frame& frame, const Rect& place) {
    constexpr std::array<Column, 1> columns{{{.title = "Invoice"}}};
    Table table(frame, place,
                {.name = "Invoices",
                 .columns = columns,
                 .row_count = static_cast<int>(model_.summary().row_count),
                 .row_height = list_row,
                 .totals_height = frame.measure().totals_row,
                 .has_head = false});
    for (const int index : table.rows()) {
        const Line* const line = model_.line(static_cast<std::size_t>(index));
        if (line == nullptr) continue;
        TableRow row(table, index, {.key = row_key(line->row.id.uuid)});
        draw_invoice_card(frame, row, *line);
        if (row.is_opened()) open(*line);
    }
    draw_list_totals(frame, table);
}

void InvoicesScreen::draw_list_totals(Frame& frame, Table& table) {
    const Rect place = table.totals().inset(frame.gutter(), 0);
    const auto& counts = model_.summary().counts;
    const std::size_t unpaid = counts[static_cast<std::size_t>(InvoiceFilter::open)] +
                               counts[static_cast<std::size_t>(InvoiceFilter::overdue)];
    const bool is_all = model_.question().filter == InvoiceFilter::all;
    const std::string words = is_all ? std::to_string(unpaid) + " unpaid" : model_.count_sentence();
    const std::string owed = model_.local().whole(model_.summary().balance);
    Rect rest = place;
    const float width =
        std::ceil(frame.paint().width(owed, font(Type::body, Weight::semibold))) + 1;
    label(frame, take_right(rest, width, 8),
          {.text = owed,
           .type = Type::body,
           .weight = Weight::semibold,
           .align = HorizontalAlign::end});
    label(frame, take_right(rest, 44, 8),
          {.text = "Owed", .color = Color::muted, .align = HorizontalAlign::end});
    label(frame, rest, {.text = words, .color = Color::muted, .overflow = Overflow::ellipsis});
}

void InvoicesScreen::draw_bulk_bar(Frame& frame, const Rect& table) {
    if (model_.ticked().empty()) return;
    const auto has_pdf = [](const auto& entry) { return !entry.second.number.empty(); };
    const auto issued = static_cast<std::size_t>(std::ranges::count_if(model_.ticked(), has_pdf));
    const std::string count = std::to_string(model_.ticked().size()) + " selected";
    const std::string balance = "Balance " + model_.local().whole(model_.ticked_balance());
    const Button pdf{.label = "PDF",
                     .kind = ButtonKind::inverse,
                     .icon = Icon::download,
                     .disabled_because =
                         issued == 0 ? "A draft gets its PDF in the editor." : std::string_view()};
    const Font strong = font(Type::small, Weight::medium);
    const float words = std::ceil(frame.paint().width(count, strong)) + 8 +
                        std::ceil(frame.paint().width(balance, font(Type::small))) + 2;
    const float side = button_height(frame);
    const float width = 24 + words + 20 + button_width(frame, pdf) + 8 + side + 10;
    const Rect place{table.center_x() - width / 2,
                     table.bottom() - frame.measure().totals_row - 20 - frame_size::bulk_bar, width,
                     frame_size::bulk_bar};
    const Raised raised(frame, Layer::bulk_bar, place, frame.id("bulk bar"));
    frame.paint().box(
        place,
        {.fill = frame.color(Color::inverse), .radius = radius::card, .shadow = Shadow::large});
    const Group bar(frame, {.id = frame.id("bulk bar"),
                            .role = Role::toolbar,
                            .name = "Selected invoices",
                            .rect = place,
                            .name_is_drawn = false});
    Rect rest = place;
    take_left(rest, 24);
    take_right(rest, 10);
    const Rect cross = take_right(rest, side, 8);
    if (icon_button(frame, centered(cross, side, side),
                    {.label = "Clear selection", .kind = ButtonKind::inverse, .icon = Icon::x}))
        model_.clear_ticks();
    if (button_from_right(frame, rest, pdf)) {
        for (const auto& [id, ticked] : model_.ticked())
            if (!ticked.number.empty()) actions_.save_pdf(id);
        if (issued < model_.ticked().size())
            desk_.notices.say("PDF of " + counted(issued, "invoice", "invoices") +
                              "; drafts get theirs in the editor");
    }
    const float used =
        label(frame, rest, {.text = count, .weight = Weight::medium, .color = Color::on_inverse});
    take_left(rest, used, 8);
    label(frame, rest, {.text = balance, .color = Color::inverse_muted});
}

void InvoicesScreen::open(const Line& line) {
    const bool is_draft = line.row.status == domain::Status::draft;
    desk_.routes.go((is_draft ? "#/drafts/" : "#/invoices/") + to_text(line.row.id));
}

void InvoicesScreen::choose(const Line& line, RowAction action) {
    const domain::InvoiceId id = line.row.id;
    switch (action) {
    case RowAction::open: return open(line);
    case RowAction::pay: return actions_.pay(id);
    case RowAction::pdf: return actions_.save_pdf(id);
    case RowAction::duplicate: return actions_.duplicate(id);
    case RowAction::cancel: return actions_.ask_to_void(id);
    case RowAction::delete_draft: return actions_.delete_draft(id, line.row.client_name);
    }
}

} // namespace ui
