#include "ui/screens/party_profile_screen.h"

#include "app/messages.h"
#include "ui/screens/party_fields.h"
#include "ui/screens/profile_details.h"
#include "ui/shell_frame.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message.h"
#include "ui/widgets/popover.h"

#include <algorithm>
#include <array>
#include <vector>

namespace ui {

namespace {

constexpr float avatar_size = 56;
constexpr float figure_gap = 40;

bool is_narrow(const Frame& frame) { return frame.breadth() == Breadth::narrow; }

// The largest type in which the words of every figure fit their share of `width`.
Type figure_type(Frame& frame, const std::array<const PartyProfileModel::Figure*, 3>& figures,
                 float width) {
    for (const Type type : {Type::display, Type::title}) {
        float total = 0;
        for (const PartyProfileModel::Figure* const figure : figures)
            total +=
                std::max(96.0F, frame.paint().width(figure->amount, font(type, Weight::semibold)));
        if (total + 2 * figure_gap <= width) return type;
    }
    return Type::heading;
}

} // namespace

ProfileIntent PartyProfileScreen::draw(Frame& frame, Rect sheet) {
    model_.refresh();
    ProfileIntent intent = ProfileIntent::none;
    if (model_.error()) {
        draw_missing(frame, sheet, intent);
        return intent;
    }
    draw_head(frame, sheet, intent);
    const float gutter = frame.gutter();
    draw_figures(frame, take_top(sheet, 76, is_narrow(frame) ? 8 : 16).inset(gutter, 0));
    if (is_narrow(frame)) draw_actions(frame, take_top(sheet, 64).inset(gutter, 0), intent);
    draw_tabs(frame, take_top(sheet, frame.measure().tab).inset(gutter, 0));
    switch (tab_) {
    case 0: draw_account(frame, sheet); break;
    case 1: draw_invoices(frame, sheet); break;
    case 2: draw_payments(frame, sheet); break;
    default: draw_details(frame, sheet); break;
    }
    return intent;
}

void PartyProfileScreen::draw_head(Frame& frame, Rect& sheet, ProfileIntent& intent) {
    const bool narrow = is_narrow(frame);
    Rect head = take_top(sheet, narrow ? 72 : 104).inset(frame.gutter(), 0);
    const float back_size = frame.theme().is_touch() ? space::target_min : 36;
    if (narrow) {
        if (icon_button(frame, {head.x - 12, head.center_y() - back_size / 2, back_size, back_size},
                        {.label = "Back", .kind = ButtonKind::quiet, .icon = Icon::arrow_left}))
            intent = ProfileIntent::back;
        take_left(head, back_size - 12, 8);
        draw_menu(frame, centered(take_right(head, back_size, 8), back_size, back_size), intent);
    } else {
        const Rect actions = take_right(head, 420, 24);
        draw_actions(frame, actions, intent);
        const Rect place = take_left(head, avatar_size, 24);
        avatar(frame, centered(place, avatar_size, avatar_size), initials(model_.name()));
    }
    const float line = narrow ? 32 : 36;
    const float top = head.center_y() - (line + 24) / 2;
    Rect name{head.x, top, head.width, line};
    const float width = label(frame, name,
                              {.text = model_.name(),
                               .type = narrow ? Type::title : Type::display,
                               .weight = Weight::semibold,
                               .overflow = Overflow::ellipsis,
                               .role = Role::heading,
                               .level = 1});
    take_left(name, width, 12);
    if (!model_.latin_name().empty())
        label(frame, {name.x, name.y + 4, name.width, name.height - 4},
              {.text = model_.latin_name(),
               .type = Type::body,
               .color = Color::muted,
               .overflow = Overflow::ellipsis});
    draw_reach(frame, {head.x, top + line, head.width, 24});
}

void PartyProfileScreen::draw_reach(Frame& frame, Rect line) {
    const auto part = [&frame, &line](Icon icon, std::string_view words, bool is_copied) {
        if (words.empty() || line.width < 60) return;
        frame.paint().icon(icon, {line.x + 8, line.center_y()}, 14, frame.color(Color::muted));
        take_left(line, 16, 4);
        const float width = label(frame, line,
                                  {.text = words,
                                   .color = Color::muted,
                                   .overflow = Overflow::ellipsis,
                                   .selectable = is_copied});
        take_left(line, width, 16);
    };
    if (model_.is_archived()) part(Icon::inbox, "Archived", false);
    if (const auto& contact = model_.contact())
        part(Icon::users, role_words(contact->contact.role), false);
    part(Icon::phone, model_.phone(), true);
    part(Icon::mail, model_.email(), true);
    if (is_narrow(frame)) return;
    const std::string payer = model_.invoice_to();
    if (!payer.empty()) part(Icon::user, "Invoices go to " + payer, false);
}

void PartyProfileScreen::draw_actions(Frame& frame, Rect bar, ProfileIntent& intent) {
    const bool can_invoice = model_.client().has_value() && !model_.is_archived();
    const Button payment{.label = "Take payment", .kind = ButtonKind::primary, .icon = Icon::coins};
    const Button invoice{.label = "New invoice", .icon = Icon::plus};
    const float height = button_height(frame);
    const std::string target = "#/invoices/new/" + base::to_text(model_.id());
    if (is_narrow(frame)) {
        const std::vector<Rect> places = can_invoice ? columns(bar, 12, {0, 0}) : std::vector{bar};
        const auto middle = [height](const Rect& place) {
            return Rect{place.x, place.y + 4, place.width, height};
        };
        if (can_invoice && button(frame, middle(places.front()), invoice)) desk_.routes.go(target);
        if (button(frame, middle(places.back()), payment)) intent = ProfileIntent::take_payment;
        return;
    }
    if (button_from_right(frame, bar, payment)) intent = ProfileIntent::take_payment;
    if (can_invoice && button_from_right(frame, bar, invoice)) desk_.routes.go(target);
    draw_menu(frame, centered(take_right(bar, height), height, height), intent);
}

void PartyProfileScreen::draw_menu(Frame& frame, const Rect& rect, ProfileIntent& intent) {
    const bool is_archived = model_.is_archived();
    const std::array<MenuItem, 2> items{{{.label = "Edit", .icon = Icon::pencil},
                                         {.label = is_archived ? "Restore" : "Archive",
                                          .icon = is_archived ? Icon::rotate_ccw : Icon::inbox}}};
    switch (menu_button(
        frame, rect, {.label = "More actions", .kind = ButtonKind::quiet, .icon = Icon::ellipsis},
        items)) {
    case 0: intent = ProfileIntent::edit; break;
    case 1: set_archived(!is_archived); break;
    default: break;
    }
}

void PartyProfileScreen::draw_figures(Frame& frame, const Rect& rect) {
    const std::array<const PartyProfileModel::Figure*, 3> figures{&model_.owes(), &model_.overdue(),
                                                                  &model_.credit()};
    constexpr std::array<std::string_view, 3> titles{"Owes", "Overdue", "Credit held"};
    const Type type = figure_type(frame, figures, rect.width);
    float x = rect.x;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const PartyProfileModel::Figure& figure = *figures[i];
        const Group group(frame, {.id = frame.id(titles[i]),
                                  .role = Role::group,
                                  .name = std::string(titles[i]),
                                  .rect = {x, rect.y, 96, 76},
                                  .name_is_drawn = false});
        label(frame, {x, rect.y, 200, 20}, {.text = titles[i], .color = Color::muted});
        const bool is_late = i == 1 && !figure.is_zero;
        float width = hero_amount(frame, {x, rect.y + 20, 0, 34},
                                  {.amount = figure.amount,
                                   .cents_bytes = figure.cents_bytes,
                                   .type = type,
                                   .color = is_late          ? Color::danger_text
                                            : figure.is_zero ? Color::faint
                                                             : Color::text});
        const Rect note{x, rect.y + 54, 260, 20};
        const bool applies = i == 2 && model_.credit_target() && !is_narrow(frame);
        if (applies) {
            constexpr std::string_view words = "Apply to oldest invoice";
            const float link_width = frame.paint().width(words, font(Type::small, Weight::medium));
            if (link(frame, {note.x, note.y, link_width, 20}, {.label = words})) apply_credit();
            width = std::max(width, link_width);
        } else if (!figure.others.empty()) {
            width =
                std::max(width, label(frame, note, {.text = figure.others, .color = Color::muted}));
        }
        x += std::max(96.0F, width);
        if (i + 1 == figures.size()) break;
        const float gap = is_narrow(frame) ? 24 : figure_gap * 2;
        frame.paint().vertical_line(x + gap / 2, rect.y + 2, rect.y + 64,
                                    frame.color(Color::border));
        x += gap;
    }
}

