// Choosing, opening and looking at a copy: the same in the gate and in Settings.
#pragma once

#include "ui/panel.h"
#include "ui/screens/restore_model.h"

namespace ui {

class RestoreForm {
  public:
    explicit RestoreForm(Desk& desk) : desk_(desk), model_(desk.app, desk.site, desk.keys) {}

    [[nodiscard]] RestoreModel& model() { return model_; }
    // Takes a chosen or dropped file, goes on with a key, and draws into the stack.
    void draw(Frame& frame, Stack& form);

  private:
    void draw_choice(Frame& frame, Stack& form);
    void draw_passphrase(Frame& frame, Stack& form);
    void draw_summary(Frame& frame, Stack& form);

    Desk& desk_;
    RestoreModel model_;
};

} // namespace ui
