#include "ui/screens/invoice_screen.h"

#include "app/messages.h"
#include "ui/shell_frame.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message.h"
#include "ui/widgets/popover.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {

constexpr float summary_height = 84;
constexpr float fact_height = 32;
constexpr float money_height = 52;
constexpr std::string_view list_address = "#/invoices";

std::string spoken_name(const domain::IssuedInvoice& invoice) {
    return "Invoice " + invoice.number.text;
}

} // namespace

std::string InvoiceScreen::title() const {
    return model_.state() == InvoiceModel::State::issued ? model_.invoice().number.text
                                                         : std::string("Invoice");
}

void InvoiceScreen::draw(Frame& frame, const Rect& sheet) {
    if (model_.refresh()) is_preview_set_ = false;
    switch (model_.state()) {
    case InvoiceModel::State::unread: break;
    case InvoiceModel::State::issued: draw_issued(frame, sheet); break;
    case InvoiceModel::State::draft:
        desk_.routes.replace("#/drafts/" + to_text(model_.id()));
        break;
    case InvoiceModel::State::failed: {
        const std::string words = app::message(model_.error());
        if (empty_state(frame, sheet,
                        {.title = "This invoice can't be shown",
                         .text = words,
                         .action = "Show all invoices",
                         .action_icon = Icon::none,
                         .is_filtered = true}) == EmptyAnswer::action)
            desk_.routes.go(list_address);
        break;
    }
    }
    actions_.draw(frame);
}

void InvoiceScreen::draw_issued(Frame& frame, const Rect& sheet) {
    if (frame.overlay_count() == 0 && frame.input().take_shortcut('p', {.control = true}))
        actions_.print(model_.id());
    set_preview();
    Rect rest = sheet;
    draw_header(frame, rest);
    if (frame.breadth() == Breadth::narrow) {
        draw_narrow_summary(frame, rest);
        draw_pay_bar(frame, rest);
    } else {
        draw_summary(frame, rest);
    }
    if (model_.is_voided()) {
        const Banner voided{.kind = BannerKind::warning,
                            .icon = Icon::ban,
                            .strong = "Voided.",
                            .text = model_.view().void_reason};
        const Rect room = rest.inset(frame.gutter(), 0);
        const float height = banner_height(frame, room.width, voided);
        Rect place = take_top(rest, height, 16).inset(frame.gutter(), 0);
        place.height = height;
        (void)banner(frame, place, voided);
    }
    draw_body(frame, rest);
}

void InvoiceScreen::set_preview() {
    if (is_preview_set_ && !preview_.is_stale()) return;
    is_preview_set_ = true;
    preview_error_.reset();
    if (!model_.document()) return;
    auto set = desk_.typesetter.set(*model_.document());
    if (set)
        preview_.set(*std::move(set));
    else
        preview_error_ = set.error();
}

void InvoiceScreen::draw_header(Frame& frame, Rect& sheet) {
    SheetHeaderAnswer header = sheet_header(
        frame, sheet, {.title = model_.invoice().number.text, .has_back = true, .reserve = 60});
    if (header.back) desk_.routes.go(list_address);
    const float used = badge(frame, header.bar, badge_of(model_.view().status));
    take_left(header.bar, used, 12);
    if (frame.breadth() == Breadth::narrow) return draw_menu(frame, header.bar);
    if (model_.is_owed() &&
        button_from_right(
            frame, header.bar,
            {.label = "Record payment", .kind = ButtonKind::primary, .icon = Icon::coins}))
        actions_.pay(model_.id());
    if (button_from_right(frame, header.bar,
                          {.label = "Print", .icon = Icon::printer, .hotkeys = "Control+P"}))
        actions_.print(model_.id());
    if (button_from_right(frame, header.bar, {.label = "PDF", .icon = Icon::download}))
        actions_.save_pdf(model_.id());
    draw_menu(frame, header.bar);
}

