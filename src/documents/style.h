// The sizes and inks of our documents, as the design gives them.
#pragma once

#include "documents/composer.h"

namespace documents {

inline constexpr Ink text_ink{0x1A, 0x1B, 0x1F};
inline constexpr Ink muted_ink{0x5B, 0x5E, 0x66};
inline constexpr Ink hairline_ink{0xD9, 0xD7, 0xD0};
inline constexpr Ink draft_ink{0xF1, 0xEF, 0xEA};

inline constexpr TypeSize base_type{points(9), points(13, 500)};
inline constexpr TypeSize small_type{points(8, 250), points(12)};
inline constexpr TypeSize strong_type{points(11, 250), points(16, 500)};
inline constexpr TypeSize total_type{points(16, 500), points(21)};
inline constexpr TypeSize title_type{points(21), points(24)};

inline constexpr Length margin_x = points(48);
inline constexpr Length margin_top = points(42);
inline constexpr Length margin_bottom = points(30);
inline constexpr Length rule = 750;

[[nodiscard]] constexpr TextStyle plain(TypeSize type, Ink ink = text_ink) {
    return {
        .size = type.size, .weight = Weight::regular, .digits = Digits::proportional, .ink = ink};
}
[[nodiscard]] constexpr TextStyle bold(TypeSize type) {
    return {
        .size = type.size, .weight = Weight::bold, .digits = Digits::proportional, .ink = text_ink};
}
[[nodiscard]] constexpr TextStyle inked(TextStyle style, Ink ink) {
    style.ink = ink;
    return style;
}
[[nodiscard]] constexpr TextStyle figures(TextStyle style) {
    style.digits = Digits::tabular;
    return style;
}

} // namespace documents
