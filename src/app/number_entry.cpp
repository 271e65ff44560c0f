// Reading numbers and money as typed (formats.h).
//
// The reader splits the text into runs of digits and the marks between them, decides which mark is
// the decimal one by the locale alone, and checks that the others stand where groups end.
#include "app/formats.h"

#include "base/text.h"
#include "domain/currency.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace app {

namespace {

using base::Code;
using base::Result;

// Longer inputs are no numbers; keeps every later step small.
constexpr std::size_t typed_length_max = 60;

enum class Mark : std::uint8_t { point, comma, space, apostrophe };

// Digits d0 m0 d1 m1 ... dn: each mark stands between two runs, either of which may be empty.
struct Typed {
    bool is_negative = false;
    std::vector<std::string> runs;
    std::vector<Mark> marks;
};

std::optional<Mark> mark_of(char32_t code_point) {
    switch (code_point) {
    case U'.': return Mark::point;
    case U',': return Mark::comma;
    case U' ':
    case 0x00A0: // No-break space.
    case 0x2009: // Thin space.
    case 0x202F: // Narrow no-break space.
        return Mark::space;
    case U'\'':
    case 0x2019: // Right single quotation mark.
        return Mark::apostrophe;
    default: return std::nullopt;
    }
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    text = base::trimmed(text);
    return true;
}

bool take_suffix(std::string_view& text, std::string_view suffix) {
    if (!text.ends_with(suffix)) return false;
    text.remove_suffix(suffix.size());
    text = base::trimmed(text);
    return true;
}

bool take_minus(std::string_view& text) {
    return take_prefix(text, "-") || take_prefix(text, "\u2212");
}

bool is_number_character(char32_t code_point) {
    return (code_point >= U'0' && code_point <= U'9') || mark_of(code_point).has_value();
}

// The words around the number, before and after; "kr." keeps its point, because a mark behind a
// letter belongs to the word.
std::string_view leading_word(std::string_view text) {
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code_point = base::next_code_point(text, at);
        if (code_point >= U'0' && code_point <= U'9') break;
        end = at;
    }
    return text.substr(0, end);
}

std::string_view trailing_word(std::string_view text) {
    const std::size_t last = text.find_last_of("0123456789");
    if (last == std::string_view::npos) return {};
    std::size_t begin = last + 1;
    // "22.000," ends in a decimal mark, which is part of the number.
    while (begin < text.size() && (text[begin] == '.' || text[begin] == ','))
        ++begin;
    return text.substr(begin);
}

bool names_currency(std::string_view word, domain::Currency currency) {
    const domain::CurrencyRecord* const record = domain::find_currency(currency.code());
    const std::string folded = base::fold_for_search(word);
    return word == record->symbol || folded == base::fold_for_search(record->code) ||
           folded == base::fold_for_search(record->name);
}

// Removes the field's own currency on one side of the number.
Result<void> take_currency(std::string_view& text, domain::Currency currency) {
    const Code wrong = Code::wrong_currency_sign;
    const std::string detail(currency.code());
    for (const bool is_leading : {true, false}) {
        const std::string_view side = is_leading ? leading_word(text) : trailing_word(text);
        std::string_view word = base::trimmed(side);
        while (take_suffix(word, "-") || take_suffix(word, "\u2212")) {
        }
        const bool is_word = std::ranges::any_of(
            word, [](char c) { return c != '.' && c != ',' && c != '\'' && c != '-'; });
        if (word.empty() || !is_word) continue;
        if (!names_currency(word, currency)) return base::fail(wrong, {}, detail);
        if (is_leading)
            take_prefix(text, word);
        else
            take_suffix(text, word);
        return {};
    }
    return {};
}

Result<Typed> split(std::string_view text, bool is_negative) {
    Typed typed{.is_negative = is_negative, .runs = {""}, .marks = {}};
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code_point = base::next_code_point(text, at);
        if (!is_number_character(code_point)) return base::fail(Code::not_a_number);
        if (const std::optional<Mark> mark = mark_of(code_point)) {
            typed.marks.push_back(*mark);
            typed.runs.emplace_back();
        } else {
            typed.runs.back().push_back(static_cast<char>(code_point));
        }
    }
    const auto is_empty = [](const std::string& run) { return run.empty(); };
    if (std::ranges::all_of(typed.runs, is_empty)) return base::fail(Code::not_a_number);
    return typed;
}

Mark decimal_mark(const Locale& locale) {
    return locale.decimal_mark == '.' ? Mark::point : Mark::comma;
}

// Whether the point or comma that is not the locale's decimal mark groups digits there.
bool groups_by_other_mark(const Locale& locale) {
    return locale.group_mark == "." || locale.group_mark == ",";
}

// What to write instead: the last mark read as the decimal one, in the locale's marks.
std::string remedy(const Typed& typed, const Locale& locale) {
    std::string text = typed.is_negative ? "-" : "";
    for (std::size_t i = 0; i < typed.runs.size(); ++i) {
        if (i > 0 && i + 1 == typed.runs.size()) text.push_back(locale.decimal_mark);
        text += typed.runs[i];
    }
    return text;
}

