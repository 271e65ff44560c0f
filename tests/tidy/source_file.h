// The repository's own files as the habits test reads them: lines as they stand, and lines of code
// alone, with comments and the contents of string literals blanked.
//
// Knows C++, JavaScript, shell and CMake well enough for that and no more: `//` or `#` comments,
// quoted strings with backslash escapes, raw strings R"( )". Block comments are not used here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tidy {

struct SourceFile {
    std::string path; // From the repository's top, "src/base/date.h".
    std::vector<std::string> lines;
    std::vector<std::string> code; // Same count as lines.

    bool in(std::string_view folder) const { return path.starts_with(folder); }
    bool is(std::string_view ending) const { return path.ends_with(ending); }
    bool is_header() const { return is(".h"); }
    bool is_cpp() const { return is(".h") || is(".cpp"); }
    bool is_javascript() const { return is(".js") || is(".mjs"); }
};

// A place that breaks a habit, and what to do instead.
struct Finding {
    std::string path;
    std::size_t line = 0; // From 1; 0 for the whole file.
    std::string text;
};

// Every file of ours that a person writes as text, in order of path: no build results, no modules,
// no data (assets, golden results, lock files).
std::vector<SourceFile> read_repository(const std::string& root);

// The word stands in the text, not as part of a longer identifier.
bool has_word(std::string_view text, std::string_view word);

} // namespace tidy
