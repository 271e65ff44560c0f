// What a screen says when something is done: a toast, with Undo where the book can take it back.
//
// Owned by the shell, so that a notice outlives the screen that gave it.
#pragma once

#include "base/id.h"
#include "ui/widgets/message.h"

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace app {
class App;
}

namespace ui {

class Notices {
  public:
    explicit Notices(app::App& app) : app_(app) {}

    // "PDF saved".
    void say(std::string text, Icon icon = Icon::check);
    // Past tense, with Undo, which takes the command back: "Draft for Lukáš Dvořák deleted".
    void done(std::string text, const base::Uuid& command) {
        done(std::move(text), std::vector{command});
    }
    // Of several commands, given in the order in which they were carried out.
    void done(std::string text, std::vector<base::Uuid> commands);
    // Refused or failed: what happened and the way out.
    void refused(std::string text);

    // Draws the toasts and carries out an Undo that was pressed.
    void draw(Frame& frame, const Rect& area);

  private:
    app::App& app_;
    Toasts toasts_;
    std::unordered_map<std::uint64_t, std::vector<base::Uuid>> commands_; // By tag.
    std::uint64_t next_tag_ = 1;
};

} // namespace ui
