#include "ui/gallery.h"

#include "ui/gallery_card.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message.h"
#include "ui/widgets/option_list.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tooltip.h"

namespace ui {

void Gallery::draw(Frame& frame) {
    ScrollArea area(frame, "gallery", frame.window(), "Gallery");
    draw_page(frame, area.content());
    area.set_content_height(2840);
}

void Gallery::draw_page(Frame& frame, Rect page) {
    const float x = page.x + 40;
    const float y = page.y;
    label(frame, {x, y + 40, 600, 32},
          {.text = "Folio widget kit",
           .type = Type::display,
           .weight = Weight::semibold,
           .role = Role::heading,
           .level = 1});
    label(frame, {x, y + 72, 800, 24},
          {.text = "Mouse density. Touch targets are 48 px, row height 56 px.",
           .type = Type::body,
           .color = Color::muted});
    draw_buttons(frame, {x, y + 120, 856, 298});
    draw_status(frame, {x + 880, y + 120, 480, 298});
    draw_fields(frame, {x, y + 442, 856, 422});
    draw_choices(frame, {x + 880, y + 442, 480, 422});
    draw_date(frame, {x, y + 888, 336, 580});
    draw_lists(frame, {x + 360, y + 888, 416, 580});
    draw_table(frame, {x + 800, y + 888, 560, 382});
    draw_loading(frame, {x + 800, y + 1294, 560, 174});
    draw_dialog(frame, {x, y + 1491, 608, 458});
    draw_messages(frame, {x + 632, y + 1491, 728, 314});
    draw_money(frame, {x + 632, y + 1829, 728, 120});
    draw_disabled(frame, {x, y + 1973, 480, 382});
    draw_menu(frame, {x + 504, y + 1973, 288, 382});
    draw_palette(frame, {x + 816, y + 1973, 544, 382});
    draw_toolbar(frame, {x, y + 2379, 1360, 142});
    draw_type(frame, {x, y + 2545, 668, 250});
    draw_colors(frame, {x + 692, y + 2545, 668, 250});
}

void Gallery::draw_buttons(Frame& frame, const Rect& card) {
    const Scope scope(frame, "buttons");
    ui::card(frame, card);
    gallery_title(frame, card, "Buttons");
    struct Row {
        const char* name;
        const char* label;
        ButtonKind kind;
    };
    constexpr std::array<Row, 4> rows{{{"Primary", "Finalize", ButtonKind::primary},
                                       {"Secondary", "Export", ButtonKind::secondary},
                                       {"Quiet", "Details", ButtonKind::quiet},
                                       {"Destructive", "Void", ButtonKind::destructive}}};
    constexpr std::array<const char*, 6> states{"Rest",  "Hover",    "Pressed",
                                                "Focus", "Disabled", "Busy"};
    constexpr std::array<Look, 6> looks{Look::live,  Look::hover, Look::pressed,
                                        Look::focus, Look::live,  Look::live};
    for (std::size_t column = 0; column < states.size(); ++column)
        gallery_note(frame,
                     {card.x + 113 + 119.8F * static_cast<float>(column), card.y + 61, 100, 20},
                     states[column]);
    float y = card.y + 93;
    for (const Row& row : rows) {
        gallery_note(frame, {card.x + 25, y, 90, 36}, row.name);
        for (std::size_t column = 0; column < states.size(); ++column) {
            const std::string key = std::string(row.name) + states[column];
            Button spec{.label = row.label, .kind = row.kind, .key = key};
            if (column == 4) spec.disabled_because = "Shown disabled.";
            if (column == 5) {
                spec.label = "Working";
                spec.busy = Busy::yes;
            }
            frame.memory().looks[frame.id(key)] = looks[column];
            button(frame,
                   {card.x + 113 + 119.8F * static_cast<float>(column), y,
                    button_width(frame, spec), 36},
                   spec);
        }
        y += 48;
    }
}

void Gallery::draw_status(Frame& frame, const Rect& card) {
    const Scope scope(frame, "status");
    ui::card(frame, card);
    gallery_title(frame, card, "Status and delivery");
    struct Item {
        float x, y;
        Status status;
        const char* text;
    };
    constexpr std::array<Item, 8> items{{{0, 0, Status::draft, "Draft"},
                                         {110, 0, Status::open, "Open"},
                                         {219, 0, Status::part_paid, "Part paid"},
                                         {329, 0, Status::paid, "Paid"},
                                         {0, 40, Status::overdue, "Overdue"},
                                         {110, 40, Status::refunded, "Refunded"},
                                         {219, 40, Status::written_off, "Written off"},
                                         {329, 40, Status::voided, "Voided"}}};
    const float x = card.x + 25;
    const float y = card.y + 61;
    for (const Item& item : items)
        badge(frame, {x + item.x, y + item.y, 0, 24}, status_badge(item.status, item.text));
    divider(frame, x, card.right() - 25, y + 84);
    float left = x;
    left += delivery_label(frame, {left, y + 104, 0, 24}, Delivery::sent, "Sent") + 24;
    left += delivery_label(frame, {left, y + 104, 0, 24}, Delivery::viewed, "Viewed") + 24;
    left += delivery_label(frame, {left, y + 104, 0, 24}, Delivery::disputed, "Disputed") + 24;
    delivery_label(frame, {left, y + 104, 0, 24}, Delivery::not_sent, "Not sent");
    left = x;
    left += badge(frame, {left, y + 145, 0, 24},
                  {.text = "Unbilled", .icon = Icon::circle_dot_dashed}) +
            8;
    left += badge(frame, {left, y + 145, 0, 24},
                  {"\u20ac45.00 credit", Icon::wallet, Color::success_text, Color::success_tint}) +
            8;
    badge(frame, {left, y + 145, 0, 24},
          {"Conflict", Icon::triangle_alert, Color::warning_text, Color::warning_tint});
}

void Gallery::draw_fields(Frame& frame, const Rect& card) {
    const Scope scope(frame, "fields");
    ui::card(frame, card);
    gallery_title(frame, card, "Fields");
    const auto place = [&card](int column, int row) {
        return Rect{card.x + 25 + 276.5F * static_cast<float>(column),
                    card.y + 61 + 112 * static_cast<float>(row), 253, 100};
    };
    frame.memory().looks[frame.id("hovered")] = Look::hover;
    frame.memory().looks[frame.id("focused")] = Look::focus;
    text_field(frame, place(0, 0), name_, {.label = "Client name"});
    text_field(frame, place(1, 0), name_,
               {.label = "Client name", .help = "Hover", .key = "hovered"});
    text_field(frame, place(2, 0), name_,
               {.label = "Client name", .help = "Focus", .key = "focused"});
    text_field(frame, place(0, 1), email_,
               {.label = "Email", .error = "Add the part after @.", .keyboard = Keyboard::email});
    text_field(frame, place(1, 1), number_,
               {.label = "Invoice number", .locked_because = "Given on finalize, never changes."});
    text_field(
        frame, place(2, 1), reference_,
        {.label = "Reference", .aside = "optional", .placeholder = "Bank or receipt number"});
    money_field(frame, place(0, 2), amount_,
                {.label = "Amount", .symbol = "\u20ac", .echo = "Read as \u20ac1,234.50"});
    money_field(frame, place(1, 2), wrong_amount_,
                {.label = "Amount",
                 .symbol = "\u20ac",
                 .error = "Write 123.00. A comma groups thousands here.",
                 .key = "wrong"});
    percent_field(frame, place(2, 2), discount_,
                  {.label = "Discount", .help = "\u20ac23.78 off the lines"});
}

void Gallery::draw_choices(Frame& frame, const Rect& card) {
    const Scope scope(frame, "choices");
    ui::card(frame, card);
    gallery_title(frame, card, "Choices");
    const float x = card.x + 25;
    const float y = card.y;
    constexpr std::array<Segment, 5> segments{
        {{"All"}, {"Drafts"}, {"Open"}, {"Overdue"}, {"Paid"}}};
    segmented(frame, {x, y + 61, 430, 36}, segment_, {.name = "Status", .items = segments});
    constexpr std::array<Segment, 4> tab_items{
        {{"Overview"}, {"Invoices", "11"}, {"Unbilled", "2"}, {"Statements"}}};
    tabs(frame, {x, y + 113, 430, 44}, tab_, {.name = "Client", .items = tab_items});
    const auto cell = [x, y](int column, int row) {
        return Rect{x + 110 * static_cast<float>(column), y + 178 + 36 * static_cast<float>(row),
                    100, 20};
    };
    frame.memory().looks[frame.id("Focus")] = Look::focus;
    checkbox(frame, cell(0, 0), ticks_[0], {.label = "Off"});
    checkbox(frame, cell(1, 0), ticks_[1], {.label = "On"});
    checkbox(frame, cell(2, 0), ticks_[2], {.label = "Some", .is_mixed = true});
    checkbox(frame, cell(3, 0), ticks_[3], {.label = "Focus"});
    if (radio(frame, cell(0, 1), method_ == 0, "Cash")) method_ = 0;
    if (radio(frame, cell(1, 1), method_ == 1, "Card")) method_ = 1;
    const Scope switches(frame, "switches");
    switch_control(frame, cell(2, 1), ticks_[4], "Off");
    switch_control(frame, cell(3, 1), ticks_[5], "On");
    divider(frame, x, card.right() - 25, y + 249);
    progress(
        frame, {x, y + 266, 430, 52},
        {.text = "Publishing 11 invoices", .detail = "7 of 11", .percent = 64, .stop = "Stop"});
    tooltip_box(frame, {x, y + 342}, "Save PDF", "Ctrl P");
    gallery_note(frame, {x + 130, y + 342, 300, 32}, "Tooltip, after 600 ms, never for touch");
}

void Gallery::draw_date(Frame& frame, const Rect& card) {
    const Scope scope(frame, "date");
    ui::card(frame, card);
    gallery_title(frame, card, "Date picker");
    const Rect slot{card.x + 25, card.y + 61, 286, 0};
    frame.memory().looks[frame.id("due")] = Look::focus;
    const FieldResult field = text_field(
        frame, slot, date_, {.label = "Due date", .key = "due", .icon_after = Icon::calendar});
    const Rect sheet{slot.x, field.box.bottom() + 4, 288, 344};
    gallery_panel(frame, sheet);
    const base::Date today = base::Date::from_civil({2026, 11, 24}).value_or(base::Date());
    const base::Date chosen = base::Date::from_civil({2026, 11, 20}).value_or(base::Date());
    base::Date month = chosen;
    calendar(frame, sheet, month, {.chosen = chosen, .today = today, .has_terms = true},
             english_calendar());
    gallery_note(frame, {slot.x, card.y + 490, 286, 20},
                 "Or type it: 4/12, fri, +14, end of month.");
}

void Gallery::draw_lists(Frame& frame, const Rect& card) {
    const Scope scope(frame, "lists");
    ui::card(frame, card);
    gallery_title(frame, card, "Typeahead with create");
    const Rect slot{card.x + 25, card.y + 61, 366, 0};
    frame.memory().looks[frame.id("client")] = Look::focus;
    const FieldResult field = text_field(
        frame, slot, search_, {.label = "Client", .key = "client", .icon = Icon::search});
    constexpr std::array<Option, 2> people{
        {{"W\u00f3jcik, \u017baneta", "owes 435.00"}, {"W\u00f3jtowicz, Tomasz", "0.00"}}};
    const Rect found{slot.x, field.box.bottom() + 4, slot.width, 150};
    gallery_panel(frame, found);
    option_rows(frame, found,
                {.options = people,
                 .row = 44,
                 .match = search_,
                 .create = "Create client \u201cw\u00f3j\u201c",
                 .has_avatars = true},
                lit_client_);
    const Scope terms(frame, "terms");
    heading(frame, {slot.x, card.y + 305, slot.width, 24}, "Select", 2);
    constexpr std::array<Option, 4> options{
        {{"On receipt"}, {"Net 7"}, {"Net 14"}, {"End of month"}}};
    const FieldFrame shape{.label = "Terms"};
    const FieldPlaces places = field_places(frame, {slot.x, card.y + 346, slot.width, 0}, shape);
    draw_field(frame, places, shape, {.focused = true});
    frame.paint().text({places.box.x + field_padding, places.box.y + 8}, "Net 14", font(Type::body),
                       frame.color(Color::text));
    frame.paint().icon(Icon::chevron_up, {places.box.right() - 21, places.box.center_y()}, 16,
                       frame.color(Color::muted));
    const Rect list{slot.x, places.box.bottom() + 4, slot.width, 138};
    gallery_panel(frame, list);
    option_rows(frame, list, {.options = options, .chosen = terms_, .row = 32}, lit_terms_);
}

void Gallery::draw_table(Frame& frame, const Rect& card) {
    const Scope scope(frame, "table");
    ui::card(frame, card);
    gallery_title(frame, card, "Table");
    struct Row {
        const char* number;
        const char* client;
        Status status;
        const char* word;
        const char* balance;
    };
    constexpr std::array<Row, 5> rows{
        {{"INV-0145", "\u5c71\u7530 \u82b1\u5b50", Status::open, "Open", "180.00"},
         {"INV-0144", "Priya Raman", Status::part_paid, "Part paid", "241.40"},
         {"INV-0143", "Eoin & Marie Gallagher", Status::overdue, "Overdue", "250.00"},
         {"INV-0137",
          "\u041e\u043a\u0441\u0430\u043d\u0430 "
          "\u0428\u0435\u0432\u0447\u0435\u043d\u043a\u043e",
          Status::part_paid, "Part paid", "170.00"},
         {"INV-0135", "Fatima Al-Sayed", Status::voided, "Voided", "0.00"}}};
    constexpr std::array<Column, 5> columns{{{.title = "Tick", .width = 34},
                                             {.title = "Number", .width = 88},
                                             {.title = "Client"},
                                             {.title = "Status", .width = 110},
                                             {.title = "Balance, EUR",
                                              .width = 134,
                                              .align = HorizontalAlign::end,
                                              .is_sortable = true}}};
    Table table(frame, {card.x + 13, card.y + 53, card.width - 26, 276},
                {.name = "Invoices",
                 .columns = columns,
                 .row_count = static_cast<int>(rows.size()),
                 .sort = {.column = 4, .is_descending = true},
                 .ticks = Ticks::some,
                 .row_height = 40,
                 .totals_height = 40});
    for (const int index : table.rows()) {
        const auto at = static_cast<std::size_t>(index);
        TableRow row(table, index, {.is_selected = selected_[at]});
        row.tick(selected_[at], rows[at].number);
        row.text(1, rows[at].number);
        row.text(2, rows[at].client, {.weight = Weight::medium, .overflow = Overflow::ellipsis});
        badge(frame, row.cell(3), status_badge(rows[at].status, rows[at].word));
        const bool is_settled = rows[at].status == Status::voided;
        row.text(4, rows[at].balance,
                 {.weight = is_settled ? Weight::regular : Weight::semibold,
                  .color = is_settled ? Color::faint : Color::text});
    }
    const Rect totals = table.totals();
    label(frame, totals.inset(12, 0), {.text = "5 invoices", .color = Color::muted});
    label(frame, table.cell_in(totals, 4),
          {.text = "\u20ac841.40", .weight = Weight::semibold, .align = HorizontalAlign::end});
    gallery_note(frame, {card.x + 25, card.y + 338, 400, 20}, "Rest, selected, voided, total");
}

void Gallery::draw_loading(Frame& frame, const Rect& card) {
    const Scope scope(frame, "loading");
    ui::card(frame, card);
    gallery_title(frame, card, "Loading");
    loading_rows(frame, {card.x + 25, card.y + 61, card.width - 50, 80}, 3);
}

void Gallery::draw_disabled(Frame& frame, const Rect& card) {
    const Scope scope(frame, "disabled");
    ui::card(frame, card);
    gallery_title(frame, card, "Choices, disabled and wrong");
    constexpr std::string_view why = "Shown disabled.";
    const float x = card.x + 25;
    const float y = card.y;
    constexpr std::array<Segment, 4> segments{{{"All"}, {"Open", "7"}, {"Overdue", "2"}, {"Paid"}}};
    segmented(frame, {x, y + 61, 430, 36}, fixed_choice_,
              {.name = "Status", .items = segments, .disabled_because = why});
    constexpr std::array<Segment, 3> tab_items{{{"Overview"}, {"Invoices", "11"}, {"Statements"}}};
    tabs(frame, {x, y + 109, 430, 44}, fixed_choice_,
         {.name = "Client", .items = tab_items, .disabled_because = why});
    const auto cell = [x, y](int column, int row) {
        return Rect{x + 110 * static_cast<float>(column), y + 170 + 36 * static_cast<float>(row),
                    100, 20};
    };
    checkbox(frame, cell(0, 0), fixed_[0], {.label = "Off", .disabled_because = why});
    checkbox(frame, cell(1, 0), fixed_[1], {.label = "On", .disabled_because = why});
    checkbox(frame, cell(2, 0), fixed_[2],
             {.label = "Some", .is_mixed = true, .disabled_because = why});
    radio(frame, cell(0, 1), false, "Cash", {}, why);
    radio(frame, cell(1, 1), true, "Card", {}, why);
    const Scope switches(frame, "switches");
    switch_control(frame, cell(2, 1), fixed_[3], "Off", why);
    switch_control(frame, cell(3, 1), fixed_[4], "On", why);
    constexpr std::array<Option, 3> options{{{"On receipt"}, {"Net 14"}, {"End of month"}}};
    select_box(frame, {x, y + 246, 205, 0}, fixed_choice_,
               {.label = "Terms", .options = options, .locked_because = "Set by the client."});
    select_box(frame, {x + 225, y + 246, 205, 0}, wrong_terms_,
               {.label = "Terms",
                .options = options,
                .error = "Choose the terms.",
                .placeholder = "None chosen",
                .key = "wrong"});
}

void Gallery::draw_money(Frame& frame, const Rect& card) {
    const Scope scope(frame, "money");
    ui::card(frame, card);
    gallery_title(frame, card, "Money");
    float x = card.x + 25;
    const float base = card.y + 60;
    x += hero_amount(frame, {x, base, 0, 32}, {.amount = "\u20ac2,707.70"}) + 24;
    x += hero_amount(frame, {x, base + 2, 0, 32}, {.amount = "\u20ac492.58", .type = Type::title}) +
         24;
    x += label(frame, {x, base + 6, 100, 24},
               {.text = "\u20ac168.50", .type = Type::body, .weight = Weight::semibold}) +
         24;
    x += label(frame, {x, base + 8, 100, 20}, {.text = "1,234.50"}) + 24;
    x += label(frame, {x, base + 8, 100, 20},
               {.text = "\u221245.00", .color = Color::success_text}) +
         24;
    label(frame, {x, base + 8, 100, 20}, {.text = "0.00", .color = Color::faint});
}

void Gallery::draw_type(Frame& frame, const Rect& card) {
    const Scope scope(frame, "type");
    ui::card(frame, card);
    gallery_title(frame, card, "Type");
    const float x = card.x + 25;
    const float y = card.y + 60;
    label(frame, {x, y, 600, 32},
          {.text = "28/32 Friday 20 November", .type = Type::display, .weight = Weight::semibold});
    label(frame, {x, y + 40, 600, 32},
          {.text = "22/32 Record payment", .type = Type::title, .weight = Weight::semibold});
    label(frame, {x, y + 80, 600, 24},
          {.text = "18/24 Siobh\u00e1n \u00d3 Briain",
           .type = Type::heading,
           .weight = Weight::semibold});
    label(frame, {x, y + 112, 600, 24},
          {.text = "15/24 Body, fields, choices. "
                   "\u0393\u03b9\u03ce\u03c1\u03b3\u03bf\u03c2, "
                   "\u041e\u043a\u0441\u0430\u043d\u0430, \u05d9\u05e2\u05dc, "
                   "\u5c71\u7530",
           .type = Type::body});
    label(frame, {x, y + 144, 600, 20}, {.text = "13/20 Tables, help, labels. 0123456789"});
}

void Gallery::draw_colors(Frame& frame, const Rect& card) {
    const Scope scope(frame, "colors");
    ui::card(frame, card);
    gallery_title(frame, card, "Colour");
    constexpr std::array<Color, 12> shown{Color::bg,      Color::surface,  Color::sunken,
                                          Color::border,  Color::text,     Color::muted,
                                          Color::accent,  Color::selected, Color::success,
                                          Color::warning, Color::danger,   Color::focus};
    for (std::size_t index = 0; index < shown.size(); ++index) {
        const std::size_t column = index % 4;
        const std::size_t row = index / 4;
        const float x = card.x + 25 + 155 * static_cast<float>(column);
        const float y = card.y + 64 + 28 * static_cast<float>(row);
        frame.paint().box({x, y, 20, 20}, {.fill = frame.color(shown[index]),
                                           .border = frame.color(Color::border_strong),
                                           .border_width = 1,
                                           .radius = 5});
        label(frame, {x + 28, y, 100, 20}, {.text = color_name(shown[index])});
    }
    constexpr std::array<Color, 5> ages{Color::age_0, Color::age_1, Color::age_2, Color::age_3,
                                        Color::age_4};
    const std::vector<Rect> bars =
        columns({card.x + 25, card.y + 161, card.width - 50, 16}, 2, {0, 0, 0, 0, 0});
    for (std::size_t index = 0; index < ages.size(); ++index)
        frame.paint().fill(bars[index], frame.color(ages[index]), 2);
    gallery_note(frame, {card.x + 25, card.y + 183, 400, 20},
                 "Age of debt, from not yet due to over 90 days");
}

} // namespace ui
