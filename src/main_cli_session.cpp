#include "main_cli_session.h"

#include "app/command_json.h"
#include "app/imports/import_json.h"
#include "platform/sim/clock.h"

#include <cstdio>
#include <string_view>
#include <utility>

namespace cli {

namespace {

// The options of an import; false for what is none.
bool read_import_option(std::string_view argument, Options& options) {
    if (argument == "--preview") {
        options.previews = true;
    } else if (argument.starts_with("--map=")) {
        const auto choice = app::column_choice(argument.substr(6));
        if (!choice) return false;
        options.importing.columns.push_back(*choice);
    } else if (argument.starts_with("--decimal=")) {
        options.importing.decimal_mark = app::decimal_mark(argument.substr(10));
        return options.importing.decimal_mark.has_value();
    } else if (argument.starts_with("--repeated=")) {
        const auto repeated = app::repeated_rows(argument.substr(11));
        if (!repeated) return false;
        options.importing.repeated = *repeated;
    } else {
        return false;
    }
    return true;
}

} // namespace

std::optional<std::string> read_file(const char* path) {
    std::FILE* const file = std::fopen(path, "rb");
    if (file == nullptr) return std::nullopt;
    std::string content;
    char chunk[65536];
    for (std::size_t count = 1; count > 0;) {
        count = std::fread(chunk, 1, sizeof chunk, file);
        content.append(chunk, count);
    }
    const bool failed = std::ferror(file) != 0;
    std::fclose(file);
    return failed ? std::nullopt : std::optional(std::move(content));
}

std::optional<Options> options_of(Arguments arguments) {
    Options options;
    for (const std::string_view argument : arguments) {
        if (argument.starts_with("--today=")) {
            const auto day = base::parse_iso_date(argument.substr(8));
            if (!day) return std::nullopt;
            options.today = *day;
        } else if (argument.starts_with("--seed=")) {
            const auto seed = base::parse_scaled(argument.substr(7), 0);
            if (!seed) return std::nullopt;
            options.seed = *seed;
        } else if (argument.starts_with("--assets=")) {
            options.assets = argument.substr(9);
        } else if (argument.starts_with("--format=")) {
            options.format = argument.substr(9);
        } else if (argument == "--stop-on-error") {
            options.stops_on_error = true;
        } else if (argument.starts_with("--")) {
            if (!read_import_option(argument, options)) return std::nullopt;
        } else {
            options.words.emplace_back(argument);
        }
    }
    return options;
}

int usage(const char* text) {
    std::fprintf(stderr, "usage: %s\n", text);
    return exit_usage;
}

std::string text_of(const store::Json& json) { return store::canonical_text(json); }

Session::Session(const Options& options) {
    constexpr std::int64_t noon_ms = 43'200'000;
    constexpr std::int64_t ms_per_day = 86'400'000;
    if (options.today)
        clock_ = std::make_unique<platform::SimClock>(
            base::Instant{options.today->days_since_epoch() * ms_per_day + noon_ms});
    else
        clock_ = std::make_unique<platform::SystemClock>();
    if (options.seed)
        entropy_ =
            std::make_unique<platform::SimEntropy>(static_cast<std::uint64_t>(*options.seed));
    else
        entropy_ = std::make_unique<platform::SystemEntropy>();
    app_ = std::make_unique<app::App>(app::Ports{.disk = disk_,
                                                 .clock = *clock_,
                                                 .entropy = *entropy_,
                                                 .keys = keys_,
                                                 .time_zones = time_zones_});
}

base::Result<store::Book::Phase> Session::open(const std::string& path) {
    app_->book().open(path);
    while (app_->book().phase() == store::Book::Phase::opening)
        TRY_VOID(app_->step());
    TRY_VOID(app_->step());
    return app_->book().phase();
}

bool Session::open_ready(const std::string& path) {
    const auto phase = open(path);
    if (!phase) {
        report(phase.error());
        return false;
    }
    if (*phase == store::Book::Phase::ready) return true;
    const auto& failure = app_->book().failure();
    report(failure ? *failure : base::Error{.code = base::Code::not_a_book});
    return false;
}

base::Result<void> Session::save() {
    while (app_->saved_revision() < app_->revision()) {
        TRY_VOID(app_->step());
        TRY_VOID(app_->book().allows(store::Book::Work::binding));
    }
    return {};
}

void Session::report(const base::Error& error) {
    std::printf("%s\n", text_of(app::error_json(error)).c_str());
}

} // namespace cli
