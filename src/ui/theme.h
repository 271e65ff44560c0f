// The design tokens as constants: colours of three themes, type, measures of two densities, motion.
//
// assets/tokens.json is the designer's file; tests/unit/ui/theme_test.cpp checks every number here
// against it and computes the contrast of each pair, so the two cannot drift apart. A Theme is a
// small value handed to everything that draws; nothing here knows how drawing is done.
#pragma once

#include <cstdint>
#include <string_view>

namespace ui {

enum class Appearance : std::uint8_t { light, dark, high_contrast };

enum class Color : std::uint8_t {
    bg,             // Window and navigation rail.
    surface,        // Content sheet, cards, fields.
    sunken,         // Group rows, totals rows, dialog feet, quiet panels.
    raised,         // Dialogs, popovers, menus.
    hover,          // Row or button under the pointer.
    thumb,          // Selected part of a segmented control.
    on_thumb,       // Text on thumb.
    selected,       // Selected row.
    border,         // Hairlines between rows and around cards (decorative).
    border_strong,  // Outline of buttons and popovers, line above totals.
    border_field,   // Outline of fields, check boxes, radio buttons (3:1).
    text,           // Text and figures.
    muted,          // Secondary text, column heads, cents of a large amount.
    faint,          // Placeholders, settled zeros, icons at rest.
    disabled_text,  // Label of a disabled control (exempt from contrast).
    disabled_bg,    // Disabled control.
    accent,         // Primary button, selected control, active tab line.
    accent_hover,   // Primary button, hover.
    accent_pressed, // Primary button, pressed.
    on_accent,      // Text on accent.
    accent_text,    // Links and accent text.
    accent_tint,    // Open badge, quiet accent fill, halo of a focused field.
    success,        // Icons of a good state.
    success_text,   // Paid, credit, change.
    success_tint,   // Paid badge, change panel.
    warning,        // Icons of a warning.
    warning_text,   // Warning text.
    warning_tint,   // Warning banner, marked difference.
    danger,         // Destructive button, line of the present time.
    danger_hover,   // Destructive button, hover.
    danger_pressed, // Destructive button, pressed.
    danger_text,    // Overdue, error text.
    danger_tint,    // Overdue badge, error banner.
    on_danger,      // Text on danger.
    teal_text,      // Part paid.
    teal_tint,      // Part paid badge.
    purple_text,    // Refunded.
    purple_tint,    // Refunded badge.
    brown_text,     // Written off.
    brown_tint,     // Written off badge.
    neutral_text,   // Draft, Voided.
    neutral_tint,   // Voided badge, track of a segmented control.
    focus,          // Focus ring and outline of the focused field.
    inverse,        // Toast, tooltip, bulk bar.
    on_inverse,     // Text on inverse.
    inverse_muted,  // Secondary text on inverse.
    inverse_link,   // Undo on inverse.
    scrim,          // Behind dialogs and sheets, #RRGGBBAA.
    paper,          // Document preview, always light.
    paper_text,     // Document text.
    paper_muted,    // Document secondary text.
    age_0,          // Ageing bar: not yet due.
    age_1,          // 0-30 days.
    age_2,          // 31-60 days.
    age_3,          // 61-90 days.
    age_4,          // Over 90 days.
};
inline constexpr int color_count = static_cast<int>(Color::age_4) + 1;

// 0xRRGGBBAA, straight alpha, sRGB.
using Rgba = std::uint32_t;

[[nodiscard]] Rgba color_value(Color color, Appearance appearance);
[[nodiscard]] std::string_view color_name(Color color);

// `color` with its alpha multiplied by `opacity` (0 to 1).
[[nodiscard]] Rgba faded(Rgba color, float opacity);

enum class Type : std::uint8_t {
    small,        // 13/20: tables, help, labels, buttons.
    body,         // 15/24: fields and running text.
    heading,      // 18/24.
    title,        // 22/32.
    display,      // 28/32: heroes.
    touch_field,  // 16/24: fields under a finger; below 16 a phone zooms the page.
    touch_amount, // 40/48: amounts at reception.
};

enum class Weight : std::uint8_t { regular, medium, semibold };

// Sizes are CSS pixels of the em; tracking is added after each glyph.
struct TypeMeasure {
    float size;
    float line;
    float tracking;
};

[[nodiscard]] TypeMeasure type_measure(Type type);

enum class Density : std::uint8_t { mouse, touch };

// Heights and sizes of controls, CSS pixels.
struct Measures {
    float row;
    float row_line_item;
    float row_list;
    float table_head;
    float totals_row;
    float button;
    float button_small;
    float button_large;
    float field;
    float field_compact;
    float field_cell;
    float segmented;
    float tab;
    float nav_item;
    float menu_item;
    float checkbox;
    float icon;
    float gutter;
    float radius_control;
};

[[nodiscard]] const Measures& measures(Density density);

namespace space {
inline constexpr float unit = 8;
inline constexpr float gutter = 32;
inline constexpr float gutter_touch = 24;
inline constexpr float gutter_narrow = 16;
inline constexpr float card_padding = 24;
inline constexpr float card_gap = 24;
inline constexpr float field_gap = 16;
inline constexpr float label_gap = 6;
inline constexpr float table_cell = 12;
inline constexpr float target_gap = 8;
inline constexpr float target_min = 48;
} // namespace space

namespace radius {
inline constexpr float cell = 5;
inline constexpr float badge = 6;
inline constexpr float control = 8;
inline constexpr float control_touch = 10;
inline constexpr float card = 12;
inline constexpr float sheet = 12;
inline constexpr float dialog = 16;
inline constexpr float key = 14;
inline constexpr float bar_end = 6;
inline constexpr float bar_inner = 2;
} // namespace radius

namespace frame_size {
inline constexpr float rail = 232;
inline constexpr float rail_icons = 64;
inline constexpr float bottom_bar = 72;
inline constexpr float sheet_inset = 8;
inline constexpr float header = 72;
inline constexpr float header_today = 88;
inline constexpr float header_editor = 64;
inline constexpr float toolbar = 52;
inline constexpr float side_panel = 352;
inline constexpr float editor_form = 672;
inline constexpr float batch_bar = 88;
inline constexpr float dialog_foot = 68;
inline constexpr float sheet_foot = 80;
inline constexpr float bulk_bar = 56;
inline constexpr float dialog_max = 560;
inline constexpr float payment_sheet = 560;
inline constexpr float rail_collapses_below = 1120;
inline constexpr float rail_becomes_bottom_bar_below = 720;
inline constexpr float preview_below_form_below = 1120;
} // namespace frame_size

// Durations in milliseconds. The last three are waits, not movement: they stay when motion is off.
namespace motion {
inline constexpr int hover_ms = 80;
inline constexpr int fade_ms = 120;
inline constexpr int popover_ms = 120;
inline constexpr int dialog_ms = 160;
inline constexpr int sheet_ms = 180;
inline constexpr int toast_in_ms = 160;
inline constexpr int toast_stay_ms = 6000;
inline constexpr int progress_after_ms = 200;
inline constexpr int tooltip_after_ms = 600;
} // namespace motion

// How far a movement has come after `elapsed_ms` of `duration_ms`: cubic-bezier(0.2, 0, 0, 1),
// 0 to 1, and 1 at once for a duration of 0.
[[nodiscard]] float eased(int elapsed_ms, int duration_ms);

enum class Shadow : std::uint8_t { none, small, medium, large };

struct ShadowMeasure {
    float y;
    float blur;
    Rgba color;
};

// None in high contrast: there a border takes the shadow's place.
[[nodiscard]] ShadowMeasure shadow_measure(Shadow shadow, Appearance appearance);

enum class Motion : std::uint8_t { full, reduced };

struct Theme {
    Appearance appearance = Appearance::light;
    Density density = Density::mouse;
    Motion motion = Motion::full;

    [[nodiscard]] Rgba operator[](Color color) const { return color_value(color, appearance); }
    [[nodiscard]] const Measures& measure() const { return measures(density); }
    [[nodiscard]] bool is_touch() const { return density == Density::touch; }
    [[nodiscard]] bool is_high_contrast() const { return appearance == Appearance::high_contrast; }
    // A duration of movement under this theme: 0 when motion is reduced.
    [[nodiscard]] int duration(int milliseconds) const {
        return motion == Motion::reduced ? 0 : milliseconds;
    }

    friend bool operator==(const Theme&, const Theme&) = default;
};

} // namespace ui
