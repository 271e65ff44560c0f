#include "ui/screens/today_screen.h"

#include "app/app.h"
#include "app/messages.h"
#include "platform/ports/site.h"
#include "ui/screens/your_data.h"
#include "ui/shell_frame.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr std::string_view new_invoice = "#/invoices/new";
constexpr std::string_view data_settings = "#/settings/data";
constexpr float padding = space::card_padding;
constexpr float card_head = 57; // With the hairline below it.
constexpr std::array<Color, 5> age_colors{Color::age_0, Color::age_1, Color::age_2, Color::age_3,
                                          Color::age_4};
// Of methods, which mean nothing: no red among them.
constexpr std::array<Color, 6> method_colors{Color::age_1,       Color::age_0,
                                             Color::age_2,       Color::teal_text,
                                             Color::purple_text, Color::brown_text};

struct TaskLook {
    Icon icon;
    Color tint;
    Color color;
};

TaskLook look_of(TaskKind kind) {
    if (kind == TaskKind::overdue)
        return {Icon::clock_alert, Color::danger_tint, Color::danger_text};
    return {Icon::circle_dashed, Color::neutral_tint, Color::neutral_text};
}

float wrapped(Frame& frame, std::string_view words, float width) {
    return frame.paint().paragraph_height(words, font(Type::small), width);
}

} // namespace

void TodayScreen::draw(Frame& frame, const Rect& sheet) {
    model_.update();
    Rect rest = sheet;
    const bool is_empty = model_.is_fresh() && !model_.problem();
    Rect bar =
        sheet_header(
            frame, rest,
            {.title = model_.date(), .height = frame_size::header_today, .type = Type::display})
            .bar;
    if (!is_empty) {
        const bool is_narrow = frame.breadth() == Breadth::narrow;
        if (is_narrow) bar = take_top(rest, button_height(frame), 16).inset(frame.gutter(), 0);
        draw_actions(frame, bar);
    }
    if (is_empty)
        draw_empty(frame, rest);
    else if (const auto& problem = model_.problem())
        paragraph(frame, rest.inset(frame.gutter(), 0),
                  {.text = app::message(*problem), .type = Type::body, .role = Role::alert});
    else
        draw_cards(frame, rest);
    payment_.draw(frame);
}

void TodayScreen::draw_empty(Frame& frame, const Rect& place) {
    const std::string text =
        "Name a client, add a line, finalize. Your numbers start at " + model_.first_number() + ".";
    if (empty_state(frame, place,
                    {.title = "Write your first invoice", .text = text, .action = "New invoice"}) ==
        EmptyAnswer::action)
        desk_.routes.go(new_invoice);
}

void TodayScreen::draw_actions(Frame& frame, Rect bar) {
    const Button invoice{.label = "New invoice",
                         .icon = Icon::plus,
                         .shortcut = frame.theme().is_touch() ? "" : "N",
                         .hotkeys = "N"};
    const Button payment{.label = "Take payment",
                         .kind = ButtonKind::primary,
                         .icon = Icon::coins,
                         .shortcut = frame.theme().is_touch() ? "" : "P",
                         .hotkeys = "P",
                         .popup = Popup::dialog};
    bool begins_invoice = false;
    bool begins_payment = frame.overlay_count() == 0 && frame.input().take_shortcut('p', {});
    if (frame.breadth() == Breadth::narrow) {
        const auto halves = columns(bar, 12, {0, 0});
        begins_invoice = button(frame, halves[0], invoice);
        begins_payment |= button(frame, halves[1], payment);
    } else {
        begins_payment |= button_from_right(frame, bar, payment);
        begins_invoice = button_from_right(frame, bar, invoice);
    }
    if (begins_payment) payment_.open();
    if (begins_invoice) desk_.routes.go(new_invoice);
}

