#include "ui/screens/book_copy.h"

#include "app/app.h"
#include "platform/ports/files.h"
#include "platform/ports/site.h"

#include <span>
#include <string_view>

namespace ui {

namespace {

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

void download_copy(app::App& app, platform::Files& files, platform::Site& site) {
    const base::Bytes bytes = app.book().file_bytes();
    files.save(copy_name(app), "application/vnd.sqlite3", std::as_bytes(std::span(bytes)));
    site.note_copy(app.now());
}

} // namespace ui
