// Every file of the corpus once more, natively: what fuzzing found stays mended.
#include "folders.h"
#include "fuzz/targets.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

base::Bytes file_bytes(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void replay(const std::string& name, void (*target)(base::ByteView)) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(folders::in_checkout("tests/fuzz/corpus/" + name)))
        files.push_back(entry.path());
    std::ranges::sort(files);
    REQUIRE_FALSE(files.empty());
    target({}); // The shortest input there is.
    for (const auto& path : files) {
        CAPTURE(path.string()); // Told when the target stops the program.
        target(file_bytes(path));
    }
}

} // namespace

TEST_CASE("fuzz: number entry") { replay("number_entry", fuzz::number_entry); }
TEST_CASE("fuzz: command JSON") { replay("command_json", fuzz::command_json); }
TEST_CASE("fuzz: scripts") { replay("script", fuzz::script); }
TEST_CASE("fuzz: page records") { replay("page_record", fuzz::page_record); }
TEST_CASE("fuzz: log bodies") { replay("log_body", fuzz::log_body); }
TEST_CASE("fuzz: copies of a book") { replay("book_copy", fuzz::book_copy); }
TEST_CASE("fuzz: images") { replay("image", fuzz::image); }
TEST_CASE("fuzz: files to import") { replay("csv", fuzz::csv); }
TEST_CASE("fuzz: texts of documents") { replay("document_text", fuzz::document_text); }