void PartyProfileScreen::draw_tabs(Frame& frame, const Rect& rect) {
    const app::Account& account = model_.account();
    const std::string invoices = std::to_string(account.invoice_count + account.draft_count);
    const std::array<Segment, 4> items{
        {{"Account"},
         {"Invoices", invoices},
         {is_narrow(frame) ? std::string_view("Payments")
                           : std::string_view("Payments and credit")},
         {"Details"}}};
    tabs(frame, rect, tab_, {.name = "Parts of the account", .items = items});
}

void PartyProfileScreen::draw_account(Frame& frame, Rect rect) {
    if (model_.account_rows().empty()) {
        const bool can_invoice = model_.client().has_value() && !model_.is_archived();
        if (empty_state(frame, rect,
                        {.title = "Nothing on the account yet",
                         .text = "Invoices and payments are listed here with the balance after "
                                 "each.",
                         .action = can_invoice ? "New invoice" : "",
                         .is_filtered = true}) == EmptyAnswer::action)
            desk_.routes.go("#/invoices/new/" + base::to_text(model_.id()));
        return;
    }
    if (is_narrow(frame)) {
        account_table(frame, rect, model_, desk_.routes);
        return;
    }
    rect = rect.inset(frame.gutter(), 24);
    if (frame.breadth() == Breadth::wide)
        draw_billing_card(frame, take_right(rect, frame_size::side_panel, space::card_gap), model_);
    card(frame, rect);
    account_table(frame, rect.inset(1), model_, desk_.routes);
}