void TodayScreen::draw_cards(Frame& frame, const Rect& place) {
    ScrollArea area(frame, "cards", place, "Today");
    Rect content = area.content().inset(frame.gutter(), 0);
    const float top = content.y;
    constexpr float gap = space::card_gap;
    const Rect right = frame.breadth() == Breadth::wide
                           ? take_right(content, frame_size::side_panel, gap)
                           : Rect{};
    Stack left(content, gap);
    if (const float height = draw_tasks(frame, left.slot()); height > 0) left.advance(height);
    left.advance(draw_owed(frame, left.slot()));
    float bottom = left.y();
    if (frame.breadth() == Breadth::medium) {
        const auto halves = columns(left.slot(), gap, {0, 0});
        bottom += std::max(draw_taken(frame, halves[0]), draw_data(frame, halves[1])) + gap;
    } else {
        Stack side(right.width > 0 ? right : left.slot(), gap);
        side.advance(draw_taken(frame, side.slot()));
        side.advance(draw_data(frame, side.slot()));
        bottom = std::max(bottom, side.y());
    }
    area.set_content_height(bottom - gap - top + frame.gutter());
}

float TodayScreen::draw_tasks(Frame& frame, const Rect& slot) {
    if (model_.tasks().empty()) return 0;
    const Scope scope(frame, "tasks");
    heading(frame, {slot.x + padding, slot.y, slot.width, card_head - 1}, "Needs doing", 2);
    float y = slot.y + card_head;
    for (const Task& task : model_.tasks()) {
        divider(frame, slot.x, slot.right(), y - 1);
        y += draw_task(frame, {slot.x, y, slot.width, 0}, task) + 1;
    }
    const float height = y - 1 - slot.y;
    card_outline(frame, {slot.x, slot.y, slot.width, height});
    return height;
}

float TodayScreen::draw_task(Frame& frame, const Rect& slot, const Task& task) {
    const Scope scope(frame, task.title);
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    const float edge = is_narrow ? 16 : padding;
    constexpr float icon_column = 48;
    constexpr float action_column = 112;
    constexpr float amount_column = 112;
    const Button action{.label = task.action};
    const float button_high = button_height(frame);
    const float below = is_narrow ? button_high + 12 : 0; // Amount and action under the words.

    Rect words = slot.inset(edge, 0);
    take_left(words, icon_column);
    if (!is_narrow) take_right(words, action_column + amount_column + 16);
    const float detail = wrapped(frame, task.detail, words.width);
    const float amounts = 24 * static_cast<float>(task.amounts.size());
    const float row =
        std::max({72.0F, 14 + 24 + detail + 14 + below, is_narrow ? 0 : amounts + 28});

    const TaskLook look = look_of(task.kind);
    const float text_y = slot.y + (row - below - 24 - detail) / 2 - (is_narrow ? 2.0F : 0.0F);
    round_icon(frame, {slot.x + edge + 16, slot.y + (row - below) / 2}, look.icon, look.tint,
               look.color);
    label(frame, {words.x, text_y, words.width, 24},
          {.text = task.title, .type = Type::body, .weight = Weight::medium});
    paragraph(frame, {words.x, text_y + 24, words.width, detail},
              {.text = task.detail, .color = Color::muted});

    const Rect foot = is_narrow
                          ? Rect{words.x, slot.y + row - button_high - 12, words.width, button_high}
                          : Rect{slot.x + edge, slot.y, slot.width - 2 * edge, row};
    Rect line = foot;
    const Rect place =
        take_right(line, is_narrow ? button_width(frame, action) : action_column, 16);
    Rect press = place;
    if (button_from_right(frame, press, action)) desk_.routes.go(task.address);
    float y = line.center_y() - amounts / 2;
    for (const std::string& amount : task.amounts) {
        label(frame, {line.x, y, line.width, 24},
              {.text = amount,
               .type = Type::body,
               .weight = Weight::medium,
               .align = is_narrow ? HorizontalAlign::start : HorizontalAlign::end});
        y += 24;
    }
    return row;
}

float TodayScreen::draw_owed(Frame& frame, const Rect& slot) {
    const Scope scope(frame, "owed");
    heading(frame, {slot.x + padding, slot.y + 21, slot.width, 24}, "Owed to you", 2);
    float y = slot.y + 61;
    for (const OwedBlock& block : model_.owed()) {
        y += draw_owed_block(frame, {slot.x + padding, y, slot.width - 2 * padding, 0}, block);
        y += padding;
    }
    const float height = y - slot.y;
    card_outline(frame, {slot.x, slot.y, slot.width, height});
    return height;
}

