// What a column can hold: the name of a field, the headings it goes by, how a cell is read.
//
// A kind of import lists its fields in a table. The names are those of commands ("unit_price",
// "address.city"), so a mapping reads like the record it makes.
#pragma once

#include "app/formats.h"
#include "base/result.h"
#include "domain/tax.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace app {

enum class Needed : std::uint8_t { no, yes };

struct FieldName {
    std::string_view name;
    std::string_view path; // Of the record's field, as validation reports it.
    // Folded, without marks, separated by '|': "e mail|mail". The name itself is always one.
    std::string_view headings;
    // A column must be there, and none of its cells may be empty.
    Needed needed = Needed::no;
};

// What reading a cell takes beside its text.
struct CellContext {
    const Locale& locale;
    domain::Currency currency;
    std::span<const domain::TaxDefinition> taxes; // In use.
};

template <typename Record>
struct ImportField {
    FieldName is;
    // Reads a cell, trimmed and not empty, into the record. Answers how it was understood.
    base::Result<std::string> (*read)(const CellContext& context, std::string_view cell,
                                      Record& record);
};

} // namespace app
