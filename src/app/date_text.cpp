// Printing and reading dates (formats.h).
#include "app/formats.h"

#include "base/assert.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

namespace app {

namespace {

using base::CivilDate;
using base::Code;
using base::Date;
using base::Result;

constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};

constexpr std::size_t abbreviation_length = 3;
constexpr std::size_t typed_length_max = 40;
constexpr int years_ahead_max = 20; // "45" typed in 2026 is 2045, "47" is 1947.

std::string numeric_text(CivilDate civil, const Locale& locale) {
    const std::string day = base::integer_text(civil.day, 2);
    const std::string month = base::integer_text(civil.month, 2);
    const std::string year = base::integer_text(civil.year, 4);
    const std::string mark(1, locale.date_separator);
    switch (locale.date_order) {
    case DateOrder::day_month_year: return day + mark + month + mark + year;
    case DateOrder::month_day_year: return month + mark + day + mark + year;
    case DateOrder::year_month_day: return year + mark + month + mark + day;
    }
    UNREACHABLE();
}

enum class WithYear : std::uint8_t { no, yes };

std::string named_text(CivilDate civil, std::size_t letters_max, WithYear with_year,
                       const Locale& locale) {
    const std::string month(
        months[static_cast<std::size_t>(civil.month - 1)].substr(0, letters_max));
    const std::string day = std::to_string(civil.day);
    const bool is_american = locale.date_order == DateOrder::month_day_year;
    std::string text = is_american ? month + " " + day : day + " " + month;
    if (with_year == WithYear::yes) text += (is_american ? ", " : " ") + std::to_string(civil.year);
    return text;
}

// A run of digits or of letters, in lower case; everything between is a separator.
struct Token {
    std::string text;
    bool is_number = false;
};

std::vector<Token> tokens_of(std::string_view folded) {
    std::vector<Token> tokens;
    bool is_inside = false;
    for (const char c : folded) {
        const bool is_digit = c >= '0' && c <= '9';
        const bool is_letter = c >= 'a' && c <= 'z';
        if (is_digit || is_letter) {
            if (!is_inside || tokens.back().is_number != is_digit)
                tokens.push_back({.text = {}, .is_number = is_digit});
            tokens.back().text.push_back(c);
        }
        is_inside = is_digit || is_letter;
    }
    return tokens;
}

std::optional<int> number_of(const Token& token) {
    int value = 0;
    const char* const end = token.text.data() + token.text.size();
    const auto [stopped, error] = std::from_chars(token.text.data(), end, value);
    return token.is_number && error == std::errc{} && stopped == end ? std::optional(value)
                                                                     : std::nullopt;
}

// The position of the name that `text` abbreviates with at least three letters, from 1.
template <std::size_t size>
std::optional<int> named(const std::array<std::string_view, size>& names, std::string_view text) {
    if (text.size() < abbreviation_length) return std::nullopt;
    for (std::size_t i = 0; i < size; ++i)
        if (base::fold_for_search(names[i]).starts_with(text)) return static_cast<int>(i) + 1;
    return std::nullopt;
}

struct TypedDate {
    int day = 0;
    int month = 0;
    std::optional<int> year;
    std::size_t year_digits = 0;
};

int full_year(const TypedDate& typed, Date today) {
    const int year = *typed.year;
    if (typed.year_digits > 2) return year;
    const int limit = today.civil().year + years_ahead_max;
    const int in_this_century = limit / 100 * 100 + year;
    return in_this_century <= limit ? in_this_century : in_this_century - 100;
}

// Without a year: the nearest such day, the later of two equally near.
Result<Date> resolve(const TypedDate& typed, Date today) {
    if (typed.year.has_value())
        return Date::from_civil(
            {.year = full_year(typed, today), .month = typed.month, .day = typed.day});
    std::optional<Date> nearest;
    const auto distance = [&](Date date) { return std::abs(base::days_between(today, date)); };
    for (int offset = -1; offset <= 1; ++offset) {
        const Result<Date> date = Date::from_civil(
            {.year = today.civil().year + offset, .month = typed.month, .day = typed.day});
        if (date.has_value() && (!nearest || distance(*date) <= distance(*nearest)))
            nearest = *date;
    }
    if (!nearest.has_value()) return base::fail(Code::not_a_date);
    return *nearest;
}

// Day and month in the locale's order. A date that only exists the other way round is refused with
// the way to write it, never turned around silently.
Result<Date> read_numbers(const std::vector<int>& numbers, const std::vector<Token>& tokens,
                          Date today, const Locale& locale) {
    const bool year_first = numbers.size() == 3 && tokens[0].text.size() == 4;
    const bool month_first = locale.date_order == DateOrder::month_day_year || year_first ||
                             locale.date_order == DateOrder::year_month_day;
    const std::size_t first =
        year_first || (numbers.size() == 3 && locale.date_order == DateOrder::year_month_day) ? 1
                                                                                              : 0;
    TypedDate typed{.day = numbers[first + (month_first ? 1 : 0)],
                    .month = numbers[first + (month_first ? 0 : 1)]};
    if (numbers.size() == 3) {
        const std::size_t year_at = first == 1 ? 0 : 2;
        typed.year = numbers[year_at];
        typed.year_digits = tokens[year_at].text.size();
    }
    Result<Date> date = resolve(typed, today);
    if (date.has_value() || year_first) return date;
    std::swap(typed.day, typed.month);
    const Result<Date> turned = resolve(typed, today);
    if (turned.has_value())
        return base::fail(Code::ambiguous_date, {}, numeric_text(turned->civil(), locale));
    return date;
}

Result<Date> read_with_month_name(const std::vector<Token>& tokens, Date today) {
    TypedDate typed;
    for (const Token& token : tokens) {
        if (!token.is_number && typed.month == 0) {
            typed.month = named(months, token.text).value_or(0);
            if (typed.month == 0) return base::fail(Code::not_a_date);
            continue;
        }
        const std::optional<int> number = number_of(token);
        if (!number.has_value()) return base::fail(Code::not_a_date);
        if (typed.day == 0 && token.text.size() <= 2) {
            typed.day = *number;
        } else if (!typed.year.has_value()) {
            typed.year = number;
            typed.year_digits = token.text.size();
        } else {
            return base::fail(Code::not_a_date);
        }
    }
    if (typed.day == 0 || typed.month == 0) return base::fail(Code::not_a_date);
    return resolve(typed, today);
}

std::optional<Date> read_word(std::string_view folded, Date today) {
    const auto moved = [&](std::int64_t days) -> std::optional<Date> {
        const Result<Date> date = today.plus_days(days);
        return date.has_value() ? std::optional(*date) : std::nullopt;
    };
    if (folded == "today") return today;
    if (folded == "tomorrow") return moved(1);
    if (folded == "yesterday") return moved(-1);
    if (folded == "end of month" || folded == "eom") return today.end_of_month();
    if (const std::optional<int> weekday = named(weekdays, folded))
        return moved((*weekday - static_cast<int>(today.weekday()) + 7) % 7);
    return std::nullopt;
}

// "+14", "-3"; nullopt when the text is no such offset.
std::optional<std::int64_t> read_offset(std::string_view text) {
    if (!text.starts_with('+') && !text.starts_with('-')) return std::nullopt;
    std::int64_t days = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data() + 1, end, days);
    if (error != std::errc{} || stopped != end || days < 0) return std::nullopt;
    return text.starts_with('-') ? -days : days;
}

} // namespace

