#include "ui/screens/client_list_screen.h"

#include "app/messages.h"
#include "ui/shell_frame.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/table.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr float search_width = 240;
constexpr float narrow_row = 72;

constexpr Button new_client{.label = "New client", .kind = ButtonKind::primary, .icon = Icon::plus};

NodeId key_of(const domain::PartyId& id) {
    NodeId key = 0;
    for (const std::uint8_t byte : id.uuid.bytes)
        key = key * 31 + byte;
    return key | 1U;
}

} // namespace

ClientListAnswer ClientListScreen::draw(Frame& frame, Rect sheet) {
    model_.refresh();
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    ClientListAnswer answer;
    const bool is_empty = model_.in_use_count() + model_.archived_count() == 0 && !model_.error();
    SheetHeaderAnswer head = sheet_header(frame, sheet, {.title = "Clients", .reserve = 150});
    // An empty list has its one button in the middle.
    if (!is_empty) answer.wants_new = button_from_right(frame, head.bar, new_client);
    if (is_empty || model_.error()) {
        draw_nothing(frame, sheet, answer);
        return answer;
    }
    const float gutter = frame.gutter();
    Rect bar = is_narrow ? take_top(sheet, 48) : take_top(sheet, frame.measure().segmented, 16);
    bar = bar.inset(gutter, 0);
    if (is_narrow) {
        draw_search(frame, bar);
        bar = take_top(sheet, 60).inset(gutter, 0);
    } else {
        draw_search(frame, take_right(bar, search_width, 16));
    }
    draw_filter(frame, bar);
    if (model_.found_count() == 0) {
        draw_nothing(frame, sheet, answer);
        return answer;
    }
    if (is_narrow)
        draw_narrow(frame, sheet, answer);
    else
        draw_table(frame, sheet.inset(gutter - space::table_cell, 0), answer);
    return answer;
}

void ClientListScreen::draw_filter(Frame& frame, Rect bar) {
    const std::string in_use = std::to_string(model_.in_use_count());
    const std::string archived = std::to_string(model_.archived_count());
    const std::array<Segment, 2> segments{{{"In use", in_use}, {"Archived", archived}}};
    int chosen = model_.question().state == app::ClientState::archived ? 1 : 0;
    const float height = frame.measure().segmented;
    if (segmented(frame, {bar.x, bar.center_y() - height / 2, bar.width, height}, chosen,
                  {.name = "Clients shown", .items = segments}))
        model_.show(chosen == 1 ? app::ClientState::archived : app::ClientState::in_use);
    model_.refresh();
}

void ClientListScreen::draw_search(Frame& frame, const Rect& slot) {
    const float height = field_box_height(frame, FieldSize::compact);
    const FieldResult typed =
        search_field(frame, {slot.x, slot.center_y() - height / 2, slot.width, height}, search_,
                     "Name, email or phone");
    if (!typed.changed) return;
    model_.search(search_);
    model_.refresh();
}

void ClientListScreen::draw_table(Frame& frame, const Rect& rect, ClientListAnswer& answer) {
    const std::string code(model_.local().currency.code());
    const std::string owes = "Owes, " + code;
    // The reach goes first when the window gets smaller: it is one press away.
    const bool has_reach = rect.width >= 760;
    std::vector<Column> columns{{.title = "Name", .is_sortable = true}};
    if (has_reach) columns.push_back({.title = "Email or phone"});
    const int owed_column = static_cast<int>(columns.size());
    columns.push_back({owes, 128, HorizontalAlign::end, true});
    columns.push_back({"Overdue", 112, HorizontalAlign::end});
    columns.push_back({"Credit held", 120, HorizontalAlign::end});
    const app::ClientListQuery& asked = model_.question();
    Table table(frame, rect,
                {.name = "Clients",
                 .columns = columns,
                 .row_count = static_cast<int>(model_.found_count()),
                 .sort = {asked.sort == app::ClientSort::name ? 0 : owed_column,
                          asked.order == app::SortOrder::descending},
                 .bottom_room = 16,
                 .is_new = model_.take_is_new()});
    for (const int index : table.rows()) {
        const ClientListModel::Line* const line = model_.line(static_cast<std::size_t>(index));
        if (line == nullptr) continue;
        TableRow row(table, index, {.key = key_of(line->id)});
        Rect name = row.cell(0);
        const float width =
            label(frame, name,
                  {.text = line->name, .weight = Weight::medium, .overflow = Overflow::ellipsis});
        take_left(name, width, 6);
        label(frame, name,
              {.text = line->latin_name, .color = Color::muted, .overflow = Overflow::ellipsis});
        if (has_reach)
            row.text(1, line->reach, {.color = Color::muted, .overflow = Overflow::ellipsis});
        row.text(owed_column, line->owed,
                 {.weight = line->owes ? Weight::semibold : Weight::regular,
                  .color = line->owes ? Color::text : Color::faint});
        row.text(owed_column + 1, line->overdue, {.color = Color::danger_text});
        row.text(owed_column + 2, line->credit, {.color = Color::success_text});
        if (row.is_opened()) answer.opened = line->id;
    }
    if (!table.was_sorted()) return;
    const bool by_name = table.sort().column == 0;
    // The first press of "Owes" shows who owes most.
    const bool turned = asked.sort == (by_name ? app::ClientSort::name : app::ClientSort::owed);
    const bool is_descending = turned ? table.sort().is_descending : !by_name;
    model_.sort(by_name ? app::ClientSort::name : app::ClientSort::owed,
                is_descending ? app::SortOrder::descending : app::SortOrder::ascending);
}

