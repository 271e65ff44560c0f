// The page around the canvas: its title, its address, its elements, its warning on leaving.
//
// Everything is told, nothing is asked; what the person does to the page (Back, a typed address, a
// closed tab) comes as events. Addresses are hashes with their "#".
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace platform {

class Page {
  public:
    virtual ~Page() = default;
    // Changes of the mirror's elements, as ui/patch.h writes them.
    virtual void apply(std::span<const std::byte> patch) = 0;
    virtual void set_title(std::string_view title) = 0;
    // A new entry of the history. `depth` counts the overlays open above the screen.
    virtual void push_address(std::string_view hash, int depth) = 0;
    // The entry that is shown gets this address.
    virtual void replace_address(std::string_view hash, int depth) = 0;
    // As the browser's Back, `steps` times.
    virtual void go_back(int steps) = 0;
    // Whether closing the tab asks first. Off as soon as possible: a page that asks is not kept in
    // the browser's back-forward cache.
    virtual void set_asks_before_leaving(bool asks) = 0;
    // Loads the page anew: a newer version, or another try at its storage.
    virtual void reload() = 0;
    // The background behind the canvas and of the browser's own surfaces, 0xAABBGGRR.
    virtual void set_background(unsigned colour, bool is_dark) = 0;
};

} // namespace platform
