// A search that fills itself in: type, choose, or create what is not there yet.
//
// The caller searches (in SQLite) for what is typed and gives the options of this frame; nothing is
// filtered here. Ctrl+Enter, or the last row, creates.
#pragma once

#include "ui/widgets/field.h"
#include "ui/widgets/select.h"

#include <span>
#include <string>
#include <string_view>

namespace ui {

struct Autocomplete {
    std::string_view label;
    std::span<const Option> options; // What the search found for the text.
    std::string_view aside = {};
    std::string_view placeholder = {};
    std::string_view help = {};
    std::string_view error = {};
    std::string_view create = {}; // "Create client “wój”"; empty: nothing can be created.
    std::string_view key = {};
    FieldSize size = FieldSize::normal;
    bool is_label_hidden = false;
    bool has_avatars = false; // People.
    bool is_error_apart = false;
    bool opens_on_focus = true; // Else the list waits for a letter, or Alt with down.
    Icon icon = Icon::search;
    Icon icon_after = Icon::none;
};

struct AutocompleteResult {
    NodeId id = 0; // Of the field.
    float height = 0;
    bool changed = false;   // The text was typed in: search again.
    int taken = -1;         // The option that was chosen in this frame.
    bool create = false;    // The person wants a new one of the text.
    bool left = false;      // Focus went without a choice.
    bool submitted = false; // Enter with nothing lit to choose.
};

AutocompleteResult autocomplete(Frame& frame, const Rect& slot, std::string& text,
                                const Autocomplete& field);

} // namespace ui
