#include "domain/currency.h"

#include <algorithm>

namespace domain {

namespace {

constexpr CurrencyRecord records[] = {
#include "assets/currencies/iso4217.inc"
};

static_assert(std::ranges::is_sorted(records, {}, &CurrencyRecord::code));

} // namespace

std::span<const CurrencyRecord> currency_records() { return records; }

const CurrencyRecord* find_currency(std::string_view code) {
    const auto* const found = std::ranges::lower_bound(records, code, {}, &CurrencyRecord::code);
    return found != std::end(records) && found->code == code ? found : nullptr;
}

} // namespace domain
