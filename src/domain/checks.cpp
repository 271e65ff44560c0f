#include "domain/checks.h"

#include "base/text.h"
#include "domain/adjustment.h"
#include "domain/limits.h"

#include <utility>

namespace domain {

using base::Code;

void Checks::refuse(Code code, std::string field, std::string detail) {
    errors_.push_back(
        {.code = code, .field = std::move(field), .detail = std::move(detail), .also = {}});
}

void Checks::refuse(base::Error error, std::string_view outer) {
    std::vector<base::Error> also = std::exchange(error.also, {});
    errors_.push_back(outer.empty() ? std::move(error)
                                    : within(std::string(outer), std::move(error)));
    for (base::Error& other : also)
        refuse(std::move(other), outer);
}

void Checks::dated(base::Date date, const std::optional<base::Date>& lock_date, base::Date today,
                   std::string field) {
    if (date > today) refuse(Code::date_in_future, field);
    if (lock_date.has_value() && date <= *lock_date)
        refuse(Code::date_locked, std::move(field), base::iso_text(*lock_date));
}

void Checks::not_before(base::Date date, base::Date earliest, Code code, std::string field) {
    if (date < earliest) refuse(code, std::move(field), base::iso_text(earliest));
}

void Checks::required(std::string_view text, std::size_t length_max, std::string field) {
    if (base::is_utf8(text) && base::trimmed(text).empty())
        return refuse(Code::missing, std::move(field));
    Checks::text(text, length_max, std::move(field));
}

void Checks::text(std::string_view text, std::size_t length_max, std::string field) {
    if (!base::is_utf8(text)) return refuse(Code::not_utf8, std::move(field));
    if (base::length_in_code_points(text) > length_max)
        refuse(Code::too_long, std::move(field), std::to_string(length_max));
}

void Checks::range(std::int64_t value, std::int64_t low, std::int64_t high, std::string field) {
    if (value < low)
        refuse(Code::too_low, std::move(field), std::to_string(low));
    else if (value > high)
        refuse(Code::out_of_range, std::move(field), std::to_string(high));
}

void Checks::amount(Money amount, std::string field) {
    if (amount.minor < -amount_minor_max)
        refuse(Code::too_low, std::move(field), plain_text({-amount_minor_max, amount.currency}));
    else if (amount.minor > amount_minor_max)
        refuse(Code::out_of_range, std::move(field),
               plain_text({amount_minor_max, amount.currency}));
}

void Checks::above_zero(Money amount, std::string field) {
    if (amount.minor <= 0) return refuse(Code::amount_not_positive, std::move(field));
    Checks::amount(amount, std::move(field));
}

base::Result<void> Checks::result() const {
    if (errors_.empty()) return {};
    return base::fail_all(errors_);
}

} // namespace domain