// Whole digits before the decimal mark: one kind of mark, each group full.
bool are_groups(const std::vector<std::string>& runs, Grouping grouping) {
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const bool is_first = i == 0;
        const bool is_last = i + 1 == runs.size();
        const std::size_t full = is_last || grouping == Grouping::thousands ? 3 : 2;
        if (is_first ? runs[i].empty() || runs[i].size() > full : runs[i].size() != full)
            return false;
    }
    return true;
}

struct Parts {
    std::vector<std::string> whole; // Groups, or one run.
    std::optional<std::string> fraction;
    std::vector<Mark> group_marks;
};

Result<Parts> decide_marks(const Typed& typed, const Locale& locale) {
    const Mark decimal = decimal_mark(locale);
    const Mark other = decimal == Mark::point ? Mark::comma : Mark::point;
    Parts parts{.whole = typed.runs, .fraction = {}, .group_marks = typed.marks};
    const auto refuse = [&] {
        return base::fail(Code::ambiguous_number, {}, remedy(typed, locale));
    };
    if (typed.marks.empty()) return parts;

    const Mark last = typed.marks.back();
    const bool is_lone_other = last == other && !groups_by_other_mark(locale) &&
                               std::ranges::count(typed.marks, other) == 1;
    // A mark without a meaning here can only be a decimal one, unless three digits follow it.
    if (is_lone_other && typed.runs.back().size() == 3) return refuse();
    if (last == decimal || is_lone_other) {
        parts.fraction = typed.runs.back();
        parts.whole.pop_back();
        parts.group_marks.pop_back();
    }
    const bool one_kind = std::ranges::adjacent_find(parts.group_marks, std::not_equal_to{}) ==
                          parts.group_marks.end();
    const bool groups_well =
        parts.group_marks.empty() ||
        (one_kind && parts.group_marks.front() != decimal &&
         (parts.group_marks.front() != other || groups_by_other_mark(locale)) &&
         (are_groups(parts.whole, locale.grouping) ||
          are_groups(parts.whole, Grouping::thousands)));
    if (!groups_well) return refuse();
    return parts;
}

// Reads the number alone, into an integer of `fraction_digits` decimals.
Result<std::int64_t> read_scaled(std::string_view text, bool is_negative, int fraction_digits,
                                 const Locale& locale) {
    const Typed typed = TRY(split(text, is_negative));
    const Parts parts = TRY(decide_marks(typed, locale));
    std::string plain = is_negative ? "-" : "";
    for (const std::string& run : parts.whole)
        plain += run;
    if (plain.empty() || plain == "-") plain += "0"; // ".5"
    if (parts.fraction.has_value() && !parts.fraction->empty()) {
        if (parts.fraction->size() > static_cast<std::size_t>(fraction_digits))
            return base::fail(Code::too_precise, {}, std::to_string(fraction_digits));
        plain += "." + *parts.fraction;
    }
    return base::parse_scaled(plain, fraction_digits);
}

// What every reader begins with.
Result<std::string_view> prepared(std::string_view text) {
    if (!base::is_utf8(text) || text.size() > typed_length_max)
        return base::fail(Code::not_a_number);
    text = base::trimmed(text);
    if (text.empty()) return base::fail(Code::missing);
    return text;
}

Result<std::int64_t> read_with_currency(std::string_view typed, domain::Currency currency,
                                        int fraction_digits, const Locale& locale) {
    std::string_view text = TRY(prepared(typed));
    // The minus may stand before the symbol or between symbol and number.
    bool is_negative = take_minus(text);
    TRY_VOID(take_currency(text, currency));
    if (!is_negative) is_negative = take_minus(text);
    return read_scaled(text, is_negative, fraction_digits, locale);
}

} // namespace

Result<domain::Money> read_money(std::string_view text, domain::Currency currency,
                                 const Locale& locale) {
    const std::int64_t minor = TRY(read_with_currency(text, currency, currency.exponent(), locale));
    return domain::Money{minor, currency};
}

Result<base::Decimal> read_unit_price(std::string_view text, domain::Currency currency,
                                      const Locale& locale) {
    return base::Decimal{
        TRY(read_with_currency(text, currency, base::Decimal::fraction_digits, locale))};
}

Result<base::Decimal> read_quantity(std::string_view typed, const Locale& locale) {
    std::string_view text = TRY(prepared(typed));
    const bool is_negative = take_minus(text);
    return base::Decimal{
        TRY(read_scaled(text, is_negative, base::Decimal::fraction_digits, locale))};
}

Result<domain::Percent> read_percent(std::string_view typed, const Locale& locale) {
    std::string_view text = TRY(prepared(typed));
    take_suffix(text, "%");
    return domain::Percent{TRY(read_quantity(text, locale))};
}

} // namespace app
