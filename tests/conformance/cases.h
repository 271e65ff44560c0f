// The shared cases: one JSON object a line, from a folder beside the repository.
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace conformance {

// Every row of cases/<name>; a missing file or a line that is no object stops the test run.
std::vector<nlohmann::json> read_cases(const std::string& name);

} // namespace conformance