void ClientListScreen::draw_narrow(Frame& frame, const Rect& rect, ClientListAnswer& answer) {
    divider(frame, rect.x, rect.right(), rect.y);
    constexpr std::array<Column, 1> columns{{{"Client"}}};
    Table table(frame, rect,
                {.name = "Clients",
                 .columns = columns,
                 .row_count = static_cast<int>(model_.found_count()),
                 .row_height = narrow_row,
                 .has_head = false,
                 .is_new = model_.take_is_new()});
    for (const int index : table.rows()) {
        const ClientListModel::Line* const line = model_.line(static_cast<std::size_t>(index));
        if (line == nullptr) continue;
        TableRow row(table, index, {.key = key_of(line->id)});
        Rect place = row.cell(0).inset(space::gutter_narrow - space::table_cell, 0);
        const float middle = place.center_y();
        const Rect figures = take_right(place, 110, 12);
        label(frame, {place.x, middle - 24, place.width, 24},
              {.text = line->name,
               .type = Type::body,
               .weight = Weight::medium,
               .overflow = Overflow::ellipsis});
        label(frame, {place.x, middle + 2, place.width, 20},
              {.text = line->latin_name.empty() ? line->reach : line->latin_name,
               .color = Color::muted,
               .overflow = Overflow::ellipsis});
        label(frame, {figures.x, middle - 24, figures.width, 24},
              {.text = line->owed_whole,
               .type = Type::body,
               .weight = line->owes ? Weight::semibold : Weight::regular,
               .color = line->owes ? Color::text : Color::faint,
               .align = HorizontalAlign::end});
        const bool is_late = !line->overdue.empty();
        const std::string second = is_late                 ? line->overdue + " late"
                                   : !line->credit.empty() ? line->credit + " credit"
                                                           : std::string();
        label(frame, {figures.x, middle + 2, figures.width, 20},
              {.text = second,
               .color = is_late ? Color::danger_text : Color::success_text,
               .align = HorizontalAlign::end});
        if (row.is_opened()) answer.opened = line->id;
    }
}

void ClientListScreen::draw_nothing(Frame& frame, const Rect& rect, ClientListAnswer& answer) {
    if (model_.error()) {
        const std::string words = app::message(*model_.error());
        if (empty_state(frame, rect,
                        {.title = "The clients can't be read",
                         .text = words,
                         .action = "Try again",
                         .action_icon = Icon::refresh_cw,
                         .is_filtered = true}) == EmptyAnswer::action)
            model_.read_again();
        return;
    }
    const bool has_none = model_.in_use_count() + model_.archived_count() == 0;
    if (has_none) {
        answer.wants_new |=
            empty_state(frame, rect,
                        {.title = "No clients yet",
                         .text = "Name is all a client needs. Add an email and an address before "
                                 "the first invoice.",
                         .action = "New client"}) == EmptyAnswer::action;
        return;
    }
    const std::string sentence = model_.empty_sentence();
    const bool is_searched = !model_.question().search.empty();
    const bool shows_archived = model_.question().state == app::ClientState::archived;
    const std::string_view action = is_searched      ? "Clear search"
                                    : shows_archived ? "Show clients in use"
                                                     : "Show archived";
    if (empty_state(frame, rect,
                    {.title = sentence, .text = {}, .action = action, .is_filtered = true}) !=
        EmptyAnswer::action)
        return;
    if (is_searched) {
        search_.clear();
        model_.search({});
    } else {
        model_.show(shows_archived ? app::ClientState::in_use : app::ClientState::archived);
    }
}

} // namespace ui
