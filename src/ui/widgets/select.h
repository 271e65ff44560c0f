// One of a list: a box that opens its options.
//
// Arrows, Home, End and the first letters choose without a mouse; Enter or Space open and take.
// For lists that are searched (clients, services) see ui/widgets/autocomplete.h.
#pragma once

#include "ui/widgets/field_frame.h"

#include <span>
#include <string_view>

namespace ui {

struct Option {
    std::string_view label;
    std::string_view detail = {}; // At the right, muted.
    Icon icon = Icon::none;
};

struct SelectBox {
    std::string_view label;
    std::span<const Option> options;
    std::string_view aside = {};
    std::string_view help = {};
    std::string_view error = {};
    std::string_view locked_because = {};
    std::string_view placeholder = {}; // While nothing is chosen.
    std::string_view key = {};
    FieldSize size = FieldSize::normal;
    bool is_label_hidden = false;
};

struct SelectBoxResult {
    float height = 0;
    bool changed = false;
    explicit operator bool() const { return changed; }
};

// `chosen` is an index into the options, -1 for none.
SelectBoxResult select_box(Frame& frame, const Rect& slot, int& chosen, const SelectBox& select);

} // namespace ui
