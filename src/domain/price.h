// A unit price turned from one price mode into the other.
//
// For filling a line from a catalogue whose prices are kept the other way. The line then has that
// price; totals are computed from it alone.
#pragma once

#include "base/decimal.h"
#include "base/result.h"
#include "domain/money.h"
#include "domain/totals.h"

namespace domain {

// `price` of the other mode as one of `mode`, at taxes of `rate` in all, to six decimals: 110 at
// 10 % -> 100 net, 100 at 10 % -> 110 tax-inclusive. Errors: overflow.
[[nodiscard]] base::Result<base::Decimal> price_in_mode(base::Decimal price, PriceMode mode,
                                                        Percent rate);

} // namespace domain
