// Number and date entry: any bytes give a value or an error, and a value reads back as printed.
#include "app/formats.h"
#include "base/assert.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/text.h"
#include "domain/iban.h"
#include "domain/numbering.h"
#include "fuzz/draw.h"
#include "fuzz/targets.h"

#include <string_view>

namespace {

void read_amounts(std::string_view text, domain::Currency currency, const app::Locale& locale) {
    if (const auto amount = app::read_money(text, currency, locale); amount.has_value())
        for (const app::MoneyStyle style :
             {app::MoneyStyle::bare, app::MoneyStyle::with_symbol, app::MoneyStyle::with_code})
            ASSERT(*app::read_money(app::money_text(*amount, style, locale), currency, locale) ==
                   *amount);
    if (const auto value = app::read_quantity(text, locale); value.has_value())
        ASSERT(*app::read_quantity(app::quantity_text(*value, locale), locale) == *value);
    if (const auto price = app::read_unit_price(text, currency, locale); price.has_value())
        ASSERT(*app::read_unit_price(app::unit_price_text(*price, currency, locale), currency,
                                     locale) == *price);
    if (const auto percent = app::read_percent(text, locale); percent.has_value())
        ASSERT(*app::read_percent(app::percent_text(*percent, locale), locale) == *percent);
}

void read_dates(std::string_view text, base::Date today, const app::Locale& locale) {
    const auto date = app::read_date(text, today, locale);
    // A year of fewer than four digits is printed, but read as one of this century.
    if (!date.has_value() || date->civil().year < 1000) return;
    for (const app::DateStyle style : {app::DateStyle::numeric, app::DateStyle::sentence})
        ASSERT(*app::read_date(app::date_text(*date, style, today, locale), today, locale) ==
               *date);
}

// The forms of files, which know no locale.
void read_plain(std::string_view text, domain::Currency currency) {
    if (const auto value = base::parse_decimal(text); value.has_value())
        ASSERT(*base::parse_decimal(base::to_text(*value)) == *value);
    if (const auto amount = domain::parse_money(text, currency); amount.has_value())
        ASSERT(*domain::parse_money(domain::plain_text(*amount), currency) == *amount);
    if (const auto date = base::parse_iso_date(text); date.has_value())
        ASSERT(base::iso_text(*date) == text);
    if (const auto stamp = base::parse_stamp(text); stamp.has_value())
        ASSERT(*base::parse_stamp(base::stamp_text(*stamp)) == *stamp);
    if (const auto id = base::parse_uuid(text); id.has_value())
        ASSERT(*base::parse_uuid(base::to_text(*id)) == *id);
    if (const auto bytes = base::parse_hex(text); bytes.has_value())
        ASSERT(*base::parse_hex(base::hex_text(*bytes)) == *bytes);
    if (domain::is_iban(text)) ASSERT(domain::looks_like_iban(text));
}

void read_pattern(std::string_view text, base::Date today) {
    const auto pattern = domain::NumberPattern::parse(text);
    if (!pattern.has_value()) return;
    ASSERT(pattern->text() == text);
    for (const std::int64_t counter : {std::int64_t{1}, std::int64_t{9'999'999'999}})
        ASSERT(!pattern->render("AA", counter, today).empty());
}

} // namespace

// The first byte chooses the locale and the currency, the rest is what was typed.
void fuzz::number_entry(base::ByteView input) {
    if (input.empty()) return;
    Draw draw(input);
    const std::uint8_t choice = draw.byte();
    const std::string text = text_of(draw.rest());
    const app::Locale& locale = app::locales()[choice % app::locales().size()];
    const auto currency = domain::Currency::from_code(choice % 2 == 0 ? "EUR" : "BHD");
    const auto today = base::Date::from_days(20'777);
    ASSERT(currency.has_value());
    ASSERT(today.has_value());
    read_plain(text, *currency);
    if (!base::is_utf8(text)) return; // Fields hold nothing else.
    read_amounts(text, *currency, locale);
    read_dates(text, *today, locale);
    read_pattern(text, *today);
    ASSERT(base::is_utf8(base::fold_for_search(text)));
}
