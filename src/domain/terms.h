// Payment terms: from an issue date to a due date.
#pragma once

#include "base/date.h"
#include "base/result.h"

#include <cstdint>
#include <optional>

namespace domain {

enum class TermsKind : std::uint8_t {
    none,         // No due date: never overdue.
    on_receipt,   // Due on the issue date.
    net_days,     // Due `days` after the issue date.
    end_of_month, // Due on the last day of the issue date's month.
};

struct Terms {
    TermsKind kind = TermsKind::net_days;
    int days = 14; // For net_days, 1 to terms_days_max.

    friend bool operator==(const Terms&, const Terms&) = default;
};

// The due date of an invoice issued on `issue_date`, if the terms give one.
[[nodiscard]] base::Result<std::optional<base::Date>> due_date(const Terms& terms,
                                                               base::Date issue_date);

} // namespace domain
