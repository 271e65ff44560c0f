#include "tidy/source_file.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <utility>

namespace tidy {

namespace {

constexpr std::array<std::string_view, 8> endings = {".h",   ".cpp",   ".js", ".mjs",
                                                     ".css", ".cmake", ".sh", ".glsl"};

bool is_ours(const std::filesystem::path& path) {
    const std::string name = path.filename().string();
    const bool is_script = path.parent_path().filename() == "scripts" && !path.has_extension();
    if (name == "CMakeLists.txt" || is_script) return true;
    return std::ranges::any_of(endings, [&](auto ending) { return name.ends_with(ending); });
}

// Carries the state of a raw string from line to line.
class CodeReader {
  public:
    explicit CodeReader(std::string_view comment) : comment_(comment) {}

    std::string code_of(std::string_view line) {
        std::string code;
        for (std::size_t at = 0; at < line.size();)
            at = step(line, at, code);
        return code;
    }

  private:
    std::size_t step(std::string_view line, std::size_t at, std::string& code) {
        if (!raw_end_.empty()) {
            const std::size_t end = line.find(raw_end_, at);
            if (end == std::string_view::npos) return line.size();
            const std::size_t after = end + raw_end_.size();
            raw_end_.clear();
            return after;
        }
        const std::string_view rest = line.substr(at);
        if (rest.starts_with(comment_)) return line.size();
        if (rest.starts_with("R\"")) {
            const std::size_t open = rest.find('(');
            if (open != std::string_view::npos) {
                raw_end_ = ")" + std::string(rest.substr(2, open - 2)) + "\"";
                return at + open + 1;
            }
        }
        const char first = rest.front();
        const bool digit_separator = first == '\'' && at > 0 && std::isxdigit(line[at - 1]) != 0;
        if ((first == '"' || first == '\'' || first == '`') && !digit_separator) {
            return after_string(line, at, first, code);
        }
        code += first;
        return at + 1;
    }

    static std::size_t after_string(std::string_view line, std::size_t at, char quote,
                                    std::string& code) {
        code += quote;
        for (++at; at < line.size() && line[at] != quote; ++at) {
            if (line[at] == '\\') ++at;
        }
        code += quote;
        return at + 1;
    }

    std::string_view comment_;
    std::string raw_end_;
};

SourceFile read_file(const std::filesystem::path& path, std::string name) {
    SourceFile file{.path = std::move(name), .lines = {}, .code = {}};
    std::ifstream stream(path);
    for (std::string line; std::getline(stream, line);)
        file.lines.push_back(line);
    CodeReader reader(file.is_cpp() || file.is_javascript() || file.is(".glsl") ? "//" : "#");
    for (const std::string& line : file.lines) {
        // An include's path is code, not a string.
        const bool keeps = line.starts_with("#include") || line.starts_with("#embed");
        file.code.push_back(keeps ? line : reader.code_of(line));
    }
    return file;
}

} // namespace

std::vector<SourceFile> read_repository(const std::string& root) {
    namespace fs = std::filesystem;
    std::vector<SourceFile> files;
    std::error_code failure;
    for (const char* folder : {"src", "tests", "web", "scripts", "shaders", ".ci"}) {
        auto found = fs::recursive_directory_iterator(fs::path(root) / folder, failure);
        for (; !failure && found != fs::recursive_directory_iterator(); found.increment(failure)) {
            if (found->path().filename() == "node_modules") found.disable_recursion_pending();
            if (!found->is_regular_file() || !is_ours(found->path())) continue;
            files.push_back(read_file(found->path(), fs::relative(found->path(), root).string()));
        }
    }
    files.push_back(read_file(fs::path(root) / "CMakeLists.txt", "CMakeLists.txt"));
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

bool has_word(std::string_view text, std::string_view word) {
    const auto is_name = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
    };
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool starts = at == 0 || !is_name(text[at - 1]) || !is_name(word.front());
        const bool stops = end == text.size() || !is_name(text[end]) || !is_name(word.back());
        if (starts && stops) return true;
    }
    return false;
}

} // namespace tidy
