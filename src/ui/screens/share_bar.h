// A sum as a bar of its parts, and the whole percents they are of it.
//
// The parts stand side by side with 2 px between them, as long as their amounts; nothing stands for
// an amount of zero, and whatever is there can be seen. Percents are spread by largest remainder,
// so that they add up to 100.
#pragma once

#include "ui/frame.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace ui {

struct Share {
    std::string label;  // "31–60".
    std::string amount; // "€401.40".
    std::int64_t minor = 0;
    int percent = 0; // Of all the shares beside it.
};

// Fills in the percents; all zero where the amounts are.
void set_percents(std::vector<Share>& shares);

// `colors` has one for each share. Spoken as one picture: "Not yet due 40 %, 31–60 15 %".
void share_bar(Frame& frame, const Rect& rect, std::span<const Share> shares,
               std::span<const Color> colors, std::string_view name);
// The dot of a share in a legend, its middle at `center`.
void share_dot(Frame& frame, Point center, Color color);

} // namespace ui