void InvoiceScreen::draw_menu(Frame& frame, Rect& bar) {
    enum class Item : std::uint8_t { pdf, print, duplicate, credit, revert, cancel };
    std::vector<std::pair<Item, MenuItem>> items;
    if (frame.breadth() == Breadth::narrow) {
        items.push_back({Item::pdf, {.label = "PDF", .icon = Icon::download}});
        items.push_back({Item::print, {.label = "Print", .icon = Icon::printer}});
    }
    items.push_back({Item::duplicate, {.label = "Duplicate", .icon = Icon::copy}});
    if (model_.can_apply_credit())
        items.push_back({Item::credit, {.label = "Apply credit", .icon = Icon::wallet}});
    if (!model_.is_voided()) {
        items.push_back(
            {Item::revert,
             {.label = "Revert to draft\u2026", .icon = Icon::undo_2, .starts_group = true}});
        items.push_back(
            {Item::cancel, {.label = "Void\u2026", .icon = Icon::ban, .is_destructive = true}});
    }
    std::vector<MenuItem> shown;
    shown.reserve(items.size());
    for (const auto& [item, words] : items)
        shown.push_back(words);
    const float size = button_height(frame);
    const Rect place = take_right(bar, size);
    const int chosen =
        menu_button(frame, centered(place, size, size),
                    {.label = "More", .kind = ButtonKind::quiet, .icon = Icon::ellipsis}, shown);
    if (chosen < 0) return;
    switch (items[static_cast<std::size_t>(chosen)].first) {
    case Item::pdf: return actions_.save_pdf(model_.id());
    case Item::print: return actions_.print(model_.id());
    case Item::duplicate: return actions_.duplicate(model_.id());
    case Item::credit: return actions_.apply_credit(model_.id());
    case Item::revert: return actions_.ask_to_revert(model_.id());
    case Item::cancel: return actions_.ask_to_void(model_.id());
    }
}

void InvoiceScreen::draw_summary(Frame& frame, Rect& sheet) {
    Rect bar = take_top(sheet, summary_height);
    divider(frame, bar.x, bar.right(), bar.bottom() - 1);
    bar = bar.inset(frame.gutter(), 0);
    take_bottom(bar, 20);
    const Local& local = model_.local();
    const auto figure = [&](std::string_view words, domain::Money amount, bool is_large,
                            Color color) {
        const std::string text = local.whole(amount);
        const Type type = is_large ? Type::display : Type::heading;
        const float width =
            std::ceil(std::max(frame.paint().width(text, font(type, Weight::semibold)),
                               frame.paint().width(words, font(Type::small)))) +
            2;
        Rect place = take_right(bar, width, 32);
        label(frame, take_top(place, 20, 2),
              {.text = words, .color = Color::muted, .align = HorizontalAlign::end});
        hero_amount(frame, {place.x, place.y, place.width, 36},
                    {.amount = text,
                     .cents_bytes = local.cents_bytes(amount),
                     .type = type,
                     .align = HorizontalAlign::end,
                     .color = color});
    };
    figure("Balance", model_.view().balance, true, Color::text);
    figure("Paid", model_.view().settled, false,
           model_.view().settled.minor > 0 ? Color::success_text : Color::text);
    figure("Total", model_.invoice().totals.payable, false, Color::text);
    label(frame, take_top(bar, 20, 2), {.text = "Billed to", .color = Color::muted});
    const domain::PartySnapshot& to = model_.invoice().recipient;
    const std::string href = "#/clients/" + to_text(model_.invoice().client.id);
    if (link(frame, {bar.x, bar.y, bar.width, 36},
             {.label = to.name, .type = Type::heading, .href = href}))
        desk_.routes.go(href);
}

void InvoiceScreen::draw_narrow_summary(Frame& frame, Rect& sheet) {
    Rect place = take_top(sheet, 88).inset(frame.gutter(), 0);
    const std::string href = "#/clients/" + to_text(model_.invoice().client.id);
    if (link(frame, take_top(place, 28),
             {.label = model_.invoice().recipient.name, .type = Type::body, .href = href}))
        desk_.routes.go(href);
    const std::string balance = model_.local().whole(model_.view().balance);
    const float width = hero_amount(
        frame, take_top(place, 40),
        {.amount = balance, .cents_bytes = model_.local().cents_bytes(model_.view().balance)});
    const std::string of = "owed of " + model_.local().whole(model_.invoice().totals.payable);
    label(frame, {place.x + width + 8, place.y - 36, place.width - width - 8, 36},
          {.text = of, .color = Color::muted});
}

void InvoiceScreen::draw_pay_bar(Frame& frame, Rect& sheet) {
    if (!model_.is_owed()) return;
    const Rect bar = take_bottom(sheet, 72);
    frame.paint().fill(bar, frame.color(Color::surface));
    divider(frame, bar.x, bar.right(), bar.y);
    const std::string words = "Record payment";
    if (button(frame, centered(bar, bar.width - 2 * frame.gutter(), 48),
               {.label = words, .kind = ButtonKind::primary, .icon = Icon::coins}))
        actions_.pay(model_.id());
}

void InvoiceScreen::draw_body(Frame& frame, const Rect& place) {
    Rect rest = place;
    if (frame.breadth() == Breadth::wide) {
        const Rect side = take_right(rest, frame_size::side_panel);
        frame.paint().vertical_line(side.x, side.y, side.bottom(), frame.color(Color::border));
        draw_document(frame, rest);
        draw_details(frame, side);
        return;
    }
    constexpr std::array<Segment, 2> items{{{"Details"}, {"Document"}}};
    const Rect line = take_top(rest, frame.measure().tab);
    divider(frame, line.x, line.right(), line.bottom() - 1);
    tabs(frame, line.inset(frame.gutter(), 0), tab_, {.name = "Invoice", .items = items});
    if (tab_ == 0)
        draw_details(frame, rest);
    else
        draw_document(frame, rest);
}