float TodayScreen::draw_owed_block(Frame& frame, const Rect& slot, const OwedBlock& block) {
    const Scope scope(frame, block.sum.amount);
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    constexpr float sum_column = 142;
    float y = slot.y;
    const float wide = hero_amount(
        frame, {slot.x, y, slot.width, 32},
        {.amount = block.sum.amount, .cents_bytes = block.sum.cents_bytes, .type = Type::title});
    label(frame, {slot.x, y + 33, slot.width, 20}, {.text = block.count, .color = Color::muted});
    if (!block.credit.empty())
        label(frame, {slot.x, y + 55, slot.width, 20},
              {.text = block.credit, .color = Color::success_text});
    const float words = block.credit.empty() ? 53 : 75;
    const bool has_owed =
        std::ranges::any_of(block.buckets, [](const Share& share) { return share.minor > 0; });
    if (!has_owed) return words;
    Rect bar{slot.x, y, slot.width, 24};
    if (is_narrow)
        bar.y += words + 12;
    else
        take_left(bar, std::max(sum_column, wide + padding));
    share_bar(frame, bar, block.buckets, age_colors, "Owed by age");

    const int across = columns_fitting(bar.width, 104, 0);
    const float column = bar.width / static_cast<float>(std::min(across, 5));
    for (std::size_t at = 0; at < block.buckets.size(); ++at) {
        const auto place = static_cast<int>(at);
        const float x = bar.x + column * static_cast<float>(place % across);
        const int line = place / across;
        y = bar.bottom() + 16 + 52 * static_cast<float>(line);
        share_dot(frame, {x + 4, y + 10}, age_colors[at]);
        label(frame, {x + 14, y, column - 14, 20},
              {.text = block.buckets[at].label, .color = Color::muted});
        label(frame, {x, y + 20, column, 20},
              {.text = block.buckets[at].amount, .weight = Weight::medium});
    }
    return std::max(words, y + 40 - slot.y);
}

float TodayScreen::draw_taken(Frame& frame, const Rect& slot) {
    const Scope scope(frame, "taken");
    const Rect inside{slot.x + padding, slot.y + 25, slot.width - 2 * padding, 0};
    heading(frame, {inside.x, inside.y, inside.width, 20}, "Taken today", 3);
    float y = inside.y + 23;
    for (const TakenBlock& block : model_.taken())
        y += draw_taken_block(frame, {inside.x, y, inside.width, 0}, block);
    if (!model_.payments().empty()) {
        divider(frame, inside.x, inside.right(), y + 12);
        y += draw_payments(frame, {inside.x, y + 25, inside.width, 0}) + 25;
    }
    const float height = y + padding - 4 - slot.y;
    card_outline(frame, {slot.x, slot.y, slot.width, height});
    return height;
}

float TodayScreen::draw_taken_block(Frame& frame, const Rect& slot, const TakenBlock& block) {
    const Scope scope(frame, block.sum.amount);
    hero_amount(frame, {slot.x, slot.y, slot.width, 32},
                {.amount = block.sum.amount, .cents_bytes = block.sum.cents_bytes});
    float y = slot.y + 32;
    if (block.methods.empty()) {
        label(frame, {slot.x, y + 4, slot.width, 20},
              {.text = "No payments yet", .color = Color::muted});
        return 32 + 28;
    }
    std::vector<Color> colors;
    colors.reserve(block.methods.size());
    for (std::size_t at = 0; at < block.methods.size(); ++at)
        colors.push_back(method_colors[at % method_colors.size()]);
    share_bar(frame, {slot.x, y + 16, slot.width, 8}, block.methods, colors, "Taken by method");
    y += 40;
    for (std::size_t at = 0; at < block.methods.size(); ++at) {
        const Rect line{slot.x, y, slot.width, 24};
        share_dot(frame, {line.x + 4, line.center_y()}, colors[at]);
        label(frame, {line.x + 16, line.y, line.width - 116, 24},
              {.text = block.methods[at].label, .overflow = Overflow::ellipsis});
        label(frame, line, {.text = block.methods[at].amount, .align = HorizontalAlign::end});
        y += 32;
    }
    return y - slot.y;
}

