// Of the gallery: what stands above a screen or at its edges, without being modal here.
#include "ui/gallery.h"

#include "ui/gallery_card.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/message.h"
#include "ui/widgets/popover.h"

#include <array>

namespace ui {

void Gallery::draw_dialog(Frame& frame, const Rect& card) {
    const Scope scope(frame, "dialog");
    ui::card(frame, card);
    // As Dialog draws it, without the modal half that would make the rest of the page inert.
    const Rect box{card.x + 64, card.y + 72, 478, 314};
    draw_panel(frame, box, 70, radius::dialog);
    heading(frame, {box.x + 24, box.y + 24, 430, 32}, "Void INV-0140?", 1);
    paragraph(frame, {box.x + 24, box.y + 60, 430, 48},
              {.text = "The number stays in the list, marked Voided. Its session goes back to "
                       "Unbilled.",
               .type = Type::body,
               .color = Color::muted});
    frame.memory().looks[frame.id("Reason")] = Look::focus;
    text_field(frame, {box.x + 24, box.y + 128, 430, 0}, reason_,
               {.label = "Reason", .help = "Kept in the audit trail. The client does not see it."});
    Rect foot{box.x, box.bottom() - 70, box.width, 70};
    foot = foot.inset(24, 0);
    button_from_right(frame, foot, {.label = "Void invoice", .kind = ButtonKind::destructive});
    button_from_right(frame, foot, {.label = "Keep invoice"});
}

void Gallery::draw_messages(Frame& frame, const Rect& card) {
    const Scope scope(frame, "messages");
    ui::card(frame, card);
    gallery_title(frame, card, "Messages");
    const Rect line{card.x + 25, card.y + 61, card.width - 50, 48};
    toast_box(frame, line,
              {.text = "Draft for Luk\u00e1\u0161 Dvo\u0159\u00e1k deleted", .undo = "Undo"});
    banner(frame, line.moved(0, 60),
           {.kind = BannerKind::warning,
            .icon = Icon::wifi_off,
            .strong = "Working offline.",
            .text = "2 emails wait in the outbox.",
            .action = "Open outbox"});
    banner(frame, line.moved(0, 120),
           {.kind = BannerKind::danger,
            .icon = Icon::circle_alert,
            .strong = "Backup is 9 days old.",
            .text = "Only this browser holds the last week.",
            .action = "Back up now"});
    banner(frame, line.moved(0, 180),
           {.kind = BannerKind::information,
            .icon = Icon::refresh_cw,
            .strong = "A new version is ready.",
            .text = "It starts with the next reload.",
            .action = "Reload"});
}

void Gallery::draw_menu(Frame& frame, const Rect& card) {
    const Scope scope(frame, "menu");
    ui::card(frame, card);
    gallery_title(frame, card, "Menu");
    constexpr std::array<MenuItem, 6> items{
        {{.label = "PDF", .icon = Icon::download},
         {.label = "Print", .icon = Icon::printer, .shortcut = "Ctrl P"},
         {.label = "Duplicate", .icon = Icon::copy},
         {.label = "Apply credit",
          .icon = Icon::wallet,
          .disabled_because = "The client holds no credit."},
         {.label = "Revert to draft\u2026", .icon = Icon::undo_2, .starts_group = true},
         {.label = "Void\u2026", .icon = Icon::ban, .is_destructive = true}}};
    const Button more{.label = "More",
                      .kind = ButtonKind::quiet,
                      .icon = Icon::ellipsis,
                      .popup = Popup::menu,
                      .expanded = Choice::on};
    icon_button(frame, {card.right() - 61, card.y + 57, 36, 36}, more);
    const Rect list{card.x + 25, card.y + 97, card.width - 50, menu_height(frame, items)};
    gallery_panel(frame, list);
    const Group group(frame, {.id = frame.id("list"),
                              .role = Role::menu,
                              .name = "Menu",
                              .rect = list,
                              .name_is_drawn = false});
    menu_rows(frame, list, items, lit_menu_);
}

void Gallery::draw_palette(Frame& frame, const Rect& card) {
    const Scope scope(frame, "palette");
    ui::card(frame, card, CardTone::sunken);
    gallery_title(frame, card, "Command palette");
    const std::array<PaletteEntry, 4> entries{{{.label = "\u017baneta W\u00f3jcik",
                                                .detail = "zaneta@example.ie",
                                                .group = "Clients",
                                                .icon = Icon::user},
                                               {.label = "INV-0141",
                                                .detail = "\u017baneta W\u00f3jcik",
                                                .group = "Invoices",
                                                .icon = Icon::receipt_text,
                                                .tag = 1},
                                               {.label = "New invoice",
                                                .detail = "N",
                                                .group = "Actions",
                                                .icon = Icon::file_plus,
                                                .tag = 2},
                                               {.label = "New client",
                                                .detail = "C",
                                                .group = "Actions",
                                                .icon = Icon::user_plus,
                                                .tag = 3}}};
    (void)palette_.draw_box(frame, {card.x + 25, card.y + 61, card.width - 50, 312}, entries);
}

void Gallery::draw_toolbar(Frame& frame, const Rect& card) {
    const Scope scope(frame, "toolbar");
    ui::card(frame, card);
    gallery_title(frame, card, "Toolbar");
    const Rect line{card.x + 25, card.y + 66, card.width - 50, 52};
    {
        Rect bar{line.x, line.y, 820, line.height};
        const Group group(frame, {.id = frame.id("list"),
                                  .role = Role::toolbar,
                                  .name = "List",
                                  .rect = bar,
                                  .name_is_drawn = false});
        const Rect search = take_right(bar, 220, 12);
        search_field(frame, centered(search, search.width, 36), list_search_,
                     "Number, client or amount");
        button_from_right(
            frame, bar,
            {.label = "November 2026", .icon_after = Icon::chevron_down, .popup = Popup::menu});
        constexpr std::array<Segment, 4> items{
            {{"All", "42"}, {"Drafts", "3"}, {"Open", "7"}, {"Overdue", "2"}}};
        segmented(frame, centered(bar, bar.width, 36), toolbar_segment_,
                  {.name = "Status", .items = items});
    }
    // Of what is ticked in a list, over its last rows.
    Rect bulk{line.right() - 420, line.y, 420, 52};
    frame.paint().box(
        bulk,
        {.fill = frame.color(Color::inverse), .radius = radius::card, .shadow = Shadow::large});
    const Group group(frame, {.id = frame.id("bulk"),
                              .role = Role::toolbar,
                              .name = "Selected invoices",
                              .rect = bulk,
                              .name_is_drawn = false});
    take_left(bulk, 20);
    take_right(bulk, 8);
    const Rect cross = take_right(bulk, 36, 8);
    icon_button(frame, centered(cross, 36, 36),
                {.label = "Clear selection", .kind = ButtonKind::inverse, .icon = Icon::x});
    button_from_right(frame, bulk,
                      {.label = "PDF", .kind = ButtonKind::inverse, .icon = Icon::download});
    const float used = label(
        frame, bulk, {.text = "3 selected", .weight = Weight::medium, .color = Color::on_inverse});
    take_left(bulk, used, 8);
    label(frame, bulk, {.text = "Balance \u20ac591.40", .color = Color::inverse_muted});
}

} // namespace ui
