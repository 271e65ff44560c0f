// Discounts and charges on one amount: what each comes to, and what is refused.
//
// Shared by lines and by the document. Percentages are of the amount itself, never compounded, and
// rounded one by one. Discounts in percent that add up to at most 100 never exceed the amount: the
// last takes the cent.
#pragma once

#include "base/result.h"
#include "domain/totals.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace domain {

struct AdjustmentSums {
    std::vector<std::int64_t> amounts_minor; // Of each adjustment, as given (not negated).
    std::int64_t discounts_minor = 0;
    std::int64_t charges_minor = 0;
};

// The amounts of `adjustments` on `whole_minor`. Errors name field "adjustments[i]":
// percent_negative, percent_above_limit, adjustment_sign, currency_mixed, overflow.
[[nodiscard]] base::Result<AdjustmentSums>
size_adjustments(std::span<const std::reference_wrapper<const Adjustment>> adjustments,
                 std::int64_t whole_minor, Currency currency);

// The error with its field inside `outer`: ("lines[2]", "quantity") -> "lines[2].quantity".
[[nodiscard]] base::Error within(std::string outer, base::Error error);

// "lines[2]".
[[nodiscard]] std::string indexed(std::string name, std::size_t index);

} // namespace domain
