// Passphrases that belong together stand in one form of the page, so that the browser's password
// manager knows which to offer, to make up and to keep. It may submit the form itself.
#pragma once

#include "ui/frame.h"

namespace ui {

class PassphraseGroup {
  public:
    // `place` is about where the fields stand.
    PassphraseGroup(Frame& frame, const Rect& place)
        : frame_(frame),
          group_(frame, {.id = frame.id("passphrases"), .role = Role::form, .rect = place}) {}

    [[nodiscard]] bool was_submitted() const { return frame_.input().was_activated(group_.id()); }

  private:
    Frame& frame_;
    Group group_;
};

} // namespace ui
