// Status badges and delivery labels: icon, word and tint; never colour alone.
//
// The words come from app/messages; here stands only how each status looks (design: Status).
#pragma once

#include "ui/frame.h"

#include <string_view>

namespace ui {

enum class Status : std::uint8_t {
    draft,
    open,
    part_paid,
    paid,
    overdue,
    refunded,
    written_off,
    voided,
};

enum class Delivery : std::uint8_t { sent, viewed, disputed, not_sent };

struct Badge {
    std::string_view text;
    Icon icon = Icon::none;
    Color text_color = Color::neutral_text;
    Color tint = Color::neutral_tint;
    bool is_outlined = false; // An outline instead of a tint.
};

// `text` is the status in the person's language.
[[nodiscard]] Badge status_badge(Status status, std::string_view text);

// 24 high; left edge at `rect.x`, in the middle of its height. Answer their widths.
float badge(Frame& frame, const Rect& rect, const Badge& badge);
float delivery_label(Frame& frame, const Rect& rect, Delivery delivery, std::string_view text);
[[nodiscard]] float badge_width(Frame& frame, const Badge& badge);

// A small number in a tint: "1" beside Needs attention. Right edge at `right`.
float count_badge(Frame& frame, float right, float center_y, std::string_view count);

} // namespace ui
