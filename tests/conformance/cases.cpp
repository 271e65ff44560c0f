#include "conformance/cases.h"

#include "base/assert.h"
#include "folders.h"

#include <fstream>

namespace conformance {

std::vector<nlohmann::json> read_cases(const std::string& name) {
    std::ifstream file(folders::in_checkout("../shared/cases/" + name));
    ASSERT(file.good());
    std::vector<nlohmann::json> rows;
    for (std::string line; std::getline(file, line);) {
        rows.push_back(nlohmann::json::parse(line, nullptr, false));
        ASSERT(rows.back().is_object());
    }
    return rows;
}

} // namespace conformance
