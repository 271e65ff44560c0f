// Queries as JSON: what the command line prints and the page's scripting gets.
//
// The names and fields are those of app/queries. Amounts are {"currency", "minor"}, dates
// "2026-11-20", instants milliseconds. A query changes nothing.
#pragma once

#include "app/app.h"
#include "store/json_describe.h"

#include <string_view>
#include <vector>

namespace app {

struct QueryDescription {
    std::string_view name;
    std::vector<store::FieldDescription> parameters;
};
[[nodiscard]] std::vector<QueryDescription> describe_queries();

// unknown_query, or what is wrong with the parameters, with the field.
[[nodiscard]] base::Result<store::Json> query_json(App& app, std::string_view name,
                                                   std::string_view parameters);

} // namespace app
