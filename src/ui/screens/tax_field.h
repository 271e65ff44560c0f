// The taxes of a line: a small box with their rates that opens the list of all taxes.
#pragma once

#include "domain/invoice.h"
#include "ui/frame.h"
#include "ui/screens/edited_draft.h"

#include <optional>
#include <string>

namespace ui {

// "23 %", "Exempt", "5 % + 9.975 %"; "None" without taxes. The rates are those of the line's day.
[[nodiscard]] std::string tax_words(const std::vector<domain::TaxId>& taxes, base::Date supply_date,
                                    const EditedDraft& edited);
// The name of what stands in the column: "VAT", or "Tax" where the practice has several.
[[nodiscard]] std::string tax_column(const EditedDraft& edited);

struct TaxField {
    const std::vector<domain::TaxId>& taxes; // On the line.
    std::string_view words;                  // What the box shows.
    bool is_wrong = false;
};

struct TaxFieldResult {
    NodeId id = 0;
    std::optional<domain::TaxId> toggled; // To be put on the line, or taken off.
};

// `rect` is the box.
TaxFieldResult tax_field(Frame& frame, const Rect& rect, const TaxField& field,
                         const EditedDraft& edited);

} // namespace ui
