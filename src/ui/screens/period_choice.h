// The period a list shows: one that moves with the calendar, or two days.
//
// Knows the words for it in buttons ("This year") and in sentences ("in November", "this year").
#pragma once

#include "app/queries/invoices.h"
#include "ui/screens/local.h"

#include <optional>
#include <string>

namespace ui {

enum class PeriodKind : std::uint8_t {
    this_month,
    this_quarter,
    this_year,
    last_year,
    all_time,
    between, // `first` to `last`, both included.
};
inline constexpr int period_kind_count = 6;

struct PeriodChoice {
    PeriodKind kind = PeriodKind::this_year;
    base::Date first = {};
    base::Date last = {};

    friend bool operator==(const PeriodChoice&, const PeriodChoice&) = default;
};

// None for all time.
[[nodiscard]] std::optional<app::Period> period_of(const PeriodChoice& choice, base::Date today);

// "This month", "1 Jan \u2013 3 Mar".
[[nodiscard]] std::string period_label(const PeriodChoice& choice, const Local& local);
// Of a kind in a menu; "Between two days" for the last.
[[nodiscard]] std::string_view period_kind_label(PeriodKind kind);
// As a sentence ends with it, a space before: " in November", " this quarter", " in 2025", "".
[[nodiscard]] std::string period_words(const PeriodChoice& choice, const Local& local);

} // namespace ui
