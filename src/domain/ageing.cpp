#include "domain/ageing.h"

namespace domain {

AgeBucket age_bucket(std::optional<base::Date> from, base::Date day) {
    if (!from.has_value() || day < *from) return AgeBucket::not_yet_due;
    const std::int64_t days = base::days_between(*from, day);
    if (days <= 30) return AgeBucket::days_0_to_30;
    if (days <= 60) return AgeBucket::days_31_to_60;
    if (days <= 90) return AgeBucket::days_61_to_90;
    return AgeBucket::days_over_90;
}

} // namespace domain
