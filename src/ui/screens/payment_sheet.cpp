#include "ui/screens/payment_sheet.h"

#include "app/messages.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/popover.h"
#include "ui/widgets/select.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

float row_height(const Frame& frame) { return frame.theme().is_touch() ? 64 : 52; }
constexpr float figure_width = 112;
constexpr float balance_width = 104;
constexpr std::size_t segments_max = 4;

// Columns of the rows: tick, invoice, balance, this payment.
std::vector<Rect> row_columns(const Frame& frame, const Rect& place) {
    const float tick = frame.theme().is_touch() ? 48 : 40;
    return columns(place.inset(space::table_cell, 0), 12,
                   {tick - space::table_cell, 0, balance_width, figure_width});
}

// Two lines in the middle of `place`: a name over what is said of it.
void two_lines(Frame& frame, const Rect& place, const Label& name, const Label& below) {
    const float line = type_measure(Type::small).line;
    Rect lines = centered(place, place.width, below.text.empty() ? line : 2 * line);
    label(frame, take_top(lines, line), name);
    label(frame, lines, below);
}

} // namespace

void PaymentSheet::open_for(domain::PartyId payer) { opened(model_.start(payer)); }

void PaymentSheet::open_on(domain::InvoiceId invoice) { opened(model_.start_on(invoice)); }

void PaymentSheet::opened(const base::Result<void>& begun) {
    wants_focus_ = begun.has_value();
    receipt_.begin(app::Original::first);
    if (!begun) desk_.notices.refused(app::message(begun.error()));
}

void PaymentSheet::draw(Frame& frame) {
    receipt_.step();
    if (!is_open()) return;
    const bool is_recorded = model_.phase() == PaymentSheetModel::Phase::recorded;
    Sheet sheet(frame, {.title = is_recorded ? "Payment recorded" : "Record payment",
                        .key = "payment sheet"});
    const float height =
        is_recorded ? draw_recorded(frame, sheet.body()) : draw_entry(frame, sheet.body());
    sheet.set_body_height(height);
    const Rect foot = sheet.foot();
    if (is_recorded)
        draw_recorded_foot(frame, foot);
    else
        draw_entry_foot(frame, foot);
    if (sheet.is_dismissed()) model_.close();
}

float PaymentSheet::draw_entry(Frame& frame, const Rect& body) {
    Stack stack(body, space::field_gap + 4);
    draw_payer(frame, stack.next(48));
    stack.advance(draw_amount_and_date(frame, stack.slot()));
    stack.advance(draw_method(frame, stack.slot()));
    if (model_.is_cash()) stack.advance(draw_cash(frame, stack.slot()));
    stack.advance(text_field(frame, stack.slot(), model_.reference,
                             {.label = "Reference",
                              .aside = "optional",
                              .placeholder = "Bank or receipt number",
                              .error = model_.errors().at("reference"),
                              .length_max = 100})
                      .height);
    stack.advance(draw_rows(frame, stack.slot()));
    return stack.used() + space::card_padding;
}

void PaymentSheet::draw_payer(Frame& frame, const Rect& place) {
    const app::PaymentEntry& entry = model_.entry();
    Rect rest = place;
    avatar(frame, centered(take_left(rest, 32, 12), 32, 32), initials(entry.payer_name));
    std::string owes = entry.owed.minor > 0 ? "Owes " + model_.local().whole(entry.owed)
                                            : std::string("Owes nothing");
    if (entry.credit.minor > 0) owes += ", holds " + model_.local().whole(entry.credit) + " credit";
    Rect lines = centered(rest, rest.width, 44);
    label(frame, take_top(lines, 24),
          {.text = entry.payer_name,
           .type = Type::body,
           .weight = Weight::medium,
           .overflow = Overflow::ellipsis});
    label(frame, take_top(lines, 20), {.text = owes, .color = Color::muted});
}

