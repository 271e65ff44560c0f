// What the commands of the command line share: their options, and a book that is open for one run.
//
// Options are read once for all commands; each takes those that it knows. A book's answers and
// refusals are printed as JSON, one a line.
#pragma once

#include "app/app.h"
#include "app/imports/import.h"
#include "main_cli_book.h"
#include "platform/native/disk.h"
#include "platform/native/system.h"
#include "platform/native/time_zones.h"
#include "store/json_codec.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cli {

struct Options {
    std::vector<std::string> words;
    std::optional<base::Date> today;
    std::optional<std::int64_t> seed;
    bool stops_on_error = false;
    std::string assets = ".";
    std::string format; // Empty: the command's own.
    bool previews = false;
    app::ImportOptions importing;
};

// The whole file; nothing when it can't be read.
[[nodiscard]] std::optional<std::string> read_file(const char* path);

// Nothing where one is wrong or unknown.
[[nodiscard]] std::optional<Options> options_of(Arguments arguments);

// Says how the command is written; exit_usage.
int usage(const char* text);

[[nodiscard]] std::string text_of(const store::Json& json);

// One run of the program over one book.
class Session {
  public:
    explicit Session(const Options& options);

    [[nodiscard]] app::App& app() { return *app_; }

    // Reads the file; the book is then ready, empty or something else.
    [[nodiscard]] base::Result<store::Book::Phase> open(const std::string& path);
    // Opens a book that must be there; reports why it can't be.
    [[nodiscard]] bool open_ready(const std::string& path);
    // Waits until all that is committed is on the disk.
    [[nodiscard]] base::Result<void> save();

    static void report(const base::Error& error);

  private:
    platform::FileDisk disk_;
    std::unique_ptr<platform::Clock> clock_;
    std::unique_ptr<platform::Entropy> entropy_;
    platform::DirectKeyDerivation keys_;
    platform::SystemTimeZones time_zones_;
    std::unique_ptr<app::App> app_;
};

} // namespace cli
