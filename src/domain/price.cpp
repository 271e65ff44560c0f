#include "domain/price.h"

#include "base/wide.h"

namespace domain {

base::Result<base::Decimal> price_in_mode(base::Decimal price, PriceMode mode, Percent rate) {
    const std::int64_t whole = 100 * base::Decimal::scale;
    const std::int64_t with_tax = TRY(base::checked_add(whole, rate.value.scaled));
    const bool is_net = mode == PriceMode::net;
    return base::Decimal{
        TRY(base::multiply_divide(price.scaled, is_net ? whole : with_tax,
                                  is_net ? with_tax : whole, base::Rounding::half_away_from_zero))};
}

} // namespace domain
