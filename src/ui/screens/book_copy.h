// A copy of the book for outside this browser: its name, its bytes, and when it was made.
#pragma once

#include "app/local_time.h"
#include "base/instant.h"

#include <cstdint>
#include <optional>
#include <string>

namespace app {
class App;
}

namespace platform {
class Files;
class Site;
} // namespace platform

namespace ui {

// "Harbour Street Therapy 2026-11-20.sqlite"; "Folio ..." while the practice cannot be read.
[[nodiscard]] std::string copy_name(app::App& app);
// Hands the book over as a file, saved or not, and notes the day of the copy; what is left of a
// damaged book counts as none.
void download_copy(app::App& app, platform::Files& files, platform::Site& site);

// The last copy against what has happened since.
struct CopyAge {
    std::optional<app::LocalTime> copied; // None: no copy was made from this browser.
    std::int64_t days = 0;
    bool is_newest = false; // Nothing was changed since.

    // There is none, or one of more than a week that lacks something.
    [[nodiscard]] bool is_old() const;
};
[[nodiscard]] std::optional<base::Instant> last_change(app::App& app);
[[nodiscard]] CopyAge copy_age(app::App& app, const platform::Site& site,
                               const std::optional<base::Instant>& last_change);

} // namespace ui
