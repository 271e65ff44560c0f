// Text fields: words, amounts, quantities, percents, searches, several lines.
//
// Each visible field is a real <input> of the browser laid over the drawn box (ui/node.h); the box,
// the label and, while it has no focus, the text are drawn here. The text belongs to the caller and
// is changed in place in the frame in which the person changed it. Nothing is parsed here: the
// model reads the text by app/formats and gives back an echo ("Read as €1,234.50") or an error.
#pragma once

#include "ui/widgets/field_frame.h"

#include <string>
#include <string_view>

namespace ui {

struct TextField {
    std::string_view label;
    std::string_view aside = {}; // "optional".
    std::string_view placeholder = {};
    std::string_view help = {};
    std::string_view error = {};          // What to do; it takes the place of the help.
    std::string_view locked_because = {}; // Not empty: read-only with a lock, and this is why.
    std::string_view key = {};            // Id within the scope; the label if empty.
    FieldSize size = FieldSize::normal;
    bool is_label_hidden = false; // The label is only spoken: search, cells of a table.
    bool is_error_apart = false;  // The error's sentence is drawn by the caller.
    Icon icon = Icon::none;       // At the left: a magnifier.
    std::string_view prefix = {}; // "€", muted, at the left.
    std::string_view suffix = {}; // "%", muted, at the right.
    HorizontalAlign align = HorizontalAlign::start;
    HorizontalAlign help_align = HorizontalAlign::start;
    Weight weight = Weight::regular;
    FieldKind kind = FieldKind::text;
    int rows = 2; // Of a field of several lines.
    Keyboard keyboard = Keyboard::text;
    EnterKey enter_key = EnterKey::next;
    Capitals capitals = Capitals::none;
    std::string_view autocomplete = "off";
    std::uint32_t length_max = 0; // UTF-16 units; 0 without limit.
    bool spell_check = false;
    bool is_required = false;
    // For fields that open a list below them.
    Role role = Role::text_field;
    Popup popup = Popup::none;
    Choice expanded = Choice::none;
    NodeId controls = 0;
    NodeId active_descendant = 0;
    Icon icon_after = Icon::none; // At the right, 16, muted: a calendar, a chevron.
};

struct FieldResult {
    NodeId id = 0;
    Rect box;         // Of the field proper, for popovers.
    float height = 0; // With label and help.
    bool changed = false;
    bool composing = false; // Changed, but an input method is not done: show, do not judge.
    bool focused = false;
    bool entered = false;   // Focus came in this frame.
    bool left = false;      // Focus went in this frame: time to judge.
    bool submitted = false; // Enter.
    explicit operator bool() const { return changed; }
};

// `slot` gives the place and width; the height used comes back.
FieldResult text_field(Frame& frame, const Rect& slot, std::string& text, const TextField& field);

// The text alone, without label, box or help: `rect` is the box that the caller has drawn.
FieldResult bare_field(Frame& frame, const Rect& rect, std::string& text, const TextField& field);

// A search field: magnifier, compact, its label only spoken.
FieldResult search_field(Frame& frame, const Rect& slot, std::string& text,
                         std::string_view placeholder, std::string_view key = "search");

struct AmountField {
    std::string_view label;
    std::string_view symbol = {}; // "€".
    std::string_view aside = {};
    std::string_view echo = {}; // What was read: "Read as €1,234.50".
    std::string_view help = {};
    std::string_view error = {};
    std::string_view key = {};
    FieldSize size = FieldSize::normal;
    bool is_label_hidden = false;
    bool is_error_apart = false;
    bool is_required = false;
};

// Symbol left, figure right; the decimal keyboard of phones.
FieldResult money_field(Frame& frame, const Rect& slot, std::string& text,
                        const AmountField& field);
// A figure at the right, no symbol.
FieldResult quantity_field(Frame& frame, const Rect& slot, std::string& text,
                           const AmountField& field);
// A figure with "%" at its right.
FieldResult percent_field(Frame& frame, const Rect& slot, std::string& text,
                          const AmountField& field);

} // namespace ui
