// Numbers and dates as typed and shown in the practice's locale (rules section 1, design "Money").
#include "app/formats.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using app::MoneyStyle;
using base::Code;

const app::Locale& locale(std::string_view code) {
    const auto found = app::find_locale(code);
    REQUIRE(found.has_value());
    return **found;
}

domain::Currency currency(std::string_view code) {
    const auto found = domain::Currency::from_code(code);
    REQUIRE(found.has_value());
    return *found;
}

base::Date day(std::string_view iso) {
    const auto date = base::parse_iso_date(iso);
    REQUIRE(date.has_value());
    return *date;
}

// The amount read in plain text, or "code detail".
std::string read(std::string_view text, std::string_view locale_code, std::string_view money) {
    const auto amount = app::read_money(text, currency(money), locale(locale_code));
    if (amount.has_value()) return plain_text(*amount);
    return std::to_string(static_cast<int>(amount.error().code)) + " " + amount.error().detail;
}

std::string read_day(std::string_view text, std::string_view locale_code) {
    const auto date = app::read_date(text, day("2026-11-20"), locale(locale_code));
    if (date.has_value()) return iso_text(*date);
    return std::to_string(static_cast<int>(date.error().code)) + " " + date.error().detail;
}

} // namespace

TEST_CASE("formats: money as each place writes it") {
    struct Row {
        const char* locale;
        const char* currency;
        std::int64_t minor;
        const char* bare;
        const char* with_symbol;
        const char* with_code;
    };
    for (const Row& row : std::vector<Row>{
             {"en-US", "USD", 123450, "1,234.50", "$1,234.50", "USD\u00A01,234.50"},
             {"en-IE", "EUR", -17000, "\u2212170.00", "\u2212€170.00", "\u2212EUR\u00A0170.00"},
             {"de-DE", "EUR", 123450, "1.234,50", "1.234,50\u00A0€", "1.234,50\u00A0EUR"},
             {"de-CH", "CHF", 123450, "1’234.50", "CHF\u00A01’234.50", "CHF\u00A01’234.50"},
             {"fr-FR", "EUR", 123450, "1\u202F234,50", "1\u202F234,50\u00A0€",
              "1\u202F234,50\u00A0EUR"},
             {"es-ES", "EUR", 123450, "1234,50", "1234,50\u00A0€", "1234,50\u00A0EUR"},
             {"es-ES", "EUR", 1234500, "12.345,00", "12.345,00\u00A0€", "12.345,00\u00A0EUR"},
             {"en-IN", "INR", 123456789, "12,34,567.89", "₹12,34,567.89", "INR\u00A012,34,567.89"},
             {"nl-NL", "EUR", -5, "\u22120,05", "\u2212€\u00A00,05", "\u2212EUR\u00A00,05"},
             {"ja-JP", "JPY", 1234567, "1,234,567", "¥1,234,567", "JPY\u00A01,234,567"},
             {"en-GB", "KWD", 1234567, "1,234.567", "د.ك1,234.567", "KWD\u00A01,234.567"}}) {
        CAPTURE(std::string(row.locale));
        const domain::Money amount{row.minor, currency(row.currency)};
        CHECK(app::money_text(amount, MoneyStyle::bare, locale(row.locale)) == row.bare);
        CHECK(app::money_text(amount, MoneyStyle::with_symbol, locale(row.locale)) ==
              row.with_symbol);
        CHECK(app::money_text(amount, MoneyStyle::with_code, locale(row.locale)) == row.with_code);
    }
}

