#include "ui/theme.h"

#include <array>
#include <cmath>

namespace ui {

namespace {

struct ColorRow {
    std::string_view name;
    Rgba light;
    Rgba dark;
    Rgba high_contrast;
};

constexpr std::array<ColorRow, color_count> colors{{
    {"bg", 0xF4F3EFFF, 0x0E0F11FF, 0xFFFFFFFF},
    {"surface", 0xFFFFFFFF, 0x17181BFF, 0xFFFFFFFF},
    {"sunken", 0xFAF9F6FF, 0x121316FF, 0xFFFFFFFF},
    {"raised", 0xFFFFFFFF, 0x1E2024FF, 0xFFFFFFFF},
    {"hover", 0xF5F4F0FF, 0x25272CFF, 0xEDEDEDFF},
    {"thumb", 0xFFFFFFFF, 0x3A3D45FF, 0x000000FF},
    {"on_thumb", 0x1A1B1FFF, 0xEDEDEFFF, 0xFFFFFFFF},
    {"selected", 0xF2F4FEFF, 0x20233FFF, 0xDDE3FFFF},
    {"border", 0xE6E4DEFF, 0x2A2C31FF, 0x000000FF},
    {"border_strong", 0xCFCCC4FF, 0x3D4047FF, 0x000000FF},
    {"border_field", 0x8D8A82FF, 0x72767FFF, 0x000000FF},
    {"text", 0x1A1B1FFF, 0xEDEDEFFF, 0x000000FF},
    {"muted", 0x5B5E66FF, 0xA6A9B1FF, 0x1F1F1FFF},
    {"faint", 0x696C74FF, 0x90949DFF, 0x333333FF},
    {"disabled_text", 0xA3A29DFF, 0x5C6068FF, 0x595959FF},
    {"disabled_bg", 0xF1F0ECFF, 0x1F2125FF, 0xEDEDEDFF},
    {"accent", 0x3C4BCBFF, 0x5866E6FF, 0x0021A8FF},
    {"accent_hover", 0x333FB3FF, 0x4C5AD8FF, 0x00187AFF},
    {"accent_pressed", 0x2A3599FF, 0x414EC2FF, 0x001059FF},
    {"on_accent", 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF},
    {"accent_text", 0x3441B5FF, 0xAAB4FFFF, 0x0021A8FF},
    {"accent_tint", 0xE5E8FBFF, 0x2B3059FF, 0xFFFFFFFF},
    {"success", 0x1F8A53FF, 0x3FB57AFF, 0x004D26FF},
    {"success_text", 0x14633CFF, 0x6FD6A0FF, 0x004D26FF},
    {"success_tint", 0xE5F3EAFF, 0x15301FFF, 0xFFFFFFFF},
    {"warning", 0xB96F06FF, 0xDB9A3AFF, 0x5C3300FF},
    {"warning_text", 0x7F4C00FF, 0xF0BE6CFF, 0x5C3300FF},
    {"warning_tint", 0xFCF1DCFF, 0x35270FFF, 0xFFFFFFFF},
    {"danger", 0xC2342AFF, 0xE5645AFF, 0x8C0000FF},
    {"danger_hover", 0xAA2C23FF, 0xEB766DFF, 0x700000FF},
    {"danger_pressed", 0x90231BFF, 0xD9574DFF, 0x540000FF},
    {"danger_text", 0xA9261DFF, 0xFF9B92FF, 0x8C0000FF},
    {"danger_tint", 0xFCEBE8FF, 0x3B1A18FF, 0xFFFFFFFF},
    {"on_danger", 0xFFFFFFFF, 0x1A0503FF, 0xFFFFFFFF},
    {"teal_text", 0x0A5F6BFF, 0x6CCBD8FF, 0x003B45FF},
    {"teal_tint", 0xE0F2F3FF, 0x0F2C31FF, 0xFFFFFFFF},
    {"purple_text", 0x673B9BFF, 0xCDAAF5FF, 0x3F0F73FF},
    {"purple_tint", 0xF3ECFAFF, 0x2B1E3BFF, 0xFFFFFFFF},
    {"brown_text", 0x66503AFF, 0xD3B798FF, 0x3B2A18FF},
    {"brown_tint", 0xF3EEE6FF, 0x2D2620FF, 0xFFFFFFFF},
    {"neutral_text", 0x4B4E55FF, 0xB6B9C0FF, 0x000000FF},
    {"neutral_tint", 0xEFEEEAFF, 0x27292EFF, 0xE6E6E6FF},
    {"focus", 0x3C4BCBFF, 0x98A3FFFF, 0x0021A8FF},
    {"inverse", 0x1E2026FF, 0x2C2F36FF, 0x000000FF},
    {"on_inverse", 0xFFFFFFFF, 0xF4F4F6FF, 0xFFFFFFFF},
    {"inverse_muted", 0xB4B7C0FF, 0xB4B7C0FF, 0xFFFFFFFF},
    {"inverse_link", 0xB9C1FFFF, 0xB9C1FFFF, 0xFFFFFFFF},
    {"scrim", 0x14151A66, 0x000000A6, 0x000000B3},
    {"paper", 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF},
    {"paper_text", 0x1A1B1FFF, 0x1A1B1FFF, 0x000000FF},
    {"paper_muted", 0x5B5E66FF, 0x5B5E66FF, 0x1F1F1FFF},
    {"age_0", 0xA9B3EEFF, 0x56609FFF, 0x7A8CE6FF},
    {"age_1", 0x6C79DCFF, 0x7C89EEFF, 0x3D52C4FF},
    {"age_2", 0xE3A440FF, 0xD39A3FFF, 0x8A5A00FF},
    {"age_3", 0xCF6A33FF, 0xD9794AFF, 0x9A3A00FF},
    {"age_4", 0xA9261DFF, 0xD9483DFF, 0x5C0000FF},
}};

constexpr std::array<TypeMeasure, 7> types{{
    {13, 20, 0},
    {15, 24, 0},
    {18, 24, -0.1F},
    {22, 32, -0.3F},
    {28, 32, -0.5F},
    {16, 24, 0},
    {40, 48, -1},
}};

constexpr Measures mouse_measures{
    .row = 40,
    .row_line_item = 48,
    .row_list = 72,
    .table_head = 36,
    .totals_row = 48,
    .button = 36,
    .button_small = 32,
    .button_large = 48,
    .field = 40,
    .field_compact = 36,
    .field_cell = 32,
    .segmented = 36,
    .tab = 44,
    .nav_item = 32,
    .menu_item = 36,
    .checkbox = 18,
    .icon = 16,
    .gutter = space::gutter,
    .radius_control = radius::control,
};

constexpr Measures touch_measures{
    .row = 56,
    .row_line_item = 60,
    .row_list = 72,
    .table_head = 44,
    .totals_row = 48,
    .button = 48,
    .button_small = 48,
    .button_large = 64,
    .field = 48,
    .field_compact = 48,
    .field_cell = 48,
    .segmented = 48,
    .tab = 48,
    .nav_item = 48,
    .menu_item = 48,
    .checkbox = 24,
    .icon = 22,
    .gutter = space::gutter_touch,
    .radius_control = radius::control_touch,
};

// One coordinate of a cubic Bezier from 0 to 1 with control values `a` and `b`.
constexpr float bezier(float t, float a, float b) {
    const float rest = 1 - t;
    return 3 * rest * rest * t * a + 3 * rest * t * t * b + t * t * t;
}

} // namespace

Rgba color_value(Color color, Appearance appearance) {
    const ColorRow& row = colors[static_cast<std::size_t>(color)];
    switch (appearance) {
    case Appearance::light: return row.light;
    case Appearance::dark: return row.dark;
    case Appearance::high_contrast: return row.high_contrast;
    }
    return row.light;
}

std::string_view color_name(Color color) { return colors[static_cast<std::size_t>(color)].name; }

Rgba faded(Rgba color, float opacity) {
    const float alpha = static_cast<float>(color & 0xFFU) * opacity;
    return (color & 0xFFFFFF00U) | static_cast<Rgba>(std::lround(alpha));
}

TypeMeasure type_measure(Type type) { return types[static_cast<std::size_t>(type)]; }

const Measures& measures(Density density) {
    return density == Density::touch ? touch_measures : mouse_measures;
}

float eased(int elapsed_ms, int duration_ms) {
    if (elapsed_ms >= duration_ms) return 1;
    if (elapsed_ms <= 0) return 0;
    const float x = static_cast<float>(elapsed_ms) / static_cast<float>(duration_ms);
    // Bisection on the curve's x; 16 halvings are finer than a frame.
    float low = 0;
    float high = 1;
    for (int step = 0; step < 16; ++step) {
        const float middle = (low + high) / 2;
        (bezier(middle, 0.2F, 0) < x ? low : high) = middle;
    }
    return bezier(low, 0, 1);
}

ShadowMeasure shadow_measure(Shadow shadow, Appearance appearance) {
    if (appearance == Appearance::high_contrast) return {0, 0, 0};
    const bool dark = appearance == Appearance::dark;
    switch (shadow) {
    case Shadow::none: return {0, 0, 0};
    case Shadow::small: return {1, 2, dark ? 0x00000066U : 0x1A1B1F0FU};
    case Shadow::medium: return {8, 24, dark ? 0x00000080U : 0x1A1B1F1FU};
    case Shadow::large: return {24, 64, dark ? 0x000000A6U : 0x1A1B1F33U};
    }
    return {0, 0, 0};
}

} // namespace ui
