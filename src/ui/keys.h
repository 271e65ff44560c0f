// Keys by what they mean on the person's layout, not by where they are on the board.
//
// Letters are the logical character in lower case, with the Latin letter of the position as the
// fall-back on layouts that have none, so that Ctrl+Z is Ctrl+Z on a Russian board too. Typed text
// never comes as keys: it comes as edits of fields.
#pragma once

#include "ui/node.h"

#include <cstdint>

namespace ui {

enum class Key : std::uint8_t {
    character, // `KeyPress::character` says which.
    enter,
    escape,
    tab,
    space,
    backspace,
    remove, // Delete.
    up,
    down,
    left,
    right,
    home,
    end,
    page_up,
    page_down,
    f2,
    context_menu,
    other,
};

struct Modifiers {
    bool control = false; // Ctrl, or Command on a Mac: the one that shortcuts use.
    bool shift = false;
    bool alt = false;

    friend bool operator==(const Modifiers&, const Modifiers&) = default;
};

struct KeyPress {
    Key key = Key::other;
    char32_t character = 0; // Of Key::character, lower case.
    Modifiers modifiers;
    bool is_repeat = false;
    bool in_field = false; // A text field has the focus: letters are its text, not commands.
    NodeId target = 0;     // The node that had focus, 0 if none.
};

} // namespace ui
