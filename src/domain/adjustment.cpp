#include "domain/adjustment.h"

#include "base/wide.h"
#include "domain/limits.h"

#include <algorithm>

namespace domain {

namespace {

using base::Code;
using base::Result;

Result<void> check_percent(Percent percent, AdjustmentKind kind) {
    const std::int64_t limit =
        kind == AdjustmentKind::discount ? discount_percent_max : charge_percent_max;
    if (percent.value.scaled < 0) return base::fail(Code::percent_negative);
    if (percent.value > base::Decimal::whole(limit))
        return base::fail(Code::percent_above_limit, {}, std::to_string(limit));
    return {};
}

// An amount of the other sign would turn a discount into a charge, or the reverse.
Result<void> check_sign(std::int64_t amount, AdjustmentKind kind, std::int64_t whole) {
    const bool opposed = kind == AdjustmentKind::discount
                             ? (amount < 0 && whole > 0) || (amount > 0 && whole < 0)
                             : amount < 0 && whole > 0;
    if (opposed) return base::fail(Code::adjustment_sign);
    return {};
}

} // namespace

Result<AdjustmentSums>
size_adjustments(std::span<const std::reference_wrapper<const Adjustment>> adjustments,
                 std::int64_t whole_minor, Currency currency) {
    AdjustmentSums sums;
    std::int64_t discount_percent_scaled = 0;
    std::int64_t taken_by_percent = 0;

    const auto size_of = [&](const Adjustment& adjustment) -> Result<std::int64_t> {
        if (const auto* const money = std::get_if<Money>(&adjustment.size)) {
            if (money->currency != currency) return base::fail(Code::currency_mixed);
            TRY_VOID(check_sign(money->minor, adjustment.kind, whole_minor));
            return money->minor;
        }
        const Percent percent = *std::get_if<Percent>(&adjustment.size);
        TRY_VOID(check_percent(percent, adjustment.kind));
        std::int64_t amount =
            TRY(percent_of(whole_minor, percent, base::Rounding::half_away_from_zero));
        if (adjustment.kind == AdjustmentKind::charge) return amount;
        discount_percent_scaled += percent.value.scaled;
        if (discount_percent_scaled <= base::Decimal::whole(100).scaled) {
            const std::int64_t left = whole_minor - taken_by_percent;
            amount = whole_minor < 0 ? std::max(amount, left) : std::min(amount, left);
        }
        taken_by_percent = TRY(base::checked_add(taken_by_percent, amount));
        return amount;
    };

    for (std::size_t i = 0; i < adjustments.size(); ++i) {
        const Adjustment& adjustment = adjustments[i].get();
        const Result<std::int64_t> amount = size_of(adjustment);
        if (!amount.has_value())
            return base::fail(within(indexed("adjustments", i), amount.error()));
        std::int64_t& sum =
            adjustment.kind == AdjustmentKind::discount ? sums.discounts_minor : sums.charges_minor;
        sum = TRY(base::checked_add(sum, *amount));
        sums.amounts_minor.push_back(*amount);
    }
    return sums;
}

base::Error within(std::string outer, base::Error error) {
    error.field = error.field.empty() ? std::move(outer) : outer + "." + error.field;
    return error;
}

std::string indexed(std::string name, std::size_t index) {
    return std::move(name) + "[" + std::to_string(index) + "]";
}

} // namespace domain
