// What all fields share: label above, box with its border and halo, help or error below.
//
// Internal to the kit. The box is drawn here; what stands in it (text, chosen option, icons) is the
// widget's own.
#pragma once

#include "ui/frame.h"

#include <string_view>

namespace ui {

enum class FieldSize : std::uint8_t {
    normal,  // 40, text 15.
    compact, // 36, text 13: bars and the invoice editor.
    cell,    // 32, text 13: the active line of a table.
    amount,  // 56, text 28: the amount of a payment.
    tall,    // 56, text 15: beside an amount.
};

struct FieldFrame {
    std::string_view label;
    std::string_view aside = {}; // "optional", "above the lines": beside the label, muted.
    std::string_view help = {};
    std::string_view error = {};
    FieldSize size = FieldSize::normal;
    HorizontalAlign help_align = HorizontalAlign::start;
    bool is_label_hidden = false;
    bool is_locked = false;
    bool is_error_apart = false; // The error's sentence stands elsewhere: cells of a line.
    float box_height = 0;        // 0: by size and density.
};

struct FieldState {
    bool hovered = false;
    bool focused = false;
};

struct FieldPlaces {
    Rect label;
    Rect box;
    Rect help;
    float height = 0; // Of all together.
};

[[nodiscard]] float field_box_height(const Frame& frame, FieldSize size);
[[nodiscard]] Font field_font(const Frame& frame, FieldSize size, Weight weight = Weight::regular);
[[nodiscard]] FieldPlaces field_places(Frame& frame, const Rect& slot, const FieldFrame& field);
void draw_field(Frame& frame, const FieldPlaces& places, const FieldFrame& field,
                const FieldState& state);

// Room between the edge of the box and the text in it.
inline constexpr float field_padding = 13;

} // namespace ui
