#include "platform/web/program.h"

#include "platform/web/canvas.h"

#include <utility>

namespace platform {

Program::Program() : shim_(window_), routes_(shim_, "#/") {}

bool Program::start() {
    if (!open_canvas() || !renderer_.create()) {
        Shim::fault("webgl2", "");
        return false;
    }
    if (!add_font(ui::Face::regular, 400, "fonts/inter-400.ttf") ||
        !add_font(ui::Face::medium, 500, "fonts/inter-500.ttf") ||
        !add_font(ui::Face::semibold, 600, "fonts/inter-600.ttf") ||
        !add_font(ui::Face::icons, 0, "fonts/lucide.ttf")) {
        Shim::fault("stopped", "a font of the interface is missing");
        return false;
    }
    return true;
}

void Program::show(ui::Screen& screen) {
    screen_ = &screen;
    shim_.start(*this);
}

bool Program::add_font(ui::Face face, int weight, std::string_view name) {
    fonts_.push_back(Shim::file(name));
    const std::span<const std::byte> file = fonts_.back();
    if (!picture_.fonts().add(face, file)) return false;
    if (weight != 0) shim_.add_font(weight, file);
    return true;
}

bool Program::draw(float seconds, double now_ms) {
    // What was typed or pressed before the address changed belongs to the screen that is left: it
    // sees this frame's input before it goes.
    if (!window_.input.has_news()) take_arrivals();
    const ui::Theme theme = ui::theme_of(window_.environment);
    if (const unsigned background = theme[ui::Color::bg];
        std::exchange(background_, background) != background)
        shim_.set_background(background, theme.appearance == ui::Appearance::dark);
    ui::Painter& painter = picture_.begin(window_.environment, theme, seconds);
    {
        ui::Frame frame({.painter = painter,
                         .mirror = window_.mirror,
                         .input = window_.input,
                         .memory = memory_,
                         .environment = window_.environment,
                         .now_ms = now_ms});
        screen_->draw(frame, routes_);
        routes_.set_overlays(frame.overlay_count());
        if (!arrivals_.empty()) {
            if (!window_.input.has_waiting()) take_arrivals();
            window_.frames.request_one("address");
        }
        if (frame.wanted_at()) {
            if (*frame.wanted_at() <= now_ms)
                window_.frames.request_one("animation");
            else
                window_.frames.request_at(*frame.wanted_at(), "timer");
        }
    }
    drawn_ = picture_.end();
    renderer_.apply(drawn_.texture_changes);
    is_presented_ = is_presented_ && drawn_.is_as_before;
    return !drawn_.is_as_before;
}

void Program::present() {
    if (!std::exchange(is_presented_, true)) renderer_.draw(drawn_);
}

void Program::flush() { screen_->flush(); }

void Program::graphics_restored() {
    picture_.forget_textures();
    if (!renderer_.create()) Shim::fault("webgl2", "");
    forget_canvas();
}

void Program::arrived(std::string_view hash, int depth) {
    arrivals_.push_back({.address = std::string(hash), .depth = depth});
}

void Program::take_arrivals() {
    for (const Arrival& arrival : arrivals_)
        routes_.arrived(arrival.address, arrival.depth);
    arrivals_.clear();
}

} // namespace platform
