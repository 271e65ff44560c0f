// A copy of a book on its way in: chosen, opened (with its passphrase if it is sealed), looked at,
// and put in the place of the book that is here, or of none.
//
// Nothing changes before `restore`, and nothing when it fails. The copy gets a new device id and a
// new series here (app/restore.h).
#pragma once

#include "app/restore.h"
#include "base/bytes.h"
#include "platform/ports/key_derivation.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace app {
class App;
}

namespace platform {
class Site;
}

namespace ui {

class RestoreModel {
  public:
    RestoreModel(app::App& app, platform::Site& site, platform::KeyDerivation& keys)
        : app_(app), site_(site), keys_(keys) {}

    enum class State : std::uint8_t {
        none,    // No file, or one that is no copy: `error` says which.
        sealed,  // Waits for the passphrase.
        opening, // Deriving its key.
        open,    // `summary` says what it holds.
        done,
    };
    [[nodiscard]] State state() const { return state_; }

    void take(std::string name, std::span<const std::byte> file);
    [[nodiscard]] const std::string& file_name() const { return name_; }
    [[nodiscard]] std::size_t file_size() const { return file_.size(); }

    std::string passphrase;
    void open();
    // Once a frame: goes on when a key is there.
    void step();
    [[nodiscard]] const app::CopySummary& summary() const { return summary_; }

    void restore();
    // Forgets file and passphrase.
    void drop();

    [[nodiscard]] const std::string& error() const { return error_; }
    void clear_error() { error_.clear(); }

  private:
    void look();

    app::App& app_;
    platform::Site& site_;
    platform::KeyDerivation& keys_;
    State state_ = State::none;
    std::string name_;
    base::Bytes file_;
    std::optional<platform::BookKey> key_;
    app::CopySummary summary_;
    std::string error_;
};

} // namespace ui
