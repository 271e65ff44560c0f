#include "ui/screens/period_choice.h"

#include "base/assert.h"
#include "ui/widgets/date_field.h"

namespace ui {

namespace {

base::Date day(int year, int month, int day_of_month) {
    const auto date = base::Date::from_civil({year, month, day_of_month});
    ASSERT(date.has_value());
    return *date;
}

app::Period months(int year, int first_month, int count) {
    const int last = first_month + count - 1;
    return {.first = day(year, first_month, 1), .last = day(year, last, 1).end_of_month()};
}

} // namespace

std::optional<app::Period> period_of(const PeriodChoice& choice, base::Date today) {
    const base::CivilDate now = today.civil();
    switch (choice.kind) {
    case PeriodKind::this_month: return months(now.year, now.month, 1);
    case PeriodKind::this_quarter: return months(now.year, (now.month - 1) / 3 * 3 + 1, 3);
    case PeriodKind::this_year: return months(now.year, 1, 12);
    case PeriodKind::last_year: return months(std::max(1, now.year - 1), 1, 12);
    case PeriodKind::all_time: return std::nullopt;
    case PeriodKind::between: return app::Period{.first = choice.first, .last = choice.last};
    }
    UNREACHABLE();
}

std::string_view period_kind_label(PeriodKind kind) {
    switch (kind) {
    case PeriodKind::this_month: return "This month";
    case PeriodKind::this_quarter: return "This quarter";
    case PeriodKind::this_year: return "This year";
    case PeriodKind::last_year: return "Last year";
    case PeriodKind::all_time: return "All time";
    case PeriodKind::between: return "Between two days";
    }
    UNREACHABLE();
}

std::string period_label(const PeriodChoice& choice, const Local& local) {
    if (choice.kind != PeriodKind::between) return std::string(period_kind_label(choice.kind));
    return app::date_range_text(choice.first, choice.last, local.today, *local.locale);
}

std::string period_words(const PeriodChoice& choice, const Local& local) {
    const base::CivilDate now = local.today.civil();
    switch (choice.kind) {
    case PeriodKind::this_month:
        return " in " +
               std::string(english_calendar().months[static_cast<std::size_t>(now.month - 1)]);
    case PeriodKind::this_quarter: return " this quarter";
    case PeriodKind::this_year: return " this year";
    case PeriodKind::last_year: return " last year";
    case PeriodKind::all_time: return {};
    case PeriodKind::between: return ", " + period_label(choice, local);
    }
    UNREACHABLE();
}

} // namespace ui
