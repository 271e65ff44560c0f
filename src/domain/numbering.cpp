#include "domain/numbering.h"

#include "base/assert.h"
#include "base/text.h"
#include "domain/limits.h"

#include <algorithm>

namespace domain {

namespace {

using base::Code;
using base::Result;

enum class MarkKind : std::uint8_t { text, series, year, short_year, month, counter };

struct Mark {
    MarkKind kind = MarkKind::text;
    std::string_view text;  // Of a text.
    std::size_t digits = 0; // Of a counter, at least.
};

// Takes the next mark off `rest`; bad_pattern for an unknown or unclosed one.
Result<Mark> take_mark(std::string_view& rest) {
    if (!rest.starts_with('{')) {
        const std::size_t end = std::min(rest.find_first_of("{}"), rest.size());
        if (end == 0) return base::fail(Code::bad_pattern, {}, "{ before each }");
        const Mark mark{.kind = MarkKind::text, .text = rest.substr(0, end)};
        rest.remove_prefix(end);
        return mark;
    }
    const std::size_t close = rest.find('}');
    if (close == std::string_view::npos) return base::fail(Code::bad_pattern, {}, "} after each {");
    const std::string_view name = rest.substr(1, close - 1);
    rest.remove_prefix(close + 1);
    if (name == "S") return Mark{.kind = MarkKind::series};
    if (name == "Y") return Mark{.kind = MarkKind::year};
    if (name == "y") return Mark{.kind = MarkKind::short_year};
    if (name == "M") return Mark{.kind = MarkKind::month};
    if (name.size() == 3 && name.starts_with("N:") && name[2] >= '1' &&
        name[2] <= '0' + counter_digits_max)
        return Mark{.kind = MarkKind::counter, .digits = static_cast<std::size_t>(name[2] - '0')};
    return base::fail(Code::bad_pattern, {}, "only the marks {N:4}, {S}, {Y}, {y} and {M}");
}

Result<std::vector<Mark>> marks_of(std::string_view pattern) {
    std::vector<Mark> marks;
    while (!pattern.empty())
        marks.push_back(TRY(take_mark(pattern)));
    return marks;
}

std::size_t count_of(const std::vector<Mark>& marks, MarkKind kind) {
    return static_cast<std::size_t>(std::ranges::count(marks, kind, &Mark::kind));
}

bool has_year(const std::vector<Mark>& marks) {
    return count_of(marks, MarkKind::year) + count_of(marks, MarkKind::short_year) > 0;
}

} // namespace

Result<NumberPattern> NumberPattern::parse(std::string_view text) {
    if (!base::is_utf8(text)) return base::fail(Code::not_utf8);
    const std::vector<Mark> marks = TRY(marks_of(text));
    if (count_of(marks, MarkKind::counter) != 1) return base::fail(Code::bad_pattern, {}, "{N:4}");
    if (count_of(marks, MarkKind::month) > 0 && !has_year(marks))
        return base::fail(Code::bad_pattern, {}, "{Y}");
    NumberPattern pattern{std::string(text)};
    const Result<base::Date> any_day = base::Date::from_civil({.year = 2000, .month = 1, .day = 1});
    ASSERT(any_day.has_value());
    const std::string longest = pattern.render("ZZ", counter_max, *any_day);
    if (base::length_in_code_points(longest) > number_length_max)
        return base::fail(Code::too_long, {}, std::to_string(number_length_max));
    return pattern;
}

bool NumberPattern::restarts_yearly() const {
    const Result<std::vector<Mark>> marks = marks_of(text_);
    ASSERT(marks.has_value());
    return has_year(*marks);
}

std::string NumberPattern::render(std::string_view series_letter, std::int64_t counter,
                                  base::Date issue_date) const {
    const base::CivilDate civil = issue_date.civil();
    const Result<std::vector<Mark>> marks = marks_of(text_);
    ASSERT(marks.has_value());
    std::string number;
    for (const Mark& mark : *marks) {
        switch (mark.kind) {
        case MarkKind::text: number += mark.text; break;
        case MarkKind::series: number += series_letter; break;
        case MarkKind::year: number += base::integer_text(civil.year, 4); break;
        case MarkKind::short_year: number += base::integer_text(civil.year % 100, 2); break;
        case MarkKind::month: number += base::integer_text(civil.month, 2); break;
        case MarkKind::counter: number += base::integer_text(counter, mark.digits); break;
        }
    }
    return number;
}

NumberPattern default_pattern(DocumentKind kind) {
    const auto known = [](std::string_view text) {
        const Result<NumberPattern> pattern = NumberPattern::parse(text);
        ASSERT(pattern.has_value());
        return *pattern;
    };
    switch (kind) {
    case DocumentKind::invoice: return known("INV-{S}{N:4}");
    case DocumentKind::credit_note: return known("CN-{S}{N:4}");
    case DocumentKind::receipt: return known("RCT-{S}{N:4}");
    case DocumentKind::statement: return known("ST-{S}{N:4}");
    case DocumentKind::quote: return known("QT-{S}{N:4}");
    }
    UNREACHABLE();
}

Result<NumberTaken> take_number(const Series& series, base::Date issue_date) {
    if (series.is_closed) return base::fail(Code::series_closed, {}, series.letter);
    NumberTaken taken{.number = {.series = series.id}, .after = series};
    Series& after = taken.after;
    if (series.pattern.restarts_yearly()) {
        const int year = issue_date.civil().year;
        if (year < series.year)
            return base::fail(Code::series_year_passed, "issue_date", std::to_string(series.year));
        if (year > series.year && series.year != 0) after.next_counter = 1;
        after.year = year;
    }
    if (after.next_counter > counter_max)
        return base::fail(Code::counter_exhausted, {}, std::to_string(counter_max));
    taken.number.year = after.year;
    taken.number.counter = after.next_counter;
    taken.number.text = series.pattern.render(series.letter, after.next_counter, issue_date);
    after.next_counter += 1;
    after.last_issue_date = std::max(issue_date, series.last_issue_date.value_or(issue_date));
    return taken;
}

Result<std::string> expected_number(const Series& series, base::Date issue_date) {
    return TRY(take_number(series, issue_date)).number.text;
}

Result<NumbersSkipped> decide_move_next_number(const Series& series, const MoveNextNumber& command,
                                               const Context& context) {
    std::vector<base::Error> errors;
    if (series.is_closed) errors.push_back({.code = Code::series_closed, .field = "series"});
    if (command.next_counter > counter_max)
        errors.push_back({.code = Code::out_of_range,
                          .field = "next_counter",
                          .detail = std::to_string(counter_max)});
    else if (command.next_counter <= series.next_counter)
        errors.push_back({.code = Code::number_not_forward,
                          .field = "next_counter",
                          .detail = std::to_string(series.next_counter)});
    if (base::trimmed(command.reason).empty())
        errors.push_back({.code = Code::missing, .field = "reason"});
    if (!errors.empty()) return base::fail_all(std::move(errors));
    return NumbersSkipped{.series = series.id,
                          .year = series.year,
                          .from = series.next_counter,
                          .to = command.next_counter - 1,
                          .reason = command.reason,
                          .dated = {.effective = context.today, .recorded = context.now}};
}

Result<NumbersSkipped> decide_note_given_numbers(const Series& series,
                                                 const MoveNextNumber& command,
                                                 const Context& context) {
    if (!series.is_closed) return base::fail(Code::not_found, "series");
    Series reopened = series;
    reopened.is_closed = false;
    return decide_move_next_number(reopened, command, context);
}

std::string next_series_letter(const std::vector<std::string>& used) {
    const auto is_free = [&](const std::string& letter) {
        return !std::ranges::contains(used, letter);
    };
    if (is_free("")) return "";
    for (char c = 'A'; c <= 'Z'; ++c)
        if (is_free(std::string(1, c))) return std::string(1, c);
    for (char first = 'A'; first <= 'Z'; ++first)
        for (char second = 'A'; second <= 'Z'; ++second)
            if (is_free({first, second})) return {first, second};
    // 703 series in one practice; devices_max keeps far below.
    UNREACHABLE();
}

} // namespace domain
