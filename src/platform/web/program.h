// The running page: canvas, renderer, fonts, window and one screen, wired to the browser's events.
//
// Draws a frame when the shim asks for one and hands the mirror's patch back to it. What is shown
// is the screen's business; what the page knows is the shim's.
#pragma once

#include "platform/web/gl_renderer.h"
#include "platform/web/shim.h"
#include "ui/picture.h"
#include "ui/screen.h"

#include <cstddef>
#include <string>
#include <vector>

namespace platform {

class Program final : public PageProgram {
  public:
    Program();

    // Opens the canvas and loads the fonts. False after the page was told why it cannot go on.
    [[nodiscard]] bool start();
    // From here on frames are drawn. The screen lives as long as the page.
    void show(ui::Screen& screen);

    Shim& shim() { return shim_; }
    ui::Window& window() { return window_; }
    ui::Routes& routes() { return routes_; }
    ui::Picture& picture() { return picture_; }

    bool draw(float seconds, double now_ms) override;
    void present() override;
    void forget_canvas() override { is_presented_ = false; }
    void flush() override;
    void graphics_lost() override {}
    void graphics_restored() override;
    void arrived(std::string_view hash, int depth) override;

  private:
    // An address of the browser's history that the routes have not heard of yet.
    struct Arrival {
        std::string address;
        int depth = 0;
    };

    void take_arrivals();
    bool add_font(ui::Face face, int weight, std::string_view name);

    ui::Window window_;
    Shim shim_;
    ui::Routes routes_;
    std::vector<Arrival> arrivals_;
    ui::Picture picture_;
    GlRenderer renderer_;
    ui::Memory memory_;
    ui::Screen* screen_ = nullptr;
    std::vector<std::vector<std::byte>> fonts_; // The atlas reads them as long as it lives.
    ui::DrawFrame drawn_;                       // Lives until the next one is begun.
    bool is_presented_ = true;                  // The canvas shows what was drawn last.
    unsigned background_ = 0;
};

} // namespace platform
