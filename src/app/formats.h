// Numbers, money and dates as people of a place write and read them.
//
// Printing and reading are exact inverses: what is printed here reads back to the same value (save
// a date in brief, which leaves this year out). Reading refuses what could mean two things instead
// of guessing, and says what to write. No floats, no host locale: the forms are data
// (assets/locales). Plain text for files is base/decimal and domain/money.
#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "base/result.h"
#include "domain/money.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace app {

enum class Grouping : std::uint8_t { thousands, indian }; // 1,234,567 or 12,34,567
enum class SymbolPlace : std::uint8_t { before, before_spaced, after };
enum class PercentPlace : std::uint8_t { attached, spaced };
enum class DateOrder : std::uint8_t { day_month_year, month_day_year, year_month_day };

struct Locale {
    std::string_view code; // "de-DE"
    char decimal_mark;     // '.' or ','
    std::string_view group_mark;
    Grouping grouping;
    std::size_t grouped_digits_min; // 5: 1234 but 12 345
    SymbolPlace symbol_place;
    PercentPlace percent_place;
    DateOrder date_order;
    char date_separator;
};

// All locales, by code.
[[nodiscard]] std::span<const Locale> locales();
// The locale of a code; not_found when we have none.
[[nodiscard]] base::Result<const Locale*> find_locale(std::string_view code);

enum class MoneyStyle : std::uint8_t {
    bare,        // 1,234.50: columns, whose head names the currency.
    with_symbol, // €1,234.50: heroes, totals, buttons.
    with_code,   // EUR 1,234.50: mixed currencies.
};

// The minus is U+2212 and stands before the symbol: "−€170.00".
[[nodiscard]] std::string money_text(domain::Money amount, MoneyStyle style, const Locale& locale);
// The shortest form: "1.5", "12 345".
[[nodiscard]] std::string quantity_text(base::Decimal quantity, const Locale& locale);
// With at least the currency's decimals, more where the price has them: "45.50", "0.0258".
[[nodiscard]] std::string unit_price_text(base::Decimal price, domain::Currency currency,
                                          const Locale& locale);
[[nodiscard]] std::string percent_text(domain::Percent percent, const Locale& locale);
[[nodiscard]] std::string count_text(std::int64_t count, const Locale& locale);

// Reads an amount with or without this currency's symbol, code or name. Errors: missing (empty),
// not_a_number, ambiguous_number (detail: what to write instead, "123.00"), too_precise (detail:
// the decimals kept), wrong_currency_sign (detail: the code of the field's currency), overflow.
[[nodiscard]] base::Result<domain::Money>
read_money(std::string_view text, domain::Currency currency, const Locale& locale);
// As read_money, with up to six decimals and no currency.
[[nodiscard]] base::Result<base::Decimal> read_quantity(std::string_view typed,
                                                        const Locale& locale);
// Up to six decimals; the currency may be written as in read_money.
[[nodiscard]] base::Result<base::Decimal>
read_unit_price(std::string_view text, domain::Currency currency, const Locale& locale);
// With or without a percent sign.
[[nodiscard]] base::Result<domain::Percent> read_percent(std::string_view typed,
                                                         const Locale& locale);

enum class DateStyle : std::uint8_t {
    numeric,  // 20/11/2026: fields.
    brief,    // 20 Nov; 20 Nov 2025 in another year than today's: lists.
    sentence, // 20 November 2026: sentences and documents.
};
[[nodiscard]] std::string date_text(base::Date date, DateStyle style, base::Date today,
                                    const Locale& locale);
// Both dates brief, joined by an en dash; the month and year they share are said once: "28 Oct –
// 3 Nov", "5 – 19 Nov 2025", "Nov 5 – 19, 2025". One day is that day.
[[nodiscard]] std::string date_range_text(base::Date from, base::Date to, base::Date today,
                                          const Locale& locale);

// Reads a date in the locale's order ("4/12", "4.12.26"), ISO ("2026-12-04"), with an English month
// ("4 dec 2026"), a weekday ("fri": today or the next), days from today ("+14", "-3"), "today",
// "tomorrow", "yesterday", "end of month". Without a year the nearest such day. Errors: missing,
// not_a_date, ambiguous_date (day and month could be meant the other way round; detail: what to
// write).
[[nodiscard]] base::Result<base::Date> read_date(std::string_view text, base::Date today,
                                                 const Locale& locale);

} // namespace app
