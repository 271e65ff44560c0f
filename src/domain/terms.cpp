#include "domain/terms.h"

namespace domain {

base::Result<std::optional<base::Date>> due_date(const Terms& terms, base::Date issue_date) {
    switch (terms.kind) {
    case TermsKind::none: return std::optional<base::Date>();
    case TermsKind::on_receipt: return std::optional(issue_date);
    case TermsKind::net_days: return std::optional(TRY(issue_date.plus_days(terms.days)));
    case TermsKind::end_of_month: return std::optional(issue_date.end_of_month());
    }
    return std::optional<base::Date>();
}

} // namespace domain
