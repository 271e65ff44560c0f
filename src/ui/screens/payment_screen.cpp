#include "ui/screens/payment_screen.h"

#include "app/messages.h"
#include "ui/shell_frame.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message.h"

#include <algorithm>

namespace ui {

namespace {

constexpr float content_width_max = 640;
constexpr float fact_height = 32;
constexpr float part_height = 52;
constexpr std::string_view list_address = "#/payments";

} // namespace

void PaymentScreen::draw(Frame& frame, const Rect& sheet) {
    model_.refresh();
    receipt_.step();
    if (model_.error()) {
        const std::string words = app::message(*model_.error());
        if (empty_state(frame, sheet,
                        {.title = "This payment can't be shown",
                         .text = words,
                         .action = "Show all payments",
                         .action_icon = Icon::none,
                         .is_filtered = true}) == EmptyAnswer::action)
            desk_.routes.go(list_address);
        return;
    }
    Rect rest = sheet;
    draw_header(frame, rest);
    draw_content(frame, rest);
    actions_.draw(frame);
    dialog_.draw(frame);
}

void PaymentScreen::draw_header(Frame& frame, Rect& sheet) {
    SheetHeaderAnswer header =
        sheet_header(frame, sheet, {.title = "Payment", .has_back = true, .reserve = 160});
    if (header.back) desk_.routes.go(list_address);
    if (model_.is_voided())
        badge(frame, header.bar, badge_of(domain::Status::voided));
    else if (button_from_right(frame, header.bar, {.label = "Void\u2026", .icon = Icon::ban}))
        ask_to_void();
}

void PaymentScreen::draw_content(Frame& frame, const Rect& place) {
    ScrollArea scroll(frame, "payment", place, "Payment");
    Rect content = scroll.content().inset(frame.gutter(), 0);
    content.width = std::min(content.width, content_width_max);
    Stack stack(content, 0);
    stack.skip(8);
    draw_summary(frame, stack);
    stack.skip(24);
    draw_parts(frame, stack);
    stack.skip(28);
    stack.advance(receipt_.draw(frame, stack.slot(), model_.id(), std::nullopt,
                                model_.is_voided() ? "A voided payment has no receipt."
                                                   : std::string_view()));
    scroll.set_content_height(stack.y() - content.y + 32);
}

void PaymentScreen::draw_summary(Frame& frame, Stack& stack) {
    const Local& local = model_.local();
    const domain::Money amount = model_.payment().amount;
    const std::string words = local.whole(amount);
    hero_amount(frame, stack.next(40),
                {.amount = words,
                 .cents_bytes = local.cents_bytes(amount),
                 .color = model_.is_voided() ? Color::muted : Color::text});
    const std::string href = "#/clients/" + to_text(model_.payment().payer);
    if (link(frame, stack.next(28),
             {.label = model_.view().payer_name, .type = Type::body, .href = href}))
        desk_.routes.go(href);
    stack.skip(12);
    if (model_.is_voided()) {
        const domain::PaymentVoid& voided = *model_.view().voided;
        const std::string text = local.sentence(voided.dated.effective) + ": " + voided.reason;
        const Banner said{
            .kind = BannerKind::warning, .icon = Icon::ban, .strong = "Voided.", .text = text};
        const float height = banner_height(frame, stack.slot().width, said);
        (void)banner(frame, stack.next(height), said);
        stack.skip(12);
    }
    for (const PaymentModel::Fact& fact : model_.facts()) {
        Rect line = stack.next(fact_height);
        label(frame, take_left(line, 120), {.text = fact.label, .color = Color::muted});
        label(frame, line, {.text = fact.value, .overflow = Overflow::ellipsis});
    }
}

void PaymentScreen::draw_parts(Frame& frame, Stack& stack) {
    heading(frame, stack.next(28), "Pays for", 2);
    for (const PaymentModel::Part& part : model_.parts()) {
        const Scope scope(frame, to_text(part.allocation));
        Rect row = stack.next(part_height);
        divider(frame, row.x, row.right(), row.bottom() - 1);
        const Rect side = take_right(row, 140);
        Rect lines = centered(row, row.width, 40);
        const std::string href = "#/invoices/" + to_text(part.invoice);
        if (link(frame, take_top(lines, 20), {.label = part.number, .href = href}))
            desk_.routes.go(href);
        label(frame, lines, {.text = part.when, .color = Color::muted});
        Rect figures = centered(side, side.width, 40);
        label(frame, part.is_released ? figures : take_top(figures, 20),
              {.text = model_.local().whole(part.amount),
               .weight = Weight::medium,
               .color = part.is_released ? Color::faint : Color::text,
               .align = HorizontalAlign::end});
        if (part.is_released) continue;
        if (link(frame, figures, {.label = "Un-apply", .align = HorizontalAlign::end}))
            actions_.ask_to_release(model_.id(), part.allocation, part.number, part.amount);
    }
    const domain::Money left = model_.view().left;
    if (left.minor > 0) {
        const Rect row = stack.next(part_height);
        frame.paint().icon(Icon::wallet, {row.x + 8, row.center_y()}, 16,
                           frame.color(Color::success));
        Rect words = row;
        take_left(words, 28);
        label(frame, words, {.text = "Held as credit", .weight = Weight::medium});
        label(frame, row,
              {.text = model_.local().whole(left),
               .weight = Weight::medium,
               .color = Color::success_text,
               .align = HorizontalAlign::end});
    } else if (model_.parts().empty()) {
        label(frame, stack.next(fact_height),
              {.text = "Nothing of it is on an invoice.", .color = Color::muted});
    }
}

void PaymentScreen::ask_to_void() {
    dialog_.open(model_.void_question(), model_.local().today, model_.local(),
                 [this](const ReasonDialog::Answer& answer) -> base::Result<void> {
                     TRY(desk_.app.execute(app::VoidPayment{
                         .payment = model_.id(), .date = answer.date, .reason = answer.reason}));
                     desk_.notices.say("Payment voided", Icon::ban);
                     return {};
                 });
}

} // namespace ui
