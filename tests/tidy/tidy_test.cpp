// The habits of the house that a machine can see. Each finding names file, line and what to do.
#include "folders.h"
#include "tidy/layers.h"
#include "tidy/source_file.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <string_view>

namespace tidy {

namespace {

const std::vector<SourceFile>& repository() {
    static const std::vector<SourceFile> files = read_repository(folders::in_checkout());
    return files;
}

void report(const std::vector<Finding>& findings) {
    std::string text;
    for (const Finding& finding : findings) {
        text += "\n" + finding.path + ":" + std::to_string(finding.line) + ": " + finding.text;
    }
    CHECK_MESSAGE(findings.empty(), text);
}

// Code points, so that a line in another script is not longer than it looks.
std::size_t width(std::string_view line) {
    return static_cast<std::size_t>(
        std::ranges::count_if(line, [](char c) { return (c & 0xc0) != 0x80; }));
}

struct BannedWord {
    std::string_view word;
    std::string_view instead;
    std::string_view except = ""; // A folder or file where it is right.
    std::string_view scope = "src/";
};

constexpr BannedWord banned_words[] = {
    {"using namespace", "name the namespace", "src/platform/native/"},
    {"shared_ptr", "a value or unique_ptr"},
    {"new", "std::make_unique", "src/main_web"},
    {"delete", "values and unique_ptr free themselves"},
    {"throw", "base::fail"},
    {"dynamic_cast", "std::variant"},
    {"typeid", "std::variant"},
    {"assert", "ASSERT, which stays on in release"},
    {"getenv", "options come in by main", "src/main_"},
    {"rand", "base/random.h"},
    {"time(nullptr)", "platform/ports/clock.h"},
    {"system_clock", "platform/ports/clock.h", "src/platform/native/"},
    {"setlocale", "app/formats.h"},
    {"strcpy", "std::string"},
    {"sprintf", "base/text.h"},
    {"atoi", "std::from_chars"},
    {"stoi", "std::from_chars"},
    {"strtod", "base/decimal.h"},
    {"goto", "a function with a name"},
    {"volatile", "there is one thread"},
    {"sleep", "wait for the event itself", "", "tests/unit/"},
};

// `= delete` is no deletion; memory that may run out is asked for with nothrow.
bool is_allowed(std::string_view code, std::string_view word) {
    return (word == "delete" && code.contains("= delete")) ||
           (word == "new" && code.contains("new (std::nothrow)"));
}

// Where a foreign interface asks for floating point.
constexpr std::array<std::string_view, 1> float_exceptions = {"src/store/vfs.cpp"};

} // namespace

TEST_CASE("tidy: a layer includes only what stands below it") {
    report(forbidden_includes(repository()));
}

TEST_CASE("tidy: no banned word stands in code") {
    std::vector<Finding> findings;
    for (const SourceFile& file : repository()) {
        if (!file.is_cpp() || file.in("tests/tidy/")) continue;
        for (std::size_t i = 0; i < file.code.size(); ++i) {
            const std::string& code = file.code[i];
            for (const BannedWord& banned : banned_words) {
                if (!file.in(banned.scope) || !has_word(code, banned.word)) continue;
                if (!banned.except.empty() && file.in(banned.except)) continue;
                if (is_allowed(code, banned.word) || code.starts_with("#include")) continue;
                findings.push_back({file.path, i + 1,
                                    std::string(banned.word) + ": " + std::string(banned.instead)});
            }
        }
    }
    report(findings);
}

TEST_CASE("tidy: no floating point in base, domain, store and sync") {
    std::vector<Finding> findings;
    for (const SourceFile& file : repository()) {
        const bool is_exact = file.in("src/base/") || file.in("src/domain/") ||
                              file.in("src/store/") || file.in("src/sync/");
        if (!is_exact || std::ranges::contains(float_exceptions, file.path)) continue;
        for (std::size_t i = 0; i < file.code.size(); ++i) {
            if (has_word(file.code[i], "float") || has_word(file.code[i], "double")) {
                findings.push_back({file.path, i + 1, "money path: integers and base/decimal.h"});
            }
        }
    }
    report(findings);
}

TEST_CASE("tidy: only platform/web and main_web know Emscripten") {
    std::vector<Finding> findings;
    for (const SourceFile& file : repository()) {
        if (!file.in("src/") || file.in("src/platform/web/") || file.in("src/main_web")) continue;
        for (std::size_t i = 0; i < file.code.size(); ++i) {
            for (const char* word : {"__EMSCRIPTEN__", "EM_ASM", "EM_JS", "EM_ASYNC_JS"}) {
                if (has_word(file.code[i], word)) {
                    findings.push_back({file.path, i + 1, "belongs in platform/web"});
                }
            }
        }
    }
    report(findings);
}

TEST_CASE("tidy: a header opens with its purpose, then #pragma once") {
    std::vector<Finding> findings;
    for (const SourceFile& file : repository()) {
        if (!file.is_header()) continue;
        std::size_t purpose = 0;
        while (purpose < file.lines.size() && file.lines[purpose].starts_with("//"))
            ++purpose;
        if (purpose == 0) {
            findings.push_back({file.path, 1, "say what this is, guarantees and does not do"});
        } else if (purpose >= file.lines.size() || file.lines[purpose] != "#pragma once") {
            findings.push_back({file.path, purpose + 1, "#pragma once after the purpose"});
        }
    }
    report(findings);
}

TEST_CASE("tidy: lines have at most 100 columns (120 in JavaScript, CSS), no trailing space") {
    std::vector<Finding> findings;
    for (const SourceFile& file : repository()) {
        const std::size_t columns_max = file.is_javascript() || file.is(".css") ? 120 : 100;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const std::string& line = file.lines[i];
            if (width(line) > columns_max && line.find("#embed") == std::string::npos) {
                findings.push_back({file.path, i + 1, "fold this line"});
            }
            if (line.ends_with(' ') || line.ends_with('\t')) {
                findings.push_back({file.path, i + 1, "ends with a space"});
            }
        }
    }
    report(findings);
}

