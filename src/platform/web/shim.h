// The web platform of the interface: ports towards the page, events towards ui::Window.
//
// Frames run here: in the event itself for presses, clicks, copies and resizes (so that focus and
// clipboard fall into the person's action and nothing stretches), otherwise in the next animation
// frame. Of the frames that one event needs only the last one reaches the canvas: a slow graphics
// card must not keep the page's elements behind what was pressed. Draws nothing itself; the program
// does.
#pragma once

#include "platform/ports/clipboard.h"
#include "platform/ports/files.h"
#include "platform/ports/page.h"
#include "platform/ports/print.h"
#include "ui/window.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace platform {

// What the page needs from the program.
class PageProgram {
  public:
    virtual ~PageProgram() = default;
    // Draws one frame between Window::begin_frame and end_frame. `seconds` since the last one.
    // False if it looks as the one before.
    virtual bool draw(float seconds, double now_ms) = 0;
    // The canvas shows the frame that was drawn last.
    virtual void present() = 0;
    // The canvas has lost its picture: the next `present` draws whatever was drawn last.
    virtual void forget_canvas() = 0;
    // The page is hidden or goes away: whatever is only in the editor must be committed now.
    virtual void flush() = 0;
    virtual void graphics_lost() = 0;
    virtual void graphics_restored() = 0;
    virtual void arrived(std::string_view hash, int depth) = 0;
};

class Shim final : public Page, public Clipboard, public Files, public Print {
  public:
    explicit Shim(ui::Window& window) : window_(window) {}

    // Starts listening; from here on events come. Both live until the page is closed.
    void start(PageProgram& program);
    // Bytes of a file of the build that was fetched with the program; empty if there is none.
    static std::vector<std::byte> file(std::string_view name);
    // Shows the page's own message that the program cannot go on: kinds are those of web/boot.js.
    static void fault(std::string_view kind, std::string_view text);

    // The interface's font file for the elements of the page, at a CSS weight.
    void add_font(int weight, std::span<const std::byte> file);
    // Frames asked for outside of events (an acknowledged save) reach the page through this.
    void wake(const char* reason);

    void apply(std::span<const std::byte> patch) override;
    void set_title(std::string_view title) override;
    void push_address(std::string_view hash, int depth) override;
    void replace_address(std::string_view hash, int depth) override;
    void go_back(int steps) override;
    void set_asks_before_leaving(bool asks) override;
    void reload() override;
    void set_background(unsigned colour, bool is_dark) override;
    void write(std::string_view text) override;
    void open(std::uint32_t request, std::string_view accept) override;
    void save(std::string_view name, std::string_view type,
              std::span<const std::byte> bytes) override;
    void print(std::span<const std::byte> pdf) override;

    // Called by the page's events; see the exported functions in shim.cpp.
    ui::Window& window() { return window_; }
    PageProgram& program() { return *program_; }
    // Room in which the page hands over the text of an event; valid until the next call.
    char* scratch(std::size_t size);
    // Draws as many frames as the waiting input needs, now, and shows the last of them.
    void run_now(double now_ms);
    // Asks the page for the next frame or timer that the window wants.
    void schedule();
    bool graphics_are_lost = false;

  private:
    ui::Window& window_;
    PageProgram* program_ = nullptr;
    std::vector<char> scratch_;
    bool is_drawing_ = false;
    bool is_presented_ = false;
};

} // namespace platform
