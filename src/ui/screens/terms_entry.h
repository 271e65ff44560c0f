// Payment terms as forms offer them: the usual ones, others in days, or the practice's own.
#pragma once

#include "app/formats.h"
#include "base/result.h"
#include "domain/terms.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

// "Net 14", "On receipt", "End of month", "No due date".
[[nodiscard]] std::string terms_words(const domain::Terms& terms);

// As typed, in any case: "45", "net 45", "45 days", or the words of other terms. Errors:
// not_a_number, too_low, out_of_range.
[[nodiscard]] base::Result<domain::Terms> read_terms(std::string_view text,
                                                     const app::Locale& locale);

// The usual terms and `own` in their order; of those, once something is typed, what it begins or
// names, and first what it says itself.
[[nodiscard]] std::vector<domain::Terms>
terms_on_offer(const domain::Terms& own, std::string_view typed, const app::Locale& locale);

class TermsEntry {
  public:
    // `practice`: what holds where a client has no terms of their own.
    explicit TermsEntry(const domain::Terms& practice);

    int chosen = 0;   // An index into `options`.
    std::string days; // Typed; asked for while `asks_days`.

    [[nodiscard]] const std::vector<std::string>& options() const { return options_; }
    [[nodiscard]] bool asks_days() const;

    void set(const std::optional<domain::Terms>& terms);
    // Nothing: the practice's. Errors at "terms.days".
    [[nodiscard]] base::Result<std::optional<domain::Terms>> read(const app::Locale& locale) const;

  private:
    std::vector<std::string> options_;
};

} // namespace ui