TEST_CASE("tidy: a file has at most 500 lines") {
    constexpr std::size_t lines_max = 500;
    std::vector<Finding> findings;
    for (const SourceFile& file : repository()) {
        if (file.lines.size() > lines_max) {
            findings.push_back({file.path, file.lines.size(), "one idea a file: split it"});
        }
    }
    report(findings);
}

TEST_CASE("tidy: nothing is left for later in comments") {
    // Split, so that this file does not find itself.
    const std::array<std::string, 3> marks = {std::string("TO") + "DO", std::string("FIX") + "ME",
                                              std::string("HA") + "CK"};
    std::vector<Finding> findings;
    for (const SourceFile& file : repository()) {
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            for (const std::string& mark : marks) {
                if (has_word(file.lines[i], mark)) {
                    findings.push_back({file.path, i + 1, "finish it or file an issue"});
                }
            }
        }
    }
    report(findings);
}

TEST_CASE("tidy: the page's JavaScript stays a thin border") {
    constexpr std::uintmax_t file_bytes_max = 20'000;
    constexpr std::uintmax_t all_bytes_max = 120'000;
    std::vector<Finding> findings;
    std::uintmax_t all = 0;
    for (const SourceFile& file : repository()) {
        if (!file.in("web/") || !file.is_javascript()) continue;
        const auto bytes = std::filesystem::file_size(folders::in_checkout(file.path));
        all += bytes;
        if (bytes > file_bytes_max) findings.push_back({file.path, 0, "more than 20 kB"});
    }
    if (all > all_bytes_max) findings.push_back({"web/", 0, "all JavaScript: more than 120 kB"});
    report(findings);
}

TEST_CASE("tidy: every shader is embedded by some source") {
    std::vector<Finding> findings;
    for (const SourceFile& shader : repository()) {
        if (!shader.in("shaders/")) continue;
        const bool is_used = std::ranges::any_of(repository(), [&](const SourceFile& file) {
            return file.in("src/") && std::ranges::any_of(file.lines, [&](const auto& line) {
                       return line.starts_with("#embed") && line.find(shader.path) != line.npos;
                   });
        });
        if (!is_used) findings.push_back({shader.path, 0, "no source embeds it"});
    }
    report(findings);
}

TEST_CASE("tidy: code is told from comments and strings") {
    struct Row {
        const char* name;
        std::string_view text;
        std::string_view word;
        bool found;
    };
    const Row rows[] = {
        {"whole word", "float x;", "float", true},
        {"part of a name", "floating x; a_float", "float", false},
        {"at the end", "return new", "new", true},
        {"with punctuation", "a.value();", ".value()", true},
        {"with punctuation, longer", "a.value_or(1)", ".value()", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(has_word(row.text, row.word) == row.found);
    }
}

} // namespace tidy