TEST_CASE("formats: quantities, prices, percents and counts") {
    CHECK(app::quantity_text({1'500'000}, locale("de-DE")) == "1,5");
    CHECK(app::quantity_text({12'345'000'000}, locale("pl-PL")) == "12\u00A0345");
    CHECK(app::unit_price_text({45'500'000}, currency("EUR"), locale("en-IE")) == "45.50");
    CHECK(app::unit_price_text({45'000'000}, currency("EUR"), locale("de-DE")) == "45,00");
    CHECK(app::unit_price_text({25'800}, currency("EUR"), locale("en-IE")) == "0.0258");
    CHECK(app::unit_price_text({45'000'000}, currency("JPY"), locale("ja-JP")) == "45");
    CHECK(app::percent_text({{9'975'000}}, locale("en-CA")) == "9.975%");
    CHECK(app::percent_text({{19'000'000}}, locale("de-DE")) == "19\u00A0%");
    CHECK(app::count_text(-100000, locale("en-IE")) == "\u2212100,000");
}

TEST_CASE("formats: amounts are read in the locale, and never guessed") {
    struct Row {
        const char* text;
        const char* locale;
        const char* currency;
        const char* result;
    };
    for (const Row& row :
         std::vector<Row>{{"1.234,50", "de-DE", "EUR", "1234.50"},
                          {"1234,5", "de-DE", "EUR", "1234.50"},
                          {"1,234.50", "en-US", "USD", "1234.50"},
                          {" 1,234 ", "en-US", "USD", "1234.00"},
                          {"123,00", "en-US", "USD", "105 123.00"},
                          {"123.00", "de-DE", "EUR", "105 123,00"},
                          {"1.234", "de-DE", "EUR", "1234.00"},
                          {"1,234.50", "de-DE", "EUR", "105 1234,50"},
                          {"1.234,50", "en-US", "USD", "105 1234.50"},
                          {"1,23,456", "en-US", "USD", "105 123.456"},
                          {"12,34,567.89", "en-IN", "INR", "1234567.89"},
                          {"1,234,567.89", "en-IN", "INR", "1234567.89"},
                          {"12.50", "fr-FR", "EUR", "12.50"},
                          {"1.234", "fr-FR", "EUR", "105 1,234"},
                          {"12,50", "de-CH", "CHF", "12.50"},
                          {"1'234.50", "de-CH", "CHF", "1234.50"},
                          {"1’234.50", "de-CH", "CHF", "1234.50"},
                          {"1\u202F234,50", "fr-FR", "EUR", "1234.50"},
                          {"1 234,50", "fr-FR", "EUR", "1234.50"},
                          {"1 234 567", "en-US", "USD", "1234567.00"},
                          {"12 34", "en-US", "USD", "105 12.34"},
                          {"1,234 567", "en-US", "USD", "105 1234.567"},
                          {"€5", "de-DE", "EUR", "5.00"},
                          {"5 €", "en-IE", "EUR", "5.00"},
                          {"EUR 5", "en-IE", "EUR", "5.00"},
                          {"5 euro", "en-IE", "EUR", "5.00"},
                          {"$5", "en-IE", "EUR", "109 EUR"},
                          {"5 GBP", "en-IE", "EUR", "109 EUR"},
                          {"-5", "en-IE", "EUR", "-5.00"},
                          {"\u2212€5", "en-IE", "EUR", "-5.00"},
                          {"€-5", "en-IE", "EUR", "-5.00"},
                          {"- 5", "en-IE", "EUR", "-5.00"},
                          {"--5", "en-IE", "EUR", "104 "},
                          {"5-", "en-IE", "EUR", "104 "},
                          {"(5)", "en-IE", "EUR", "109 EUR"},
                          {".5", "en-IE", "EUR", "0.50"},
                          {"5.", "en-IE", "EUR", "5.00"},
                          {".", "en-IE", "EUR", "104 "},
                          {"", "en-IE", "EUR", "1 "},
                          {"  ", "en-IE", "EUR", "1 "},
                          {"abc", "en-IE", "EUR", "109 EUR"},
                          {"1e3", "en-IE", "EUR", "104 "},
                          {"12.345", "en-IE", "EUR", "101 2"},
                          {"12.500", "en-IE", "EUR", "101 2"},
                          {"12.5", "ja-JP", "JPY", "101 0"},
                          {"12.345", "en-GB", "KWD", "12.345"},
                          {"92233720368547758.07", "en-GB", "GBP", "92233720368547758.07"},
                          {"92233720368547758.08", "en-GB", "GBP", "100 "},
                          {"100.00 kr.", "en-GB", "DKK", "100.00"},
                          {"1.000 .د.ب", "en-GB", "BHD", "1.000"},
                          {"12\xFF", "en-GB", "GBP", "104 "}}) {
        CAPTURE(std::string(row.text));
        CAPTURE(std::string(row.locale));
        CHECK(read(row.text, row.locale, row.currency) == row.result);
    }
}

TEST_CASE("formats: quantities and percents are read") {
    CHECK(app::read_quantity("1,5", locale("de-DE")) == base::Decimal{1'500'000});
    CHECK(app::read_quantity("-0.000001", locale("en-IE")) == base::Decimal{-1});
    CHECK(app::read_quantity("0.0000001", locale("en-IE")).error().code == Code::too_precise);
    CHECK(app::read_quantity("5 €", locale("en-IE")).error().code == Code::not_a_number);
    CHECK(app::read_percent("9.975 %", locale("en-CA")) == domain::Percent{{9'975'000}});
    CHECK(app::read_percent("19%", locale("de-DE")) == domain::Percent{{19'000'000}});
    CHECK(app::read_percent("%", locale("de-DE")).error().code == Code::missing);
    CHECK(app::read_unit_price("€0.0258", currency("EUR"), locale("en-IE")) ==
          base::Decimal{25'800});
}

TEST_CASE("formats: dates as each place writes them") {
    const base::Date today = day("2026-11-20");
    struct Row {
        const char* locale;
        const char* numeric;
        const char* brief;
        const char* other_year;
        const char* sentence;
    };
    for (const Row& row :
         {Row{"en-IE", "20/11/2026", "20 Nov", "5 Jan 2025", "20 November 2026"},
          Row{"en-US", "11/20/2026", "Nov 20", "Jan 5, 2025", "November 20, 2026"},
          Row{"de-DE", "20.11.2026", "20 Nov", "5 Jan 2025", "20 November 2026"},
          Row{"sv-SE", "2026-11-20", "20 Nov", "5 Jan 2025", "20 November 2026"}}) {
        CAPTURE(std::string(row.locale));
        const app::Locale& here = locale(row.locale);
        CHECK(app::date_text(today, app::DateStyle::numeric, today, here) == row.numeric);
        CHECK(app::date_text(today, app::DateStyle::brief, today, here) == row.brief);
        CHECK(app::date_text(day("2025-01-05"), app::DateStyle::brief, today, here) ==
              row.other_year);
        CHECK(app::date_text(today, app::DateStyle::sentence, today, here) == row.sentence);
    }
}

TEST_CASE("formats: two dates say once what they share") {
    const base::Date today = day("2026-11-20");
    struct Row {
        const char* from;
        const char* to;
        const char* irish;
        const char* american;
    };
    for (const Row& row : {
             Row{"2026-10-28", "2026-11-03", "28 Oct – 3 Nov", "Oct 28 – Nov 3"},
             Row{"2026-11-05", "2026-11-19", "5 – 19 Nov", "Nov 5 – 19"},
             Row{"2025-11-05", "2025-11-19", "5 – 19 Nov 2025", "Nov 5 – 19, 2025"},
             Row{"2025-10-28", "2025-11-03", "28 Oct – 3 Nov 2025", "Oct 28 – Nov 3, 2025"},
             Row{"2025-12-28", "2026-01-03", "28 Dec 2025 – 3 Jan 2026",
                 "Dec 28, 2025 – Jan 3, 2026"},
             Row{"2025-11-05", "2025-11-05", "5 Nov 2025", "Nov 5, 2025"},
         }) {
        const auto text = [&](const char* code) {
            return app::date_range_text(day(row.from), day(row.to), today, locale(code));
        };
        CHECK(text("en-IE") == row.irish);
        CHECK(text("en-US") == row.american);
    }
}

TEST_CASE("formats: dates as people type them, on Friday 20 November 2026") {
    struct Row {
        const char* text;
        const char* locale;
        const char* result;
    };
    for (const Row& row :
         std::vector<Row>{{"2026-12-04", "en-US", "2026-12-04"},
                          {"4/12", "en-IE", "2026-12-04"},
                          {"12/4", "en-US", "2026-12-04"},
                          {"4.12.", "de-DE", "2026-12-04"},
                          {"4.12.26", "de-DE", "2026-12-04"},
                          {"4 12 2027", "en-IE", "2027-12-04"},
                          {"2026/12/4", "ja-JP", "2026-12-04"},
                          {"26-12-04", "sv-SE", "2026-12-04"},
                          {"12-04", "sv-SE", "2026-12-04"},
                          {"4/1", "en-IE", "2027-01-04"},  // Nearer than last January.
                          {"30/5", "en-IE", "2026-05-30"}, // 174 days back, 191 ahead.
                          {"1/1/45", "en-IE", "2045-01-01"},
                          {"1/1/47", "en-IE", "1947-01-01"},
                          {"4 dec", "en-IE", "2026-12-04"},
                          {"Dec 4", "en-IE", "2026-12-04"},
                          {"4. December 2027", "de-DE", "2027-12-04"},
                          {"dec 4, 27", "en-US", "2027-12-04"},
                          {"fri", "en-IE", "2026-11-20"},
                          {"Thursday", "en-IE", "2026-11-26"},
                          {"+14", "en-IE", "2026-12-04"},
                          {"-3", "en-IE", "2026-11-17"},
                          {"today", "en-IE", "2026-11-20"},
                          {"Tomorrow", "en-IE", "2026-11-21"},
                          {"yesterday", "en-IE", "2026-11-19"},
                          {"end of month", "en-IE", "2026-11-30"},
                          {"29/2", "en-IE", "102 "},
                          {"29/2/28", "en-IE", "2028-02-29"},
                          {"20/11", "en-US", "110 11/20/2026"},
                          {"11/20/2026", "en-IE", "110 20/11/2026"},
                          {"31/31", "en-IE", "102 "},
                          {"0/1", "en-IE", "102 "},
                          {"20", "en-IE", "102 "},
                          {"1/2/3/4", "en-IE", "102 "},
                          {"4 foo", "en-IE", "102 "},
                          {"de 4", "en-IE", "102 "},
                          {"99999999999/1", "en-IE", "102 "},
                          {"+99999999", "en-IE", "2 "},
                          {"", "en-IE", "1 "}}) {
        CAPTURE(std::string(row.text));
        CAPTURE(std::string(row.locale));
        CHECK(read_day(row.text, row.locale) == row.result);
    }
}
