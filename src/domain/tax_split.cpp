#include "domain/tax_split.h"

#include "base/wide.h"

namespace domain {

namespace {

using base::Result;
using base::Rounding;

Result<std::int64_t> net_of_inclusive(std::int64_t gross, std::span<const AppliedTax> taxes) {
    const std::int64_t hundred = base::Decimal::whole(100).scaled;
    return base::multiply_divide(gross, hundred, hundred + charged_rate(taxes).value.scaled,
                                 Rounding::half_away_from_zero);
}

} // namespace

Percent charged_rate(std::span<const AppliedTax> taxes) {
    Percent sum;
    for (const AppliedTax& tax : taxes)
        if (tax.retained == Retained::no) sum.value.scaled += tax.rate.value.scaled;
    return sum;
}

Result<TaxSplit> split_tax(std::int64_t amount_minor, std::span<const AppliedTax> taxes,
                           PriceMode mode) {
    TaxSplit split;
    split.net_minor = mode == PriceMode::tax_inclusive ? TRY(net_of_inclusive(amount_minor, taxes))
                                                       : amount_minor;
    std::int64_t charged = 0;
    std::size_t highest = taxes.size();
    for (std::size_t i = 0; i < taxes.size(); ++i) {
        const std::int64_t amount =
            TRY(percent_of(split.net_minor, taxes[i].rate, Rounding::half_away_from_zero));
        split.taxes_minor.push_back(amount);
        if (taxes[i].retained == Retained::yes) continue;
        charged = TRY(base::checked_add(charged, amount));
        if (highest == taxes.size() || compare_groups(taxes[i], taxes[highest]) < 0) highest = i;
    }
    if (mode == PriceMode::tax_inclusive && highest < taxes.size()) {
        // |net| <= |amount|, of the same sign, so the difference is an int64.
        const std::int64_t stray = amount_minor - split.net_minor - charged;
        split.taxes_minor[highest] = TRY(base::checked_add(split.taxes_minor[highest], stray));
    }
    return split;
}

} // namespace domain