float PaymentSheet::draw_amount_and_date(Frame& frame, const Rect& slot) {
    model_.errors().show(frame);
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    std::vector<Rect> places = columns(slot, space::field_gap, {0, 208});
    if (is_narrow) places = {slot, slot};
    const std::string echo = model_.amount_echo();
    const FieldResult amount = money_field(frame, places[0], model_.amount_text,
                                           {.label = "Amount received",
                                            .symbol = model_.local().symbol(),
                                            .echo = echo,
                                            .error = model_.errors().at("amount"),
                                            .size = FieldSize::amount,
                                            .is_required = true});
    if (amount.changed) model_.amount_changed();
    if (amount.submitted) record();
    if (std::exchange(wants_focus_, false)) frame.mirror().request_focus(amount.id, Select::all);
    if (is_narrow) take_top(places[1], amount.height, space::field_gap);
    const DateResult date = date_field(frame, places[1], model_.date_text,
                                       {.label = "Date",
                                        .date = model_.date(),
                                        .today = model_.local().today,
                                        .error = model_.errors().at("date"),
                                        .size = FieldSize::tall});
    if (date.changed) model_.date_changed();
    if (date.left) model_.date_left();
    if (date.picked) model_.pick_date(*date.picked);
    return is_narrow ? amount.height + space::field_gap + date.height
                     : std::max(amount.height, date.height);
}

float PaymentSheet::draw_method(Frame& frame, const Rect& slot) {
    const auto& methods = model_.entry().methods;
    int chosen = static_cast<int>(model_.method_index());
    const bool fits =
        methods.size() <= segments_max && frame.breadth() != Breadth::narrow && !methods.empty();
    if (!fits) {
        std::vector<Option> options;
        options.reserve(methods.size());
        for (const domain::PaymentMethod& method : methods)
            options.push_back({.label = method.name});
        const SelectBoxResult result = select_box(
            frame, slot, chosen,
            {.label = "Method", .options = options, .error = model_.errors().at("method")});
        if (result.changed) model_.choose_method(static_cast<std::size_t>(chosen));
        return result.height;
    }
    Rect rest = slot;
    const float line = type_measure(Type::small).line;
    label(frame, take_top(rest, line, space::label_gap),
          {.text = "Method", .weight = Weight::medium});
    std::vector<Segment> items;
    items.reserve(methods.size());
    for (const domain::PaymentMethod& method : methods)
        items.push_back({.label = method.name});
    const Rect place = take_top(rest, frame.measure().segmented + 4);
    if (segmented(frame, place, chosen, {.name = "Method", .items = items, .is_stretched = true}))
        model_.choose_method(static_cast<std::size_t>(chosen));
    return line + space::label_gap + place.height;
}

float PaymentSheet::draw_cash(Frame& frame, const Rect& slot) {
    const std::vector<Rect> places = columns(slot, space::field_gap, {0, 0});
    const std::string error = model_.given_error();
    const FieldResult given = money_field(frame, places[0], model_.given_text,
                                          {.label = "Cash given",
                                           .symbol = model_.local().symbol(),
                                           .aside = "optional",
                                           .help = "Shown for the change, not recorded.",
                                           .error = error});
    Rect side = places[1];
    const float line = type_measure(Type::small).line;
    label(frame, take_top(side, line, space::label_gap),
          {.text = "Change", .weight = Weight::medium});
    const Rect figure = take_top(side, field_box_height(frame, FieldSize::normal));
    const auto change = model_.change();
    const std::string words = change ? model_.local().whole(*change) : std::string("\u2013");
    label(frame, figure,
          {.text = words,
           .type = Type::title,
           .weight = Weight::semibold,
           .color = change ? Color::success_text : Color::faint});
    float height = std::max(given.height, line + space::label_gap + figure.height);
    if (const auto coins = model_.coins_for_all()) {
        const std::string take = "In coins this comes to " + model_.local().whole(*coins) + ".";
        Rect note = {slot.x, slot.y + height + 8, slot.width, 24};
        const float width = label(frame, note, {.text = take, .color = Color::muted});
        take_left(note, width, 8);
        if (link(frame, note, {.label = "Take " + model_.local().whole(*coins), .key = "coins"}))
            model_.take_coins_for_all();
        height += 32;
    }
    return height;
}

