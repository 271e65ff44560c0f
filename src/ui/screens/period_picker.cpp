#include "ui/screens/period_picker.h"

#include "app/messages.h"
#include "ui/widgets/button.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/popover.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

Button opener(const std::string& label) {
    return {
        .label = label, .icon = Icon::calendar, .icon_after = Icon::chevron_down, .key = "period"};
}

} // namespace

float PeriodPicker::width(Frame& frame, const PeriodChoice& choice, const Local& local) {
    const std::string label = period_label(choice, local);
    return button_width(frame, opener(label));
}

bool PeriodPicker::draw(Frame& frame, const Rect& rect, PeriodChoice& choice, const Local& local) {
    std::array<MenuItem, period_kind_count> items;
    for (int kind = 0; kind < period_kind_count; ++kind)
        items[static_cast<std::size_t>(kind)] = {
            .label = period_kind_label(static_cast<PeriodKind>(kind)),
            .icon = static_cast<int>(choice.kind) == kind ? Icon::check : Icon::none};
    items.back().starts_group = true;
    const std::string label = period_label(choice, local);
    const int chosen =
        menu_button(frame, centered(rect, rect.width, button_height(frame)), opener(label), items);
    if (chosen == static_cast<int>(PeriodKind::between)) open(choice, local);
    if (chosen < 0 || is_open_) return draw_dialog(frame, choice, local);
    choice = {.kind = static_cast<PeriodKind>(chosen)};
    return true;
}

void PeriodPicker::open(const PeriodChoice& choice, const Local& local) {
    const auto period = period_of(choice, local.today);
    const auto day = [&local](base::Date date) {
        return Day{.words = local.numeric(date), .date = date, .error = {}};
    };
    first_ = day(period ? period->first : local.today);
    last_ = day(period ? std::min(period->last, local.today) : local.today);
    is_open_ = true;
}

float PeriodPicker::draw_day(Frame& frame, const Rect& slot, std::string_view label, Day& day,
                             const Local& local) {
    const DateResult field =
        date_field(frame, slot, day.words,
                   {.label = label, .date = day.date, .today = local.today, .error = day.error});
    if (field.picked) day.words = local.numeric(*field.picked);
    if (field.changed || field.picked) {
        const auto read = app::read_date(day.words, local.today, *local.locale);
        day.date = read ? std::optional(*read) : std::nullopt;
        day.error = read ? std::string() : app::message(read.error());
    }
    if (field.left && day.date) day.words = local.numeric(*day.date);
    return field.height;
}

bool PeriodPicker::draw_dialog(Frame& frame, PeriodChoice& choice, const Local& local) {
    if (!is_open_) return false;
    Dialog dialog(frame, {.title = "Between two days", .width = 440});
    const Rect body = dialog.body();
    std::vector<Rect> places = columns(body, space::field_gap, {0, 0});
    const float first = draw_day(frame, places[0], "First day", first_, local);
    const float last = draw_day(frame, places[1], "Last day", last_, local);
    dialog.set_body_height(std::max(first, last));
    Rect foot = dialog.foot();
    std::string_view reason;
    if (!first_.date || !last_.date)
        reason = "Write both days.";
    else if (*last_.date < *first_.date)
        reason = "The last day is before the first.";
    bool is_chosen = button_from_right(
        frame, foot, {.label = "Show", .kind = ButtonKind::primary, .disabled_because = reason});
    const bool is_elsewhere = frame.is_focused(frame.id("Cancel"));
    is_chosen |= reason.empty() && !is_elsewhere && frame.input().take(Key::enter);
    if (button_from_right(frame, foot, {.label = "Cancel"}) || dialog.is_dismissed())
        is_open_ = false;
    if (!is_chosen) return false;
    is_open_ = false;
    choice = {.kind = PeriodKind::between, .first = *first_.date, .last = *last_.date};
    return true;
}

} // namespace ui