std::string date_text(Date date, DateStyle style, Date today, const Locale& locale) {
    const CivilDate civil = date.civil();
    switch (style) {
    case DateStyle::numeric: return numeric_text(civil, locale);
    case DateStyle::brief:
        return named_text(civil, abbreviation_length,
                          civil.year == today.civil().year ? WithYear::no : WithYear::yes, locale);
    case DateStyle::sentence:
        return named_text(civil, std::string_view::npos, WithYear::yes, locale);
    }
    UNREACHABLE();
}

std::string date_range_text(Date from, Date to, Date today, const Locale& locale) {
    const CivilDate first = from.civil();
    const CivilDate last = to.civil();
    if (from == to) return date_text(from, DateStyle::brief, today, locale);
    const bool is_one_year = first.year == last.year;
    const WithYear with_year =
        is_one_year && last.year == today.civil().year ? WithYear::no : WithYear::yes;
    const std::string dash = " \u2013 ";
    if (!is_one_year || first.month != last.month) {
        return named_text(first, abbreviation_length, is_one_year ? WithYear::no : WithYear::yes,
                          locale) +
               dash + named_text(last, abbreviation_length, with_year, locale);
    }
    if (locale.date_order != DateOrder::month_day_year)
        return std::to_string(first.day) + dash +
               named_text(last, abbreviation_length, with_year, locale);
    std::string text = named_text(first, abbreviation_length, WithYear::no, locale) + dash +
                       std::to_string(last.day);
    if (with_year == WithYear::yes) text += ", " + std::to_string(last.year);
    return text;
}

Result<Date> read_date(std::string_view text, Date today, const Locale& locale) {
    if (!base::is_utf8(text) || text.size() > typed_length_max) return base::fail(Code::not_a_date);
    const std::string folded = base::fold_for_search(text);
    if (folded.empty()) return base::fail(Code::missing);
    if (const std::optional<Date> date = read_word(folded, today)) return *date;
    if (const std::optional<std::int64_t> days = read_offset(folded)) return today.plus_days(*days);

    const std::vector<Token> tokens = tokens_of(folded);
    std::vector<int> numbers;
    for (const Token& token : tokens)
        if (const std::optional<int> number = number_of(token)) numbers.push_back(*number);
    if (tokens.size() < 2 || tokens.size() > 3) return base::fail(Code::not_a_date);
    if (numbers.size() == tokens.size()) return read_numbers(numbers, tokens, today, locale);
    return read_with_month_name(tokens, today);
}

} // namespace app
