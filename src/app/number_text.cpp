// Printing numbers and money (formats.h).
#include "app/formats.h"

#include "base/assert.h"
#include "domain/currency.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::string_view minus = "\u2212";
constexpr std::string_view no_break_space = "\u00A0";

// Inserts group marks into plain digits, from the right.
std::string grouped(std::string_view digits, const Locale& locale) {
    if (digits.size() < locale.grouped_digits_min) return std::string(digits);
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const std::size_t left = digits.size() - i; // Digits from here on.
        const bool starts_group = locale.grouping == Grouping::thousands
                                      ? left % 3 == 0
                                      : left == 3 || (left > 3 && left % 2 == 1);
        if (i > 0 && starts_group) text += locale.group_mark;
        text.push_back(digits[i]);
    }
    return text;
}

struct SignedText {
    std::string_view sign;
    std::string digits;
};

// Plain text ("-1234.5") in the locale's marks, the sign apart.
SignedText localised(std::string_view plain, const Locale& locale) {
    SignedText text;
    if (plain.starts_with('-')) {
        text.sign = minus;
        plain.remove_prefix(1);
    }
    const std::size_t point = std::min(plain.find('.'), plain.size());
    text.digits = grouped(plain.substr(0, point), locale);
    if (point < plain.size()) {
        text.digits.push_back(locale.decimal_mark);
        text.digits += plain.substr(point + 1);
    }
    return text;
}

std::string joined(const SignedText& text) { return std::string(text.sign) + text.digits; }

std::string_view symbol_of(domain::Currency currency) {
    const domain::CurrencyRecord* const record = domain::find_currency(currency.code());
    ASSERT(record != nullptr);
    return record->symbol;
}

} // namespace

std::string money_text(domain::Money amount, MoneyStyle style, const Locale& locale) {
    const SignedText text = localised(plain_text(amount), locale);
    if (style == MoneyStyle::bare) return joined(text);
    const bool is_code = style == MoneyStyle::with_code;
    const std::string sign(is_code ? amount.currency.code() : symbol_of(amount.currency));
    const std::string space(no_break_space);
    // A symbol of letters ("CHF", "Kč") needs its space, a code always.
    const bool is_lettered =
        is_code || sign.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
    switch (locale.symbol_place) {
    case SymbolPlace::before:
        return std::string(text.sign) + sign + (is_lettered ? space : "") + text.digits;
    case SymbolPlace::before_spaced: return std::string(text.sign) + sign + space + text.digits;
    case SymbolPlace::after: return joined(text) + space + sign;
    }
    UNREACHABLE();
}

std::string quantity_text(base::Decimal quantity, const Locale& locale) {
    return joined(localised(base::to_text(quantity), locale));
}

std::string unit_price_text(base::Decimal price, domain::Currency currency, const Locale& locale) {
    std::string plain = base::to_text(price);
    const std::size_t point = plain.find('.');
    const auto wanted = static_cast<std::size_t>(currency.exponent());
    if (wanted > 0 && point == std::string::npos)
        plain += "." + std::string(wanted, '0');
    else if (wanted > 0 && plain.size() - point - 1 < wanted)
        plain.append(wanted - (plain.size() - point - 1), '0');
    return joined(localised(plain, locale));
}

std::string percent_text(domain::Percent percent, const Locale& locale) {
    const std::string_view space =
        locale.percent_place == PercentPlace::spaced ? no_break_space : "";
    return quantity_text(percent.value, locale) + std::string(space) + "%";
}

std::string count_text(std::int64_t count, const Locale& locale) {
    return joined(localised(base::scaled_text(count, 0), locale));
}

} // namespace app