float PaymentSheet::draw_rows(Frame& frame, const Rect& slot) {
    auto& rows = model_.rows();
    Stack stack(slot, 0);
    if (rows.empty()) {
        stack.advance(paragraph(
            frame, stack.slot(),
            {.text = "No invoice is open. The money is kept as credit.", .color = Color::muted}));
        return stack.used();
    }
    draw_rows_head(frame, stack.next(28));
    stack.skip(4);
    const float head = 36;
    const bool shows_credit = model_.kept().minor > 0;
    float height = head;
    std::vector<float> heights;
    for (const PaymentSheetModel::Row& row : rows) {
        // A sentence takes the row's width, below its figures.
        const float words =
            row.error.empty()
                ? 0
                : frame.paint().paragraph_height(row.error, font(Type::small), slot.width - 64) + 8;
        heights.push_back(row_height(frame) + words);
        height += heights.back();
    }
    if (shows_credit) height += 64;
    const Rect table = stack.slot(height);
    card(frame, table);
    const Group group(frame, {.id = frame.id("allocation"),
                              .role = Role::group,
                              .name = "Pays for",
                              .rect = table,
                              .name_is_drawn = false});
    Rect rest = table;
    const Rect head_place = take_top(rest, head);
    const std::vector<Rect> cells = row_columns(frame, head_place);
    const auto is_paid = [](const PaymentSheetModel::Row& row) { return row.amount.has_value(); };
    const bool has_any = std::ranges::any_of(rows, is_paid);
    bool is_all = std::ranges::all_of(rows, is_paid);
    if (checkbox(
            frame, {table.x, head_place.y, cells[1].x - table.x, head}, is_all,
            {.label = "All invoices", .is_label_hidden = true, .is_mixed = has_any && !is_all}))
        model_.tick_all(!has_any || is_all);
    label(frame, cells[1], {.text = "Invoice", .color = Color::muted});
    label(frame, cells[2],
          {.text = "Balance", .color = Color::muted, .align = HorizontalAlign::end});
    label(frame, cells[3],
          {.text = "This payment", .color = Color::muted, .align = HorizontalAlign::end});
    for (std::size_t index = 0; index < rows.size(); ++index) {
        divider(frame, table.x + 1, table.right() - 1, rest.y);
        draw_row(frame, take_top(rest, heights[index]), index);
    }
    if (shows_credit) {
        divider(frame, table.x + 1, table.right() - 1, rest.y);
        draw_credit_row(frame, take_top(rest, 64));
    }
    stack.skip(height);
    stack.advance(draw_sum(frame, stack.slot()));
    return stack.used();
}

void PaymentSheet::draw_rows_head(Frame& frame, const Rect& place) {
    Rect rest = place;
    label(frame, rest, {.text = "Pays for", .weight = Weight::medium});
    if (model_.rows().size() < 2) return;
    const NodeId id = frame.id("order menu");
    const std::string words = model_.order_words(model_.order());
    if (link(frame, take_right(rest, 180),
             {.label = words,
              .key = "order",
              .align = HorizontalAlign::end,
              .icon_after = Icon::chevron_down})) {
        frame.memory().choices[id] = -1;
        frame.open_popup(id);
    }
    using Order = PaymentSheetModel::Order;
    const std::string first = model_.order_words(Order::this_first);
    const std::array<MenuItem, 3> items{
        {{.label = "Oldest first"}, {.label = "Newest first"}, {.label = first}}};
    const int chosen = menu(frame, id, place, HorizontalAlign::end,
                            std::span(items).first(model_.has_first() ? 3 : 2));
    if (chosen >= 0) model_.order_by(static_cast<Order>(chosen));
}

