#include "ui/gallery.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tooltip.h"

namespace ui {

namespace {

// The words at the top left of each card.
void title(Frame& frame, const Rect& card, std::string_view words) {
    heading(frame, {card.x + 25, card.y + 21, card.width - 50, 24}, words, 2);
}

void quiet(Frame& frame, const Rect& rect, std::string_view words) {
    label(frame, rect, {.text = words, .color = Color::muted});
}

} // namespace

void Gallery::draw(Frame& frame) {
    ScrollArea area(frame, "gallery", frame.window(), "Gallery");
    draw_page(frame, area.content());
    area.set_content_height(2268);
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
}

void Gallery::draw_buttons(Frame& frame, const Rect& card) {
    const Scope scope(frame, "buttons");
    ui::card(frame, card);
    title(frame, card, "Buttons");
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
        quiet(frame, {card.x + 113 + 119.8F * static_cast<float>(column), card.y + 61, 100, 20},
              states[column]);
    float y = card.y + 93;
    for (const Row& row : rows) {
        quiet(frame, {card.x + 25, y, 90, 36}, row.name);
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
    title(frame, card, "Status and delivery");
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
    title(frame, card, "Fields");
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
    title(frame, card, "Choices");
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
    tooltip_box(frame, {x, y + 342}, "Save PDF", "Ctrl P");
    quiet(frame, {x + 130, y + 342, 300, 32}, "Tooltip, after 600 ms, never for touch");
}

} // namespace ui
