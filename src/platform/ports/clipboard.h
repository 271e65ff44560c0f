// The clipboard, as far as the program writes it.
//
// Reading is not here: pasted text comes as an event, because browsers ask the person before a page
// may read. A write is only allowed inside the event of a click or of a copy, which is when frames
// run; it has no answer.
#pragma once

#include <string_view>

namespace platform {

class Clipboard {
  public:
    virtual ~Clipboard() = default;
    // Puts plain text (UTF-8) on the clipboard.
    virtual void write(std::string_view text) = 0;
};

} // namespace platform
