// What fills the window: the shell with its screens, or a test's own page.
//
// The program asks it to draw once a frame and tells it what concerns all screens.
#pragma once

#include "ui/frame.h"
#include "ui/routes.h"

namespace ui {

class Screen {
  public:
    virtual ~Screen() = default;
    virtual void draw(Frame& frame, Routes& routes) = 0;
    // The page is hidden or goes away: commit what is only in the editor.
    virtual void flush() = 0;
};

} // namespace ui
