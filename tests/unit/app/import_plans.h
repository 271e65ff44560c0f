// Plans of imports as texts, so that a test reads as what a person would see.
#pragma once

#include "app/imports/import.h"
#include "app/messages.h"
#include "unit/app/fixture.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app_test {

inline app::ImportPlan plan_of(Practice& practice, app::ImportKind kind, std::string_view text,
                               const app::ImportOptions& options = {}) {
    auto plan = practice.app().plan_import(kind, base::as_bytes(text), options);
    REQUIRE(plan.has_value());
    return *std::move(plan);
}

inline void bring_in(Practice& practice, app::ImportKind kind, std::string_view text,
                     const app::ImportOptions& options = {}) {
    const app::ImportPlan plan = plan_of(practice, kind, text, options);
    const auto command = app::import_command(plan);
    REQUIRE(command.has_value());
    REQUIRE(practice.app().execute(*command).has_value());
}

// "Name=name, Hobby=-"
inline std::string mapping_text(const app::ImportPlan& plan) {
    std::string text;
    for (const app::ImportColumn& column : plan.columns)
        text += (text.empty() ? "" : ", ") + column.heading + "=" +
                (column.field.empty() ? "-" : std::string(column.field));
    return text;
}

// "3 E-Mail: Write the address as name@example.com." a line.
inline std::string faults_text(const app::ImportPlan& plan) {
    std::string text;
    for (const app::ImportFault& fault : plan.faults)
        text += std::to_string(fault.line) + " " + fault.column + ": " + app::message(fault.error) +
                "\n";
    return text;
}

inline std::string row_text(const app::UnderstoodRow& row) {
    std::string text = std::to_string(row.line);
    for (const std::string& value : row.values)
        text += "|" + value;
    return text;
}

inline const domain::Client& client_of(const app::ImportPlan& plan, std::size_t index) {
    return std::get<std::vector<domain::Client>>(plan.records).at(index);
}

} // namespace app_test
