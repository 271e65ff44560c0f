#include "tidy/layers.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace tidy {

namespace {

struct Layer {
    std::string_view folder;
    std::initializer_list<std::string_view> may_include; // Prefixes of paths below src/.
};

// The first line whose folder fits is the file's layer.
const Layer layers[] = {
    {"src/base/", {"base/"}},
    {"src/platform/ports/", {"base/", "platform/ports/"}},
    {"src/platform/native/", {"base/", "platform/ports/", "platform/native/"}},
    {"src/platform/sim/", {"base/", "platform/ports/", "platform/sim/"}},
    {"src/platform/web/", {"base/", "platform/ports/", "platform/web/", "ui/"}},
    {"src/domain/", {"base/", "domain/"}},
    {"src/documents/", {"base/", "domain/", "documents/"}},
    {"src/store/", {"base/", "domain/", "platform/ports/", "store/"}},
    {"src/sync/", {"base/", "domain/", "platform/ports/", "sync/"}},
    {"src/app/", {"base/", "domain/", "documents/", "platform/ports/", "store/", "sync/", "app/"}},
    {"src/ui/", {"base/", "domain/", "documents/", "platform/ports/", "app/", "ui/"}},
    {"src/simulation/", {"base/", "domain/", "store/", "app/", "platform/", "simulation/"}},
    {"src/main_web",
     {"base/", "platform/", "ui/", "app/", "store/", "documents/", "browser/", "main_web"}},
    {"src/main_",
     {"base/", "domain/", "documents/", "store/", "sync/", "app/", "ui/", "platform/",
      "simulation/", "main_"}},
};

struct Guarded {
    std::string_view header; // As it begins after '<'.
    std::initializer_list<std::string_view> only_in;
    std::string_view instead;
};

const Guarded guarded[] = {
    {"sqlite3", {"src/store/"}, "go through store/sqlite.h"},
    {"imgui", {"src/ui/", "src/platform/web/", "src/main_web"}, "draw through ui/"},
    {"imstb_", {"src/ui/"}, "draw through ui/"},
    {"sodium", {"src/base/", "src/store/", "src/sync/", "src/platform/"}, "use base/hash.h"},
    {"hb", {"src/documents/"}, "use documents' font and shaping"},
    {"SheenBidi", {"src/documents/"}, "use documents' shaping"},
    {"zlib", {"src/documents/", "src/store/", "src/sync/"}, "compress in the layer that writes"},
    {"qrcodegen", {"src/documents/"}, "use documents' QR code"},
    {"nlohmann/", {"src/app/", "src/store/", "src/sync/", "src/documents/"}, "JSON is app's"},
    {"pugixml", {}, "tests read XML with it; what is written goes through documents/xml_writer.h"},
    {"SDL", {"src/platform/web/", "src/main_web"}, "the window is platform/web's"},
    {"GLES", {"src/platform/web/", "src/main_web"}, "GL is platform/web's"},
    {"emscripten", {"src/platform/web/", "src/main_web"}, "the page is platform/web's"},
    {"doctest", {}, "tests are in tests/"},
    {"chrono>", {"src/platform/", "src/main_"}, "time comes in by platform/ports/clock.h"},
    {"ctime>", {"src/platform/", "src/main_"}, "time comes in by platform/ports/clock.h"},
    {"time.h>", {"src/platform/", "src/main_"}, "time comes in by platform/ports/clock.h"},
    {"random>", {}, "base/random.h, seeded through platform/ports/entropy.h"},
    {"fstream>", {"src/platform/native/", "src/main_cli", "src/main_sim"}, "files are ports"},
    {"filesystem>", {"src/platform/native/", "src/main_cli", "src/main_sim"}, "files are ports"},
    {"cstdio>", {"src/base/assert.cpp", "src/platform/", "src/ui/", "src/main_"}, "mains print"},
    {"stdio.h>", {}, "only mains print, with <cstdio>"},
    {"unistd.h>", {"src/platform/native/"}, "the system is platform/native's"},
    {"fcntl.h>", {"src/platform/native/"}, "the system is platform/native's"},
    {"sys/", {"src/platform/native/"}, "the system is platform/native's"},
    {"thread>", {}, "work in steps; there is one thread"},
    {"mutex>", {}, "work in steps; there is one thread"},
    {"atomic>", {}, "work in steps; there is one thread"},
    {"format>", {}, "costs the page 300 kB: base/text.h"},
    {"print>", {}, "costs the page 300 kB: base/text.h"},
    {"iostream>", {}, "costs the page 300 kB: base/text.h"},
    {"sstream>", {}, "costs the page 300 kB: base/text.h"},
    {"iomanip>", {}, "costs the page 300 kB: base/text.h"},
    {"locale>", {}, "costs the page 300 kB: app/formats.h"},
    {"regex>", {}, "costs the page 300 kB: read the text by hand"},
    {"exception>", {}, "there are no exceptions: base/result.h"},
    {"stdexcept>", {}, "there are no exceptions: base/result.h"},
    {"typeinfo>", {}, "there is no run-time type information: std::variant"},
    {"any>", {}, "std::variant, for a closed set"},
};

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> prefixes) {
    return std::ranges::any_of(prefixes, [&](auto prefix) { return text.starts_with(prefix); });
}

// What stands between the delimiters of an #include or #embed line.
std::optional<std::string_view> included(std::string_view line, char open, char close) {
    if (!line.starts_with("#include")) return std::nullopt;
    const std::size_t start = line.find(open);
    if (start == std::string_view::npos) return std::nullopt;
    const std::size_t end = line.find(close, start + 1);
    if (end == std::string_view::npos) return std::nullopt;
    return line.substr(start + 1, end - start - (open == '<' ? 0 : 1));
}

std::optional<std::string> why_not(const SourceFile& file, const Layer& layer,
                                   std::string_view line) {
    if (const auto ours = included(line, '"', '"')) {
        if (ours->starts_with("assets/") || begins_with_any(*ours, layer.may_include)) return {};
        return std::string(layer.folder) + " may not include " + std::string(*ours);
    }
    const auto theirs = included(line, '<', '>');
    if (!theirs.has_value()) return {};
    for (const Guarded& guard : guarded) {
        if (!theirs->starts_with(guard.header)) continue;
        if (begins_with_any(file.path, guard.only_in)) return {};
        return "<" + std::string(*theirs) + ": " + std::string(guard.instead);
    }
    return {};
}

} // namespace

std::vector<Finding> forbidden_includes(const std::vector<SourceFile>& files) {
    std::vector<Finding> findings;
    for (const SourceFile& file : files) {
        if (!file.in("src/")) continue;
        const auto* layer =
            std::ranges::find_if(layers, [&](const Layer& one) { return file.in(one.folder); });
        if (layer == std::ranges::end(layers)) {
            findings.push_back({file.path, 0, "stands in no layer"});
            continue;
        }
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            if (auto reason = why_not(file, *layer, file.lines[i])) {
                findings.push_back({file.path, i + 1, *reason});
            }
        }
    }
    return findings;
}

} // namespace tidy