void PaymentSheet::draw_row(Frame& frame, const Rect& place, std::size_t index) {
    PaymentSheetModel::Row& row = model_.rows()[index];
    const Scope scope(frame, row.number);
    Rect below = place;
    const Rect line = take_top(below, row_height(frame));
    const std::vector<Rect> cells = row_columns(frame, line);
    bool is_ticked = row.amount.has_value();
    if (checkbox(frame, {place.x, line.y, cells[1].x - place.x, line.height}, is_ticked,
                 {.label = row.number, .key = "tick", .is_label_hidden = true}))
        model_.tick(index, is_ticked);
    const std::string_view said = row.note.empty() ? row.due : row.note;
    two_lines(frame, cells[1], {.text = row.number, .weight = Weight::medium},
              {.text = said,
               .color = row.is_late && row.note.empty() ? Color::danger_text : Color::muted});
    label(frame, cells[2],
          {.text = app::money_text(row.balance, app::MoneyStyle::bare, *model_.local().locale),
           .color = Color::muted,
           .align = HorizontalAlign::end});
    const float height = field_box_height(frame, FieldSize::cell);
    const std::string name = "Paid on " + row.number;
    const FieldResult field = money_field(
        frame, centered(cells[3], cells[3].width, height), row.text,
        {.label = name, .key = "amount", .size = FieldSize::cell, .is_label_hidden = true});
    if (field.changed) model_.row_changed(index);
    if (field.submitted) record();
    if (!row.error.empty())
        paragraph(frame, {cells[1].x, below.y - 4, place.right() - 12 - cells[1].x, below.height},
                  {.text = row.error, .color = Color::danger_text});
}

void PaymentSheet::draw_credit_row(Frame& frame, const Rect& place) {
    const Scope scope(frame, "credit");
    const std::vector<Rect> cells = row_columns(frame, place);
    frame.paint().icon(Icon::wallet, {cells[0].center_x() - 2, place.center_y()}, 18,
                       frame.color(Color::success));
    const std::string becomes = "Credit becomes " + model_.local().whole(model_.credit_after());
    const Rect words{cells[1].x, place.y, cells[3].x - cells[1].x, place.height};
    Rect lines = centered(words, words.width, 44);
    if (model_.asks_for_confirmation()) {
        bool is_confirmed = model_.is_confirmed();
        if (checkbox(frame, take_top(lines, 24), is_confirmed,
                     {.label = "Keep the rest as credit", .weight = Weight::medium}))
            model_.keep_credit(is_confirmed);
    } else {
        label(frame, take_top(lines, 24), {.text = "Kept as credit", .weight = Weight::medium});
    }
    label(frame, lines, {.text = becomes, .color = Color::muted});
    Rect figure = cells[3];
    take_right(figure, field_padding);
    label(frame, figure,
          {.text = app::money_text(model_.kept(), app::MoneyStyle::bare, *model_.local().locale),
           .weight = Weight::semibold,
           .color = Color::success_text,
           .align = HorizontalAlign::end});
}

float PaymentSheet::draw_sum(Frame& frame, const Rect& slot) {
    const auto amount = model_.amount();
    if (!amount || !model_.reason_against().empty()) {
        const std::string reason = model_.reason_against();
        // The rows say their own; what is missing is said where it is looked for.
        return reason.empty() ? 0 : 8;
    }
    Rect line{slot.x, slot.y + 8, slot.width, 28};
    const domain::Money coins = model_.coin_difference();
    if (coins.minor != 0) {
        const std::string rounding =
            app::money_text(coins, app::MoneyStyle::bare, *model_.local().locale);
        Rect figure = line;
        take_right(figure, space::table_cell + field_padding);
        label(frame, line.inset(space::table_cell, 0),
              {.text = "Rounded for coins", .color = Color::muted});
        label(frame, figure,
              {.text = rounding, .color = Color::muted, .align = HorizontalAlign::end});
        line.y += 24;
    }
    label(frame, line.inset(space::table_cell, 0),
          {.text = "Adds up to the amount received", .color = Color::muted});
    Rect figure = line;
    take_right(figure, space::table_cell + field_padding);
    label(frame, figure,
          {.text = app::money_text(*amount, app::MoneyStyle::bare, *model_.local().locale),
           .weight = Weight::semibold,
           .align = HorizontalAlign::end});
    return line.bottom() - slot.y;
}

