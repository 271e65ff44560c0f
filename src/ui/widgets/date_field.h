// A date: typed in the practice's way, or picked from a calendar.
//
// The words belong to the caller, who reads them by app/formats ("4/12", "fri", "+14", "end of
// month") and gives back the date or an error. Picking gives a date; the caller writes its words.
#pragma once

#include "base/date.h"
#include "ui/widgets/field.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace ui {

// Names of the calendar in the person's language, from app/messages.
struct CalendarWords {
    std::array<std::string_view, 12> months;
    std::array<std::string_view, 7> weekdays; // Two letters, Monday first.
    std::string_view today;                   // "Today".
    std::string_view previous_month;
    std::string_view next_month;
    base::Weekday first_weekday = base::Weekday::monday;
};

[[nodiscard]] const CalendarWords& english_calendar();

struct DateField {
    std::string_view label;
    std::optional<base::Date> date; // What the words say; nothing if they say nothing.
    base::Date today;
    std::string_view aside = {};
    std::string_view help = {};
    std::string_view error = {};
    std::string_view key = {};
    FieldSize size = FieldSize::normal;
    bool is_label_hidden = false;
    bool has_terms = false; // +7, +14, +30 from `terms_from` below the month: due dates.
    base::Date terms_from = {};
};

struct DateResult {
    NodeId id = 0; // Of the field.
    float height = 0;
    bool changed = false;             // Words were typed.
    bool left = false;                // Focus went: read the words and set them in full.
    bool submitted = false;           // Enter.
    std::optional<base::Date> picked; // From the calendar, in this frame.
};

DateResult date_field(Frame& frame, const Rect& slot, std::string& words, const DateField& field,
                      const CalendarWords& names = english_calendar());

// The month itself, 312 x 330; answers the day that was pressed. `month` is any day of the month
// shown and moves when the person turns it.
struct Calendar {
    std::optional<base::Date> chosen;
    base::Date today;
    bool has_terms = false;
    base::Date terms_from = {};
};
std::optional<base::Date> calendar(Frame& frame, const Rect& rect, base::Date& month,
                                   const Calendar& spec, const CalendarWords& words);

} // namespace ui