void PartyProfileScreen::draw_invoices(Frame& frame, const Rect& rect) {
    invoices_.draw(frame, rect, desk_.routes);
}

void PartyProfileScreen::draw_payments(Frame& frame, const Rect& rect) {
    if (!model_.payments().empty()) {
        payments_table(frame,
                       rect.inset(is_narrow(frame) ? 0 : frame.gutter() - space::table_cell, 0),
                       model_, desk_.routes);
        return;
    }
    (void)empty_state(frame, rect,
                      {.title = "No payments yet",
                       .text = "What they pay is listed here, with what of it is kept as credit.",
                       .action = {},
                       .is_filtered = true});
}

void PartyProfileScreen::draw_details(Frame& frame, const Rect& rect) {
    if (const auto opened = draw_profile_details(frame, rect, model_))
        desk_.routes.go("#/clients/" + base::to_text(*opened));
}

void PartyProfileScreen::draw_missing(Frame& frame, const Rect& rect, ProfileIntent& intent) {
    const bool is_gone = model_.error()->code == base::Code::not_found;
    const std::string words = is_gone ? "It may have been undone, or the link is incomplete."
                                      : app::message(*model_.error());
    if (empty_state(frame, rect,
                    {.title = is_gone ? "This client is not there" : "This client can't be read",
                     .text = words,
                     .action = "Go to Clients",
                     .is_filtered = true}) == EmptyAnswer::action)
        intent = ProfileIntent::back;
}

void PartyProfileScreen::set_archived(bool is_archived) {
    const std::string name = model_.name();
    const auto done = is_archived ? model_.archive() : model_.restore();
    if (done)
        desk_.notices.done(name + (is_archived ? " archived" : " restored"), *done);
    else
        desk_.notices.refused(app::message(done.error()));
}

void PartyProfileScreen::apply_credit() {
    const auto done = model_.apply_credit();
    if (done)
        desk_.notices.say("Credit applied to the oldest invoice", Icon::wallet);
    else
        desk_.notices.refused(app::message(done.error()));
}

} // namespace ui
