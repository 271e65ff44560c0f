// Who may include whom: architecture.md's layers as tables, for our own headers, for third-party
// headers and for the parts of the standard library that reach outside the program or cost the page
// hundreds of kilobytes.
#pragma once

#include "tidy/source_file.h"

#include <vector>

namespace tidy {

// Every include in src/ that goes upwards, sideways or out, in order of file and line.
std::vector<Finding> forbidden_includes(const std::vector<SourceFile>& files);

} // namespace tidy
