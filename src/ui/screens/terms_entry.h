// Payment terms as a form offers them: the usual ones, others in days, or the practice's own.
#pragma once

#include "app/formats.h"
#include "base/result.h"
#include "domain/terms.h"

#include <optional>
#include <string>
#include <vector>

namespace ui {

// "Net 14", "On receipt", "End of month", "No due date".
[[nodiscard]] std::string terms_words(const domain::Terms& terms);

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
