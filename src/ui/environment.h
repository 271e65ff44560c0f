// What the page knows of the window, the person's settings and the device; a plain value.
//
// The platform fills it and wakes a frame when it changes. Lengths are CSS pixels.
#pragma once

#include "ui/geometry.h"

#include <string>

namespace ui {

struct Environment {
    Point size{1440, 900};         // Of the canvas.
    float device_pixel_ratio = 1;  // Device pixels in a CSS pixel; any fraction.
    Rect visible{0, 0, 1440, 900}; // What a soft keyboard leaves of the canvas.
    float inset_top = 0;           // Safe areas of phones.
    float inset_right = 0;
    float inset_bottom = 0;
    float inset_left = 0;
    bool prefers_dark = false;
    bool prefers_more_contrast = false; // Also set under forced colours.
    bool forced_colours = false;
    bool reduced_motion = false;
    bool coarse_pointer = false; // Touch density.
    bool is_mac = false;         // Shortcuts use Command.
    bool is_online = true;
    bool files_are_over = false;  // A person drags files over the window: show where to drop.
    std::string locale = "en-IE"; // Of the browser, BCP 47.
    std::string time_zone = "UTC";

    // Where things may stand: above a soft keyboard, off notches and the bar of gestures.
    [[nodiscard]] Rect safe() const {
        return intersection(visible, {inset_left, inset_top, size.x - inset_left - inset_right,
                                      size.y - inset_top - inset_bottom});
    }
    // A soft keyboard stands over the lower part; a pinch makes both sides less.
    [[nodiscard]] bool has_keyboard() const {
        constexpr float least = 120;
        return visible.width > size.x - 1 && visible.height < size.y - least;
    }

    friend bool operator==(const Environment&, const Environment&) = default;
};

} // namespace ui
