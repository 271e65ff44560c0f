// The address bar: which screen is shown, and what Back means.
//
// Every screen and record has an address ("#/invoices/0191..."). A dialog, sheet or menu that is
// open adds an entry to the history, so that Back closes it before it leaves the screen; when it is
// closed otherwise its entry is taken away again. What an address means is the shell's business.
#pragma once

#include "platform/ports/page.h"

#include <optional>
#include <string>
#include <string_view>

namespace ui {

class Routes {
  public:
    Routes(platform::Page& page, std::string start)
        : page_(page), address_(std::move(start)), entry_(address_) {}

    // The address of the screen, with its "#"; "#/" for an empty one.
    const std::string& address() const { return address_; }

    // Goes to another screen; overlays are closed by it. The same address adds no entry.
    void go(std::string_view address);
    // Corrects the address of the screen that is shown (a saved draft got its id).
    void replace(std::string_view address);
    void back() { page_.go_back(1); }
    // No overlay has an entry of its own in the history: the screen's can be replaced.
    [[nodiscard]] bool is_at_screen() const { return depth_ == 0 && expected_back_ == 0; }

    // Called once a frame with the number of overlays that are open (dialog, sheet, palette).
    void set_overlays(int open);
    // How many of the topmost overlays Back asks to close; cleared by the call.
    int take_overlays_to_close();
    // True once after the address changed by Back, Forward or typing.
    bool take_moved();

    // By the platform: the history is now at this address and depth.
    void arrived(std::string_view address, int depth);

  private:
    platform::Page& page_;
    std::string address_;
    std::string entry_; // What the history's entry of the screen says, until it is corrected.
    int depth_ = 0;     // Overlays that have an entry in the history.
    int to_close_ = 0;
    int expected_back_ = 0;  // Steps back that we asked for and that only take entries away.
    int closing_frames_ = 0; // How long overlays that were asked to close may still be drawn.
    bool moved_ = false;
    std::optional<std::string> after_back_; // Where to go once our entries are gone.
};

} // namespace ui