void PaymentSheet::draw_entry_foot(Frame& frame, Rect foot) {
    const auto amount = model_.amount();
    const std::string words = amount && amount->minor > 0
                                  ? "Record " + model_.local().whole(*amount)
                                  : std::string("Record payment");
    const std::string reason = model_.reason_against();
    if (button_from_right(frame, foot,
                          {.label = words,
                           .kind = ButtonKind::primary,
                           .disabled_because = reason,
                           .hotkeys = "Control+Enter",
                           .key = "record"}))
        record();
    if (button_from_right(frame, foot, {.label = "Cancel"})) model_.close();
    if (frame.input().take(Key::enter, {.control = true})) record();
    const auto unplaced = model_.errors().besides({"amount", "date", "method", "reference"});
    const std::string_view said = unplaced.empty() ? std::string_view(reason) : unplaced.front();
    const float height = frame.paint().paragraph_height(said, font(Type::small), foot.width);
    paragraph(frame, centered(foot, foot.width, height),
              {.text = said, .color = unplaced.empty() ? Color::muted : Color::danger_text});
}

void PaymentSheet::record() {
    if (!model_.record()) return;
    wants_focus_ = true;
    desk_.notices.say("Payment of " + model_.local().whole(*model_.amount()) + " recorded");
}

float PaymentSheet::draw_recorded(Frame& frame, const Rect& body) {
    Stack stack(body, space::field_gap);
    Rect head = stack.next(64);
    round_icon(frame, {head.x + 16, head.center_y()}, Icon::check, Color::success_tint,
               Color::success_text);
    take_left(head, 32, 16);
    Rect lines = centered(head, head.width, 52);
    label(frame, take_top(lines, 32),
          {.text = model_.local().whole(*model_.amount()),
           .type = Type::title,
           .weight = Weight::semibold});
    const auto& entry = model_.entry();
    const std::string how = entry.methods[model_.method_index()].name + ", " +
                            model_.local().brief(*model_.date()) + ", " + entry.payer_name;
    label(frame, lines, {.text = how, .color = Color::muted, .overflow = Overflow::ellipsis});
    if (const auto change = model_.change()) {
        const Rect place = stack.next(56);
        frame.paint().fill(place, frame.color(Color::success_tint), radius::control);
        const Rect inside = place.inset(space::field_gap, 0);
        label(frame, inside,
              {.text = "Change to give", .type = Type::body, .color = Color::success_text});
        label(frame, inside,
              {.text = model_.local().whole(*change),
               .type = Type::title,
               .weight = Weight::semibold,
               .color = Color::success_text,
               .align = HorizontalAlign::end});
    }
    for (const PaymentSheetModel::Effect& effect : model_.effects()) {
        const Rect line = stack.slot(24);
        stack.skip(32);
        label(frame, line, {.text = effect.words});
        label(
            frame, line,
            {.text = app::money_text(effect.amount, app::MoneyStyle::bare, *model_.local().locale),
             .weight = Weight::medium,
             .align = HorizontalAlign::end});
    }
    stack.skip(8);
    stack.advance(receipt_.draw(frame, stack.slot(), {model_.receipt().record}, model_.given(),
                                model_.is_saved() ? std::string_view()
                                                  : "It is being saved; a receipt follows then."));
    return stack.used();
}

void PaymentSheet::draw_recorded_foot(Frame& frame, Rect foot) {
    if (std::exchange(wants_focus_, false)) frame.mirror().request_focus(frame.id("Done"));
    if (button_from_right(frame, foot, {.label = "Done", .kind = ButtonKind::primary}))
        return model_.close();
    const std::string address = "#/payments/" + to_text(model_.receipt().record);
    if (!link(frame, foot, {.label = "Open the payment", .href = address})) return;
    model_.close();
    desk_.routes.go(address);
}

} // namespace ui
