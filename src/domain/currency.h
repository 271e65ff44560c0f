// The table of currencies (assets/currencies): code, decimals, symbol, name.
#pragma once

#include <span>
#include <string_view>

namespace domain {

struct CurrencyRecord {
    std::string_view code;
    int exponent;
    std::string_view symbol;
    std::string_view name; // English.
};

// All currencies, by code.
[[nodiscard]] std::span<const CurrencyRecord> currency_records();

// The record of a code, or nullptr.
[[nodiscard]] const CurrencyRecord* find_currency(std::string_view code);

} // namespace domain
