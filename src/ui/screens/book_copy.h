// A copy of the book for outside this browser: its name, its bytes, and when it was made.
#pragma once

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
// Hands the book over as a file, saved or not, and notes the day.
void download_copy(app::App& app, platform::Files& files, platform::Site& site);

} // namespace ui
