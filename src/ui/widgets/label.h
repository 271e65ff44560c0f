// Words, headings, amounts and the quiet furniture around them: cards, dividers, avatars.
//
// Everything drawn as text here is also a node, so that it is read aloud, found by Ctrl+F and,
// where asked, selected. Amounts come as finished texts from app/formats: nothing here formats a
// number.
#pragma once

#include "ui/frame.h"

#include <string_view>

namespace ui {

struct Label {
    std::string_view text;
    Type type = Type::small;
    Weight weight = Weight::regular;
    Color color = Color::text;
    HorizontalAlign align = HorizontalAlign::start;
    Overflow overflow = Overflow::visible; // Ellipsis for names only.
    Role role = Role::text;
    int level = 0; // Of a heading.
    bool selectable = false;
    bool struck = false;            // The total of a voided invoice.
    std::string_view language = {}; // BCP 47, where a name is in another language.
};

// One line in the middle of `rect`; answers the width of the words.
float label(Frame& frame, const Rect& rect, const Label& label);
// A heading of the page's outline: level 1 in title, 2 in body, 3 in small, all 600.
float heading(Frame& frame, const Rect& rect, std::string_view text, int level);
// Lines broken to the width of `rect`, from its top; answers their height.
float paragraph(Frame& frame, const Rect& rect, const Label& label);

// A large amount, "€1,246.10" with its cents in `muted`. `cents_bytes` is how many bytes at the end
// are the decimal mark and what follows (3 for "1,246.10", 0 for a currency without). Never cut.
struct Hero {
    std::string_view amount;
    int cents_bytes = 3;
    Type type = Type::display;
    HorizontalAlign align = HorizontalAlign::start;
    Color color = Color::text;
};
float hero_amount(Frame& frame, const Rect& rect, const Hero& hero);

enum class CardTone : std::uint8_t { surface, sunken, chosen };

// The white box with a hairline and 12 px corners; draw into rect.inset(space::card_padding).
void card(Frame& frame, const Rect& rect, CardTone tone = CardTone::surface);
// Its hairline alone, around what was drawn already: on the sheet, which has a card's colour, the
// height of the content need not be known before.
void card_outline(Frame& frame, const Rect& rect);
void divider(Frame& frame, float x0, float x1, float y);
// Initials in a circle that fills `rect`. Decoration: the name stands beside it.
void avatar(Frame& frame, const Rect& rect, std::string_view initials, bool is_self = false);
// A round tint of 32 px with an icon: the sign of a row in Today and in accounts.
void round_icon(Frame& frame, Point center, Icon icon, Color tint, Color color);
// A grey bar where words will be. The region that loads says so itself (`busy`).
void skeleton(Frame& frame, const Rect& rect);
// The cap of a key, "Ctrl K", its right edge at `right`; answers its width.
float key_cap(Frame& frame, float right, float center_y, std::string_view text);

// The style of a node whose words a widget draws itself, so that found text lies over them.
[[nodiscard]] TextStyle text_style(const Font& font, Rgba color, HorizontalAlign align);

} // namespace ui
