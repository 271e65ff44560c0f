#include "app/imports/columns.h"

#include "base/text.h"
#include "domain/checks.h"

#include <algorithm>

namespace app {

namespace {

bool is_letter_or_digit(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool is_taken(std::span<const ImportColumn> columns, std::string_view field) {
    return std::ranges::contains(columns, field, &ImportColumn::field);
}

void choose(const ColumnChoice& choice, std::span<const FieldName> fields,
            std::vector<ImportColumn>& columns, domain::Checks& checks) {
    const auto column = std::ranges::find(columns, choice.column, &ImportColumn::heading);
    if (column == columns.end())
        return checks.refuse(base::Code::no_such_column, "columns", choice.column);
    column->is_chosen = true;
    column->field = {};
    if (choice.field.empty()) return;
    const auto field = std::ranges::find(fields, choice.field, &FieldName::name);
    if (field == fields.end()) return checks.refuse(base::Code::unknown_field, choice.field);
    if (is_taken(columns, field->name))
        return checks.refuse(base::Code::column_repeated, "columns", choice.field);
    column->field = field->name;
}

void guess(ImportColumn& column, std::span<const FieldName> fields,
           std::span<const ImportColumn> columns) {
    const std::string heading = plain_heading(column.heading);
    for (const FieldName& field : fields) {
        const bool fits = heading == plain_heading(field.name) || is_among(field.headings, heading);
        if (!fits || is_taken(columns, field.name)) continue;
        column.field = field.name;
        return;
    }
}

} // namespace

base::Result<std::vector<ImportColumn>> assign_columns(std::span<const std::string> heading,
                                                       std::span<const FieldName> fields,
                                                       std::span<const ColumnChoice> choices) {
    std::vector<ImportColumn> columns;
    for (const std::string& cell : heading) {
        std::string text(base::trimmed(cell));
        if (text.empty()) text = "column " + std::to_string(columns.size() + 1);
        columns.push_back({.heading = std::move(text)});
    }
    domain::Checks checks;
    for (const ColumnChoice& choice : choices)
        choose(choice, fields, columns, checks);
    TRY_VOID(checks.result());
    for (ImportColumn& column : columns)
        if (!column.is_chosen) guess(column, fields, columns);
    return columns;
}

std::string plain_heading(std::string_view heading) {
    std::string plain;
    int depth = 0;
    for (const char c : base::fold_for_search(heading)) {
        if (c == '(' || c == '[') ++depth;
        if (depth == 0 && is_letter_or_digit(c))
            plain += c;
        else if (!plain.empty() && plain.back() != ' ')
            plain += ' ';
        if ((c == ')' || c == ']') && depth > 0) --depth;
    }
    return std::string(base::trimmed(plain));
}

bool is_among(std::string_view words, std::string_view text) {
    while (!words.empty()) {
        const std::size_t end = std::min(words.find('|'), words.size());
        if (words.substr(0, end) == text) return true;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

} // namespace app
