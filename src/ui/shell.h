// The window: which screen is shown, the frame around it, palette, toasts, banners, shortcuts.
//
// It knows the registry of screens, the address bar and the state of the book, and nothing of what
// the screens do. While the book is not open it shows the gate instead (first run, passphrase).
#pragma once

#include "ui/panel.h"
#include "ui/screen.h"
#include "ui/screens/remembered.h"
#include "ui/shell_frame.h"
#include "ui/widgets/palette.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

class Shell final : public Screen {
  public:
    struct Ports {
        app::App& app;
        Routes& routes;
        FrameBuilder& images;
        GlyphAtlas& glyphs;
        app::Typesetter& typesetter;
        platform::Assets& assets;
        platform::Page& page;
        platform::Files& files;
        platform::Clipboard& clipboard;
        platform::Print& print;
        platform::Site& site;
        platform::KeyDerivation& keys;
    };
    explicit Shell(const Ports& ports);
    ~Shell() override;

    void draw(Frame& frame, Routes& routes) override;
    void flush() override;

    // The check of the open book found something: it is said above every screen.
    void set_damage(base::Error finding) { damage_ = std::move(finding); }

  private:
    void draw_gate(Frame& frame);
    void draw_open(Frame& frame);
    void follow_address();
    // The address of the item of the menu that is current.
    [[nodiscard]] std::string_view lit_address() const;
    void read_practice();
    std::vector<Banner> banners();
    [[nodiscard]] SavedView saved_view(const Frame& frame);
    void press_banner(std::size_t index);
    void draw_palette(Frame& frame);
    void draw_shortcuts(Frame& frame);
    void draw_more(Frame& frame);
    void take_shortcuts(Frame& frame);
    void tell_page();

    Ports ports_;
    Notices notices_;
    Remembered remembered_;
    Desk desk_;
    Palette palette_;
    std::unique_ptr<Panel> panel_;
    std::unique_ptr<Gate> gate_;
    const PanelKind* kind_ = nullptr;
    std::string address_; // That panel_ was made for.
    std::vector<NavItem> nav_first_, nav_billing_, nav_practice_;
    std::string practice_;
    PictureTexture logo_;
    std::optional<base::Digest> logo_digest_;
    std::uint64_t read_revision_ = ~0ULL;
    std::vector<PaletteEntry> found_;
    std::vector<std::string> found_addresses_;
    std::string found_for_;
    std::uint64_t found_revision_ = ~0ULL;
    std::vector<std::function<void()>> banner_actions_;
    std::string title_;
    std::optional<base::Error> damage_;
    bool asks_before_leaving_ = false;
    bool shows_shortcuts_ = false;
    bool shows_more_ = false;
};

} // namespace ui
