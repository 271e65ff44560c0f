// The canvas of the page as SDL's window, with its WebGL2 context.
//
// SDL gives these two and nothing else: its listeners are removed at once, because they prevent
// the browser's own keys and know neither pointers nor the soft keyboard (web/input.library.js
// does). The size of the canvas is set by the page.
#pragma once

namespace platform {

// Creates window and context and makes it current. False if the page has no WebGL2.
[[nodiscard]] bool open_canvas();

} // namespace platform
