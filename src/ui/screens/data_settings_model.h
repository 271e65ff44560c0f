// Settings > Data: how safe the book is, copies of it, its passphrase, and its end in this browser.
#pragma once

#include "app/app.h"
#include "platform/ports/site.h"
#include "ui/screens/passphrase_change.h"

#include <optional>
#include <string>
#include <string_view>

namespace platform {
class Files;
}

namespace ui {

class DataSettingsModel {
  public:
    DataSettingsModel(app::App& app, platform::Site& site, platform::KeyDerivation& keys,
                      platform::Files& files);

    // Once a frame. True in the one in which the passphrase has been changed.
    [[nodiscard]] bool step();

    // "Everything is saved", "Saving", "Not saved: ..."
    [[nodiscard]] std::string saved_words() const;
    [[nodiscard]] bool is_saved() const;
    // What the browser said when it was asked to keep the book, and the room it has.
    [[nodiscard]] std::string_view promise_words() const;
    [[nodiscard]] bool is_promised() const;
    void ask_for_promise() { site_.request_persistence(); }
    [[nodiscard]] std::string room_words() const; // Empty while unknown.

    // "Today", "15 days ago", and whether something was changed since.
    [[nodiscard]] std::string copy_words() const;
    [[nodiscard]] bool is_copy_old() const;
    void download();

    [[nodiscard]] bool is_sealed() const { return app_.book().is_sealed(); }
    [[nodiscard]] bool can_change() const;
    [[nodiscard]] PassphraseChange& passphrase() { return passphrase_; }

    // Removing the book takes its name, typed by hand.
    [[nodiscard]] const std::string& practice() const { return practice_; }
    std::string typed_name;
    [[nodiscard]] bool may_remove() const;
    void remove();

  private:
    void read();

    app::App& app_;
    platform::Site& site_;
    platform::Files& files_;
    PassphraseChange passphrase_;
    std::optional<std::uint64_t> read_revision_;
    std::string practice_;
    std::optional<base::Instant> last_change_;
};

} // namespace ui