void InvoiceScreen::draw_document(Frame& frame, const Rect& place) {
    const float corner = frame.breadth() == Breadth::narrow ? 0 : radius::sheet - 1;
    frame.paint().fill(place, frame.color(Color::bg),
                       Corners{0, 0, frame.breadth() == Breadth::wide ? 0 : corner, corner});
    if (preview_error_ || !model_.document()) {
        const std::string words = preview_error_ ? app::message(*preview_error_)
                                                 : std::string("The document can't be made.");
        label(frame, place,
              {.text = words, .color = Color::muted, .align = HorizontalAlign::middle});
        return;
    }
    preview_.draw(frame, place, spoken_name(model_.invoice()));
}

void InvoiceScreen::draw_details(Frame& frame, const Rect& place) {
    ScrollArea scroll(frame, "details", place, "Details");
    Rect content = scroll.content();
    const float padding = frame.breadth() == Breadth::wide ? space::card_padding : frame.gutter();
    content = content.inset(padding, 0);
    Stack stack(content, 0);
    stack.skip(16);
    draw_facts(frame, stack);
    stack.skip(20);
    draw_money(frame, stack);
    stack.skip(20);
    draw_history(frame, stack);
    scroll.set_content_height(stack.y() - content.y + 24);
}

void InvoiceScreen::draw_facts(Frame& frame, Stack& stack) {
    for (const InvoiceModel::Fact& fact : model_.facts()) {
        Rect line = stack.next(fact_height);
        label(frame, take_left(line, 104), {.text = fact.label, .color = Color::muted});
        const float width =
            label(frame, line, {.text = fact.value, .overflow = Overflow::ellipsis});
        take_left(line, width, 8);
        label(frame, line,
              {.text = fact.remark, .color = fact.is_late ? Color::danger_text : Color::muted});
    }
}

void InvoiceScreen::draw_money(Frame& frame, Stack& stack) {
    heading(frame, stack.next(28), "Payments", 2);
    if (model_.money().empty())
        label(frame, stack.next(fact_height),
              {.text = "Nothing is paid yet.", .color = Color::muted});
    for (const InvoiceModel::MoneyLine& line : model_.money()) {
        const Scope scope(frame, to_text(line.allocation));
        Rect row = stack.next(money_height);
        divider(frame, row.x, row.right(), row.bottom() - 1);
        const Rect side = take_right(row, 120);
        Rect lines = centered(row, row.width, 40);
        const std::string href = "#/payments/" + to_text(line.payment);
        if (link(frame, take_top(lines, 20), {.label = line.method, .href = href}))
            desk_.routes.go(href);
        label(frame, lines, {.text = line.when, .color = Color::muted});
        Rect figures = centered(side, side.width, 40);
        label(frame, line.is_released ? figures : take_top(figures, 20),
              {.text = model_.local().whole(line.amount),
               .weight = Weight::medium,
               .color = line.is_released ? Color::faint : Color::success_text,
               .align = HorizontalAlign::end});
        if (line.is_released) continue;
        if (link(frame, figures, {.label = "Un-apply", .align = HorizontalAlign::end}))
            actions_.ask_to_release(line.payment, line.allocation, model_.invoice().number.text,
                                    line.amount);
    }
    if (!model_.can_apply_credit()) return;
    stack.skip(12);
    Rect row = stack.next(48);
    frame.paint().fill(row, frame.color(Color::success_tint), radius::control);
    row = row.inset(12, 0);
    frame.paint().icon(Icon::wallet, {row.x + 8, row.center_y()}, 16,
                       frame.color(Color::success_text));
    take_left(row, 24);
    const std::string words = model_.local().whole(model_.view().credit_available) + " credit held";
    label(frame, row, {.text = words, .weight = Weight::medium, .color = Color::success_text});
    if (link(frame, row, {.label = "Apply", .key = "apply credit", .align = HorizontalAlign::end}))
        actions_.apply_credit(model_.id());
}

void InvoiceScreen::draw_history(Frame& frame, Stack& stack) {
    heading(frame, stack.next(28), "History", 2);
    for (const HistoryLine& line : model_.history()) {
        const Rect row = stack.next(fact_height - 4);
        label(frame, row, {.text = line.words});
        label(frame, row,
              {.text = line.when, .color = Color::muted, .align = HorizontalAlign::end});
    }
}

} // namespace ui
