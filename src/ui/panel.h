// What a screen is to the shell: something that draws into the sheet and may hold unsaved edits.
//
// Screens are made by the registry in ui/screens/panels.cpp when their address is reached and kept
// until another one is. Each is two files: <name>_model, which holds what is edited, queries anew
// when the book's revision changed and turns intents into commands (no ImGui, unit-tested), and
// <name>_screen, which draws the model and answers intents.
#pragma once

#include "ui/draw_frame.h"
#include "ui/frame.h"
#include "ui/notices.h"
#include "ui/routes.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace app {
class App;
class Typesetter;
} // namespace app

namespace platform {
class Assets;
class Clipboard;
class Files;
class KeyDerivation;
class Page;
class Print;
class Site;
} // namespace platform

namespace ui {

class GlyphAtlas;
struct Remembered;

// All that a screen may reach. It lives as long as the page.
struct Desk {
    app::App& app;
    Routes& routes;
    Notices& notices;
    FrameBuilder& images; // For logos.
    GlyphAtlas& glyphs;   // Of documents.
    app::Typesetter& typesetter;
    platform::Assets& assets;
    platform::Page& page;
    platform::Files& files;
    platform::Clipboard& clipboard;
    platform::Print& print;
    platform::Site& site;
    platform::KeyDerivation& keys; // For a sealed copy; the book's own passphrase is the book's.
    Remembered& remembered;        // Of lists, from screen to screen.
};

class Panel {
  public:
    virtual ~Panel() = default;
    // Head and content, in the sheet. `sheet` has no padding: gutters are the screen's
    // (Frame::gutter), so that tables can bleed and lines can cross.
    virtual void draw(Frame& frame, const Rect& sheet) = 0;
    // Of the browser's tab: "Invoices", "INV-0147".
    [[nodiscard]] virtual std::string title() const = 0;
    // The address changed within this screen: what stands after its own part ("0193.../lines").
    virtual void arrive(std::string_view rest) { (void)rest; }
    // Whether that address is where the screen is by its own doing (a saved draft got its id): it
    // stays as it is.
    [[nodiscard]] virtual bool is_at(std::string_view address) const {
        (void)address;
        return false;
    }
    // The page hides or another screen comes: commit what is only in the editor.
    virtual void flush() {}
    // Something typed is not committed yet: leaving the page asks.
    [[nodiscard]] virtual bool has_unsaved() const { return false; }
};

// What stands in the whole window before there is an open, set-up book.
class Gate : public Panel {
  public:
    // Whether it keeps the window although the book is ready: it has not finished with it.
    [[nodiscard]] virtual bool is_holding() = 0;
};

enum class NavPlace : std::uint8_t { none, first, billing, practice };

// One kind of screen. Those with a place stand in the menu, in the order of the registry.
struct PanelKind {
    std::string_view address; // Its own part: "#/invoices".
    std::unique_ptr<Panel> (*make)(Desk& desk, std::string_view rest);
    NavPlace place = NavPlace::none;
    std::string_view label = {};
    Icon icon = Icon::none;
    bool is_on_bar = false; // Among the four of the narrow window's bar.
    // What follows the address belongs to this same screen ("#/settings/taxes"); otherwise another
    // rest is another screen ("#/invoices/0193...").
    bool keeps_rest = false;
    // Of the item of the menu that is lit meanwhile; empty: its own.
    std::string_view stands_under = {};
};

// What can be started from anywhere: palette, keys and the list behind "?".
struct Action {
    std::string_view label;   // "New invoice".
    std::string_view address; // Where it begins.
    Icon icon = Icon::none;
    char32_t key = 0; // A letter without modifiers; 0: none.
};

// The registry (ui/screens/panels.cpp).
[[nodiscard]] std::span<const PanelKind> panel_kinds();
[[nodiscard]] std::span<const Action> actions();
// What stands in the whole window while there is no open, set-up book: first run, passphrase,
// restore. Asked for each time the book leaves the state of being ready.
[[nodiscard]] std::unique_ptr<Gate> make_gate(Desk& desk);

} // namespace ui
