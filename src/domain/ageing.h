// How old a debt is: the five columns of the ageing report.
#pragma once

#include "base/date.h"

#include <cstdint>
#include <optional>

namespace domain {

// Days are counted from the due date (or, by setting, the issue date).
enum class AgeBucket : std::uint8_t {
    not_yet_due, // also without a due date
    days_0_to_30,
    days_31_to_60,
    days_61_to_90,
    days_over_90,
};

// The bucket on `day` of a debt counted from `from`. The due day itself is day 0: day 30 is in
// 0-30, day 90 in 61-90, day 91 in 90+.
[[nodiscard]] AgeBucket age_bucket(std::optional<base::Date> from, base::Date day);

} // namespace domain
