// Number and date entry: any bytes give a value or an error, and a value reads back as printed.
#include "app/formats.h"
#include "base/assert.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

// The first byte chooses the locale, the rest is what was typed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size == 0) return 0;
    const app::Locale& locale = app::locales()[bytes[0] % app::locales().size()];
    const std::string_view text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
    const auto currency = domain::Currency::from_code(bytes[0] % 2 == 0 ? "EUR" : "BHD");
    ASSERT(currency.has_value());
    if (const auto amount = app::read_money(text, *currency, locale); amount.has_value())
        for (const app::MoneyStyle style :
             {app::MoneyStyle::bare, app::MoneyStyle::with_symbol, app::MoneyStyle::with_code})
            ASSERT(app::read_money(app::money_text(*amount, style, locale), *currency, locale) ==
                   amount);
    if (const auto value = app::read_quantity(text, locale); value.has_value())
        ASSERT(app::read_quantity(app::quantity_text(*value, locale), locale) == value);
    const auto today = base::Date::from_days(20'777);
    ASSERT(today.has_value());
    if (const auto date = app::read_date(text, *today, locale);
        date.has_value() && date->civil().year >= 1000)
        ASSERT(app::read_date(app::date_text(*date, app::DateStyle::numeric, *today, locale),
                              *today, locale) == date);
    return 0;
}
