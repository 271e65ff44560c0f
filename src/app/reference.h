// The reference of the vocabulary: every command and query with its fields, every code of an error.
//
// Made from the descriptions by which JSON is read, so it cannot say anything else than the program
// does: `folio reference` prints it.
#pragma once

#include <string>

namespace app {

// Markdown.
[[nodiscard]] std::string reference_text();

} // namespace app
