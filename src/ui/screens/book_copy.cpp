#include "ui/screens/book_copy.h"

#include "app/app.h"
#include "platform/ports/files.h"
#include "platform/ports/site.h"

#include <span>
#include <string_view>

namespace ui {

namespace {

constexpr std::int64_t copy_days_max = 7;

// What no file system takes in a name becomes a space.
std::string file_words(std::string_view text) {
    std::string words(text);
    for (char& c : words)
        if (std::string_view("\\/:*?\"<>|").contains(c) || (c >= 0 && c < ' ')) c = ' ';
    return words;
}

} // namespace

std::string copy_name(app::App& app) {
    std::string practice = "Folio";
    if (const auto settings = app.settings())
        practice = file_words(settings->practice.identity.name);
    return practice + " " + base::iso_text(app.today()) + ".sqlite";
}

bool CopyAge::is_old() const { return !copied || (!is_newest && days > copy_days_max); }

std::optional<base::Instant> last_change(app::App& app) {
    const auto newest = app.audit_trail(std::nullopt, 1);
    if (!newest || newest->empty()) return std::nullopt;
    return newest->front().at;
}

CopyAge copy_age(app::App& app, const platform::Site& site,
                 const std::optional<base::Instant>& last_change) {
    const auto copied = site.last_copy();
    if (!copied) return {};
    const app::LocalTime at = app.local_time(*copied);
    return {.copied = at,
            .days = base::days_between(at.date, app.today()),
            .is_newest = last_change && last_change->unix_ms <= copied->unix_ms};
}

void download_copy(app::App& app, platform::Files& files, platform::Site& site) {
    const base::Bytes bytes = app.book().file_bytes();
    files.save(copy_name(app), "application/vnd.sqlite3", std::as_bytes(std::span(bytes)));
    const bool is_whole = app.book().phase() != app::BookPhase::damaged && !app.book().is_rescued();
    if (is_whole) site.note_copy(app.now());
}

} // namespace ui
