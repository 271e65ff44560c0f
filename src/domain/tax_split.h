// One amount and its taxes: taking the taxes out of a gross amount, or adding them to a net one.
//
// This is the only place that multiplies by a tax rate. Rules section 2, points 4 and 5.
#pragma once

#include "base/result.h"
#include "domain/totals.h"

#include <cstdint>
#include <span>
#include <vector>

namespace domain {

struct TaxSplit {
    std::int64_t net_minor = 0;
    std::vector<std::int64_t> taxes_minor; // One for each tax, retained ones included.
};

// The sum of the rates that are charged, without retained taxes. At most line_taxes_max taxes of at
// most tax_percent_max each.
[[nodiscard]] Percent charged_rate(std::span<const AppliedTax> taxes);

// Splits an amount in `mode`. Net: each tax = round(amount x rate). Inclusive: all charged taxes
// are taken out jointly, net = round(amount / (1 + sum of rates)), and what rounding of the single
// taxes leaves goes to the highest rate, so that net + charged taxes = amount exactly.
[[nodiscard]] base::Result<TaxSplit> split_tax(std::int64_t amount_minor,
                                               std::span<const AppliedTax> taxes, PriceMode mode);

} // namespace domain