float TodayScreen::draw_payments(Frame& frame, const Rect& slot) {
    const float row = frame.theme().is_touch() ? space::target_min : 36;
    const Group list(frame, {.id = frame.id("payments"),
                             .role = Role::list,
                             .name = "Payments of today",
                             .rect = {slot.x, slot.y, slot.width, 0},
                             .name_is_drawn = false});
    float y = slot.y;
    for (const TakenRow& payment : model_.payments()) {
        const Rect line{slot.x, y, slot.width, row};
        const std::string name = payment.payer + ", " + payment.number +
                                 (payment.number.empty() ? "" : ", ") + payment.amount;
        const Press press = frame.press({.id = frame.id(payment.address),
                                         .role = Role::link,
                                         .name = name,
                                         .rect = line.inset(-12, 0),
                                         .name_is_drawn = false,
                                         .focus = Focus::tab_stop,
                                         .href = payment.address});
        if (press.hovered)
            frame.paint().fill(line.inset(-12, 0), frame.color(Color::hover), radius::control);
        if (press.ring) focus_ring(frame, line.inset(-12, 0), radius::control);
        if (press.clicked) desk_.routes.go(payment.address);
        Rect rest = line;
        const Scope scope(frame, press.id);
        const float amount =
            label(frame, line, {.text = payment.amount, .align = HorizontalAlign::end});
        take_right(rest, std::max(72.0F, amount + 12));
        if (!payment.number.empty())
            label(frame, take_right(rest, 84, 8), {.text = payment.number, .color = Color::muted});
        label(frame, rest, {.text = payment.payer, .overflow = Overflow::ellipsis});
        y += row;
    }
    if (model_.more_payments() > 0) {
        if (link(frame, {slot.x, y + 4, slot.width, 20},
                 {.label = "All payments", .href = "#/payments"}))
            desk_.routes.go("#/payments");
        y += 28;
    }
    return y - slot.y;
}

float TodayScreen::draw_data(Frame& frame, const Rect& slot) {
    const Scope scope(frame, "data");
    const auto lines = your_data(desk_.app.book().save_state(),
                                 frame.environment().is_online ? Network::online : Network::offline,
                                 desk_.site, copy_age(desk_.app, desk_.site, model_.last_change()));
    heading(frame, {slot.x + padding, slot.y + 21, slot.width, 24}, "Your data", 2);
    float y = slot.y + 64;
    for (const DataLine& line : lines) {
        Rect words{slot.x + padding, y, slot.width - 2 * padding, 20};
        const Rect icon = take_left(words, 16, 12);
        if (line.action != DataAction::none) {
            const bool backs_up = line.action == DataAction::back_up;
            const Link action{.label = backs_up ? "Back up" : "Protect",
                              .href = backs_up ? data_settings : std::string_view()};
            const float width =
                frame.paint().width(action.label, font(Type::small, Weight::medium));
            if (link(frame, take_right(words, width, 12).moved(0, 10), action)) {
                if (backs_up)
                    desk_.routes.go(data_settings);
                else
                    desk_.site.request_persistence();
            }
        }
        const float detail = wrapped(frame, line.detail, words.width);
        frame.paint().icon(line.icon, {icon.center_x(), y + 10 + detail / 2}, 16,
                           frame.color(line.color));
        label(frame, words, {.text = line.title, .weight = Weight::medium});
        paragraph(frame, words.moved(0, 20), {.text = line.detail, .color = Color::muted});
        y += 20 + detail + 16;
    }
    const float height = y + 8 - slot.y;
    card_outline(frame, {slot.x, slot.y, slot.width, height});
    return height;
}

std::unique_ptr<Panel> make_today(Desk& desk, std::string_view) {
    return std::make_unique<TodayScreen>(desk);
}

} // namespace ui
