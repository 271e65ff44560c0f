#include "app/imports/import_json.h"

#include "app/command_json.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace app {

namespace {

using store::Json;

constexpr std::array<std::string_view, 3> kinds{"clients", "services", "products"};
constexpr std::array<std::string_view, 2> decimal_marks{"comma", "point"};
constexpr std::array<std::string_view, 3> repeated_words{"refuse", "leave_out", "add"};
constexpr std::array<std::string_view, 3> encodings{"utf8", "utf8_with_mark", "windows_1252"};

template <typename Choice, std::size_t size>
std::optional<Choice> choice_of(const std::array<std::string_view, size>& words,
                                std::string_view word) {
    const auto found = std::ranges::find(words, word);
    if (found == words.end()) return std::nullopt;
    return static_cast<Choice>(found - words.begin());
}

template <typename Choice, std::size_t size>
std::string word_of(const std::array<std::string_view, size>& words, Choice choice) {
    return std::string(words[static_cast<std::size_t>(choice)]);
}

std::string separator_word(char separator) {
    return separator == ',' ? "comma" : separator == ';' ? "semicolon" : "tab";
}

Json columns_json(const ImportPlan& plan) {
    Json columns = Json::array();
    for (const ImportColumn& column : plan.columns) {
        Json json = {{"column", column.heading}};
        if (!column.field.empty()) json["field"] = std::string(column.field);
        columns.push_back(std::move(json));
    }
    Json json = {{"columns", std::move(columns)},
                 {"encoding", word_of(encodings, plan.encoding)},
                 {"separator", separator_word(plan.separator)},
                 {"decimal_mark", word_of(decimal_marks, plan.decimal_mark)},
                 {"row_count", plan.row_count}};
    if (plan.better_mark) json["better_mark"] = word_of(decimal_marks, *plan.better_mark);
    return json;
}

Json fault_json(const ImportFault& fault) {
    Json json = error_json(fault.error);
    if (fault.line > 0) json["error"]["line"] = fault.line;
    if (!fault.column.empty()) json["error"]["column"] = fault.column;
    return json;
}

Json repeated_json(const RepeatedRow& row) {
    Json json = error_json(row.error)["error"];
    json["line"] = row.line;
    json["name"] = row.name;
    return {{"repeated", std::move(json)}};
}

Json row_json(const ImportPlan& plan, const UnderstoodRow& row) {
    Json values = Json::object();
    for (std::size_t i = 0; i < row.values.size(); ++i)
        if (!row.values[i].empty()) values[std::string(plan.columns[i].field)] = row.values[i];
    return {{"row", {{"line", row.line}, {"understood", std::move(values)}}}};
}

} // namespace

std::vector<Json> plan_json(const ImportPlan& plan) {
    std::vector<Json> lines{columns_json(plan)};
    std::ranges::transform(plan.faults, std::back_inserter(lines), fault_json);
    std::ranges::transform(plan.repeated_rows, std::back_inserter(lines), repeated_json);
    for (std::size_t i = 0; i < std::min(plan.rows.size(), shown_rows_max); ++i)
        lines.push_back(row_json(plan, plan.rows[i]));
    lines.push_back({{"plan",
                      {{"would_add", plan.rows.size()},
                       {"repeated", plan.repeated_rows.size()},
                       {"errors", plan.faults.size()}}}});
    return lines;
}

std::optional<ImportKind> import_kind(std::string_view word) {
    return choice_of<ImportKind>(kinds, word);
}

std::optional<DecimalMark> decimal_mark(std::string_view word) {
    return choice_of<DecimalMark>(decimal_marks, word);
}

std::optional<RepeatedRows> repeated_rows(std::string_view word) {
    return choice_of<RepeatedRows>(repeated_words, word);
}

std::optional<ColumnChoice> column_choice(std::string_view text) {
    const std::size_t equals = text.rfind('=');
    if (equals == std::string_view::npos || !base::is_utf8(text)) return std::nullopt;
    return ColumnChoice{.column = std::string(text.substr(0, equals)),
                        .field = std::string(text.substr(equals + 1))};
}

} // namespace app
