#include "ui/widgets/date_field.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/popover.h"

#include <algorithm>

namespace ui {

namespace {

constexpr float padding = 16;
constexpr float head_height = 32;
constexpr float weekday_height = 32;
constexpr float foot_height = 57;

float day_height(const Frame& frame) { return frame.theme().is_touch() ? 44 : 32; }

float calendar_height(const Frame& frame) {
    return padding + head_height + weekday_height + 6 * day_height(frame) + padding + foot_height;
}

base::Date first_of_month(base::Date date) {
    const base::CivilDate civil = date.civil();
    return base::Date::from_civil({civil.year, civil.month, 1}).value_or(date);
}

base::Date turned(base::Date month, int by) {
    const base::CivilDate civil = month.civil();
    const int index = civil.year * 12 + civil.month - 1 + by;
    return base::Date::from_civil({index / 12, index % 12 + 1, 1}).value_or(month);
}

std::string two_digits_or_one(int value) {
    char digits[3] = {};
    std::size_t count = 0;
    if (value >= 10) digits[count++] = static_cast<char>('0' + value / 10);
    digits[count++] = static_cast<char>('0' + value % 10);
    return {digits, count};
}

std::string year_text(int year) {
    std::string text;
    for (int divisor = 1000; divisor > 0; divisor /= 10)
        text += static_cast<char>('0' + year / divisor % 10);
    return text;
}

struct DayLook {
    bool is_chosen = false;
    bool is_today = false;
    bool is_other_month = false;
};

bool day_button(Frame& frame, const Rect& rect, base::Date day, const DayLook& look,
                const std::string& month_words) {
    const std::string number = two_digits_or_one(day.civil().day);
    Node node;
    node.id = frame.id("day") + static_cast<NodeId>(day.days_since_epoch());
    node.role = Role::grid_cell;
    node.name = number + " " + month_words;
    node.rect = rect;
    node.name_is_drawn = false;
    node.focus = look.is_chosen ? Focus::tab_stop : Focus::reachable;
    node.selected = look.is_chosen ? Choice::on : Choice::off;
    node.current = look.is_today;
    node.keys = {.up_down = true, .left_right = true, .home_end = true, .page = true};
    const Press press = frame.press(std::move(node));
    Painter& paint = frame.paint();
    if (look.is_chosen)
        paint.fill(rect, frame.color(Color::accent), radius::badge);
    else if (press.hovered || look.is_today)
        paint.fill(rect, frame.color(Color::hover), radius::badge);
    const Color color = look.is_chosen        ? Color::on_accent
                        : look.is_other_month ? Color::faint
                                              : Color::text;
    const bool strong = look.is_chosen || look.is_today;
    paint.text_in(rect, number,
                  {.font = font(Type::small, strong ? Weight::semibold : Weight::regular),
                   .color = frame.color(color),
                   .align = HorizontalAlign::middle});
    if (press.ring) focus_ring(frame, rect, radius::badge);
    return press.clicked;
}

void draw_head(Frame& frame, const Rect& rect, base::Date& month, const CalendarWords& words) {
    const base::CivilDate civil = month.civil();
    const std::string title = std::string(words.months[static_cast<std::size_t>(civil.month - 1)]) +
                              " " + year_text(civil.year);
    Rect line = rect;
    const float side = frame.theme().is_touch() ? 48 : 32;
    const Rect next = take_right(line, side);
    const Rect previous = take_right(line, side);
    label(frame, line,
          {.text = title,
           .type = Type::body,
           .weight = Weight::medium,
           .role = Role::heading,
           .level = 3});
    if (icon_button(
            frame, centered(previous, side, side),
            {.label = words.previous_month, .kind = ButtonKind::quiet, .icon = Icon::chevron_left}))
        month = turned(month, -1);
    if (icon_button(
            frame, centered(next, side, side),
            {.label = words.next_month, .kind = ButtonKind::quiet, .icon = Icon::chevron_right}))
        month = turned(month, 1);
}

} // namespace

const CalendarWords& english_calendar() {
    static constexpr CalendarWords words{
        .months = {"January", "February", "March", "April", "May", "June", "July", "August",
                   "September", "October", "November", "December"},
        .weekdays = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"},
        .today = "Today",
        .previous_month = "Previous month",
        .next_month = "Next month",
    };
    return words;
}

std::optional<base::Date> calendar(Frame& frame, const Rect& rect, base::Date& month,
                                   const Calendar& spec, const CalendarWords& words) {
    std::optional<base::Date> picked;
    Rect inside = rect.inset(padding, padding);
    draw_head(frame, take_top(inside, head_height), month, words);
    const Rect weekdays = take_top(inside, weekday_height);
    const float width = inside.width / 7;
    const int first = static_cast<int>(words.first_weekday) - 1;
    const Font face = font(Type::small);
    for (int column = 0; column < 7; ++column)
        frame.paint().text_in(
            {weekdays.x + width * static_cast<float>(column), weekdays.y, width, weekdays.height},
            words.weekdays[static_cast<std::size_t>((first + column) % 7)],
            {.font = face, .color = frame.color(Color::muted), .align = HorizontalAlign::middle});
    const base::Date start = first_of_month(month);
    const int lead = (static_cast<int>(start.weekday()) - 1 - first + 7) % 7;
    // A month that begins with the week still shows the end of the one before.
    const int before = lead == 0 ? 7 : lead;
    const float height = day_height(frame);
    {
        const Group grid(frame, {.id = frame.id("days"),
                                 .role = Role::grid,
                                 .name = "Days",
                                 .rect = {inside.x, inside.y, inside.width, 6 * height},
                                 .name_is_drawn = false});
        for (int row = 0; row < 6; ++row) {
            const Group week(frame, {.id = frame.id("week") + static_cast<NodeId>(row),
                                     .role = Role::row,
                                     .rect = {inside.x, inside.y + height * static_cast<float>(row),
                                              inside.width, height}});
            for (int column = 0; column < 7; ++column) {
                const auto day = start.plus_days(row * 7 + column - before);
                if (!day) continue; // Before year 1 or after year 9999.
                const base::CivilDate civil = day->civil();
                const Rect place{inside.x + width * static_cast<float>(column),
                                 inside.y + height * static_cast<float>(row), width, height};
                const std::string month_words =
                    std::string(words.months[static_cast<std::size_t>(civil.month - 1)]) + " " +
                    year_text(civil.year);
                if (day_button(frame, place, *day,
                               {.is_chosen = spec.chosen == *day,
                                .is_today = spec.today == *day,
                                .is_other_month = civil.month != start.civil().month},
                               month_words))
                    picked = *day;
            }
        }
    }
    take_top(inside, 6 * height + 8);
    divider(frame, inside.x, inside.right(), inside.y - 1);
    take_top(inside, 12);
    const Rect bar = take_top(inside, 32);
    if (!spec.has_terms) {
        if (button(frame, {bar.x, bar.y, bar.width, 32},
                   {.label = words.today, .size = ButtonSize::small}))
            picked = spec.today;
        return picked;
    }
    const std::vector<Rect> places = columns(bar, 8, {0, 0, 0, 0});
    if (button(frame, places[0], {.label = words.today, .size = ButtonSize::small}))
        picked = spec.today;
    constexpr std::array<int, 3> days{7, 14, 30};
    constexpr std::array<const char*, 3> labels{"+7", "+14", "+30"};
    for (std::size_t index = 0; index < days.size(); ++index)
        if (button(frame, places[index + 1], {.label = labels[index], .size = ButtonSize::small}))
            picked = spec.terms_from.plus_days(days[index]).value_or(spec.terms_from);
    return picked;
}

DateResult date_field(Frame& frame, const Rect& slot, std::string& words, const DateField& field,
                      const CalendarWords& names) {
    const Scope scope(frame, field.key.empty() ? field.label : field.key);
    const NodeId popup = frame.id("calendar");
    const bool is_open = frame.is_popup_open(popup);
    DateResult result;
    const FieldResult typed = text_field(frame, slot, words,
                                         {.label = field.label,
                                          .aside = field.aside,
                                          .help = field.help,
                                          .error = field.error,
                                          .key = "field",
                                          .size = field.size,
                                          .is_label_hidden = field.is_label_hidden,
                                          .icon_after = Icon::calendar});
    result.id = typed.id;
    result.height = typed.height;
    result.changed = typed.changed;
    result.left = typed.left;
    result.submitted = typed.submitted;
    // The icon is a button of its own, above the field's element.
    const Rect box = typed.box;
    const float side = frame.theme().is_touch() ? space::target_min : 40;
    const Rect opener{box.right() - side, box.y, side, box.height};
    const Raised raised(frame, frame.paint().layer(), opener, frame.id("opener"));
    Node node;
    node.id = frame.id("opener");
    node.role = Role::button;
    node.name = std::string(field.label) + ", calendar";
    node.rect = opener;
    node.name_is_drawn = false;
    node.focus = Focus::reachable;
    node.has_popup = Popup::dialog;
    node.expanded = is_open ? Choice::on : Choice::off;
    const Press press = frame.press(std::move(node));
    const bool by_key = typed.focused && frame.input().take(Key::down, {.alt = true}, typed.id);
    auto& months = frame.memory().choices;
    if (press.clicked || by_key) {
        if (is_open) {
            frame.close_popup(popup);
        } else {
            months[popup] = field.date.value_or(field.today).days_since_epoch();
            frame.open_popup(popup);
        }
    }
    if (!frame.is_popup_open(popup)) return result;
    Popover popover(
        frame, popup, box,
        {.width = frame.theme().is_touch() ? 340.0F : 312.0F, .height = calendar_height(frame)},
        Role::dialog, field.label);
    base::Date month = base::Date::from_days(months[popup]).value_or(field.today);
    result.picked = calendar(frame, popover.rect(), month,
                             {.chosen = field.date,
                              .today = field.today,
                              .has_terms = field.has_terms,
                              .terms_from = field.terms_from},
                             names);
    months[popup] = month.days_since_epoch();
    if (result.picked) popover.close();
    return result;
}

} // namespace ui
