// A window without a browser: draws frames of the kit and plays pointer and keys to it.
#pragma once

#include "folders.h"
#include "ui/frame.h"
#include "ui/picture.h"

#include <cstddef>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

class KitWindow {
  public:
    KitWindow() {
        environment.reduced_motion = true;
        load(ui::Face::regular, "inter-400.ttf");
        load(ui::Face::medium, "inter-500.ttf");
        load(ui::Face::semibold, "inter-600.ttf");
        load(ui::Face::icons, "lucide.ttf");
    }

    // One frame; `draw` gets the Frame.
    template <typename Draw>
    ui::DrawFrame frame(Draw draw) {
        now_ms += 16;
        input.begin_frame();
        mirror.begin_frame();
        ui::Painter& painter = picture.begin(environment, ui::theme_of(environment), 0.016F);
        {
            ui::Frame drawn({.painter = painter,
                             .mirror = mirror,
                             .input = input,
                             .memory = memory,
                             .environment = environment,
                             .now_ms = now_ms});
            draw(drawn);
            overlays = drawn.overlay_count();
        }
        ui::DrawFrame bytes = picture.end();
        (void)mirror.end_frame(now_ms);
        return bytes;
    }

    // Move, press and release at a point, each in a frame of its own.
    template <typename Draw>
    void click(ui::Point at, Draw draw) {
        point(ui::PointerAction::move, at);
        frame(draw);
        point(ui::PointerAction::press, at);
        frame(draw);
        point(ui::PointerAction::release, at);
        frame(draw);
    }

    template <typename Draw>
    void press_key(ui::KeyPress key, Draw draw) {
        key.target = mirror.focused();
        input.push(key);
        frame(draw);
    }

    void point(ui::PointerAction action, ui::Point at) {
        input.push(ui::PointerInput{.action = action, .position = at});
    }

    // The first node of that name in the last frame; its rectangle in the window.
    const ui::Mirror::Entry* find(std::string_view name) const {
        for (const ui::Mirror::Entry& entry : mirror.nodes())
            if (entry.node.name == name) return &entry;
        return nullptr;
    }
    ui::Point middle(std::string_view name) const {
        const ui::Mirror::Entry* const entry = find(name);
        if (entry == nullptr) return {-1, -1};
        return {entry->rect.center_x(), entry->rect.center_y()};
    }
    std::size_t count(ui::Role role) const {
        std::size_t found = 0;
        for (const ui::Mirror::Entry& entry : mirror.nodes())
            found += entry.node.role == role ? 1 : 0;
        return found;
    }

    ui::Picture picture;
    ui::Mirror mirror;
    ui::InputState input;
    ui::Memory memory;
    ui::Environment environment;
    double now_ms = 1000;
    int overlays = 0;
    bool loaded = true; // Every font was there.

  private:
    void load(ui::Face face, const char* name) {
        std::ifstream file(folders::in_build("fonts/") + name, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        const auto* const bytes = reinterpret_cast<const std::byte*>(text.data());
        files_.emplace_back(bytes, bytes + text.size());
        loaded &= picture.fonts().add(face, files_.back());
    }

    std::vector<std::vector<std::byte>> files_; // The atlas reads them.
};
