// What the catalogue offers while a line's name is typed.
//
// Archived entries are not offered. An entry only fills the line: name, description, code, unit,
// price and taxes are copied, and changing the entry later changes no line.
#pragma once

#include "app/queries/settings.h"
#include "domain/invoice.h"
#include "ui/screens/edited_draft.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ui {

struct CatalogueEntry {
    std::variant<const domain::Service*, const domain::Product*> item;
    std::string name;
    std::string price; // "90.00"
};

// At most `count_max` entries of the line's kind, each word typed beginning one of the name or
// code; all with nothing typed. None for a write-in.
[[nodiscard]] std::vector<CatalogueEntry> catalogue_for(domain::LineKind kind,
                                                        std::string_view typed,
                                                        const EditedDraft& edited,
                                                        std::size_t count_max);

// Copies the entry into the line, its price turned into the draft's price mode.
void fill_line(domain::DraftLine& line, const CatalogueEntry& entry, const EditedDraft& edited);

} // namespace ui
