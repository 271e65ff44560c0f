// The checks that validations and decisions share; each appends what it finds wrong.
//
// Collecting instead of returning lets a command report every field at fault at once.
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "domain/money.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

class Checks {
  public:
    void refuse(base::Code code, std::string field, std::string detail = {});
    // Appends the error of a failed result, its field inside `outer` (which may be empty).
    void refuse(base::Error error, std::string_view outer);

    // date_in_future; date_locked on or before the lock date.
    void dated(base::Date date, const std::optional<base::Date>& lock_date, base::Date today,
               std::string field);
    // `code` when `date` lies before `earliest`.
    void not_before(base::Date date, base::Date earliest, base::Code code, std::string field);

    // missing when blank, and as `text`.
    void required(std::string_view text, std::size_t length_max, std::string field);
    // not_utf8, too_long (in code points).
    void text(std::string_view text, std::size_t length_max, std::string field);
    // too_low, out_of_range outside [low, high].
    void range(std::int64_t value, std::int64_t low, std::int64_t high, std::string field);
    // too_low, out_of_range beyond amount_minor_max either way; the detail in plain text.
    void amount(Money amount, std::string field);
    // Of money that moves: amount_not_positive, and as `amount`.
    void above_zero(Money amount, std::string field);

    const std::vector<base::Error>& errors() const { return errors_; }
    // All that was refused, as one error; nothing when all is well.
    [[nodiscard]] base::Result<void> result() const;

  private:
    std::vector<base::Error> errors_;
};

} // namespace domain
