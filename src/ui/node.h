// What a widget says about itself besides its picture: the semantic node.
//
// Every visible widget emits one node a frame (Mirror::add, or open and close for containers). From
// the nodes come the page's real elements: what screen readers read, what Tab walks, what Ctrl+F
// finds, what tests hold on to, and, for text fields, the very <input> that a person types into.
// A node is a description: it holds no behaviour and no pointer. Coordinates are CSS pixels in the
// window (ui/geometry.h), the same that ImGui draws in.
#pragma once

#include "ui/geometry.h"

#include <cstdint>
#include <optional>
#include <string>

namespace ui {

// Stable over frames and unique in a frame; an ImGuiID serves. 0 names no node.
using NodeId = std::uint32_t;

// The element and ARIA role that stand for it are in ui/mirror_elements.cpp.
enum class Role : std::uint8_t {
    generic, // A box without meaning: a scroll region, a layout group.
    text,    // Words that only inform; `name` is the words.
    paragraph,
    heading, // `level` 1 to 6.
    image,
    link,   // `href`, normally "#/...".
    button, // `haspopup`, `expanded` and `pressed` where they apply.
    checkbox,
    radio,
    switch_control,
    tab,
    tab_list,
    tab_panel,
    radio_group,
    menu,
    menu_item,
    list_box,
    option,
    combo_box, // A button that opens a list box, or, with `field`, a text field that does.
    text_field,
    search_field,
    table,
    grid, // A table whose cells are moved through by arrows.
    row_group,
    row,
    column_header,
    row_header,
    cell,
    grid_cell,
    dialog,
    alert_dialog,
    status, // A polite live region.
    alert,  // An assertive live region.
    log,
    progress, // `value` is the spoken text, `progress` the share.
    main,
    navigation,
    banner,
    complementary,
    content_info,
    form, // A real <form>; Enter in one of its fields activates this node.
    region,
    search,
    group,
    list,
    list_item,
    separator,
    toolbar,
    tooltip,
    document, // The preview of a document.
};

enum class Choice : std::uint8_t { none, off, on, mixed }; // none: the state does not apply.
enum class Politeness : std::uint8_t { none, polite, assertive };
enum class Sort : std::uint8_t { none, unsorted, ascending, descending };
enum class Popup : std::uint8_t { none, menu, list_box, dialog, grid };

// none: never focused. reachable: focused by the app or by assistive technology, not by Tab (the
// inactive tabs of a tab list, the cells of a grid). tab_stop: one stop of Tab.
enum class Focus : std::uint8_t { none, reachable, tab_stop };

enum class FieldKind : std::uint8_t { text, password, multi_line };
enum class Keyboard : std::uint8_t { text, decimal, numeric, email, telephone, url, search, none };
enum class EnterKey : std::uint8_t { done, next, go, search, send, enter };
enum class Capitals : std::uint8_t { none, sentences, words, characters };
enum class Align : std::uint8_t { left, centre, right };

// Keys that the app wants for itself while this node has focus, so that the browser must not act
// on them (the caret, a scroll, a click). Enter, Escape, Tab and shortcuts need no claim.
struct ClaimedKeys {
    bool up_down = false;    // A list under a text field, a number stepped, a grid.
    bool left_right = false; // Tabs, radio groups, grids; never a text field being edited.
    bool home_end = false;
    bool page = false;

    friend bool operator==(const ClaimedKeys&, const ClaimedKeys&) = default;
};

// How the words of a node are set, so that found and selected text lies over the drawn text.
// `size` is CSS font-size (the em), `line_height` the distance of baselines, both in CSS pixels.
struct TextStyle {
    float size = 15;
    float line_height = 24;
    float tracking = 0; // Added after each letter, CSS pixels.
    std::uint16_t weight = 400;
    Align align = Align::left;
    std::uint32_t colour = 0xFF000000; // 0xAABBGGRR as ImGui packs it; seen only in focused fields.

    friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

// A text field of the browser that lies exactly over the drawn field. While it has focus it shows
// its own text; otherwise it is transparent and the widget draws the text (Mirror::shows_own_text).
// `text_box` is where the text stands, in window coordinates; for one line its height is the line
// height. Attributes are set before focus, as soft keyboards read them once.
struct FieldSpec {
    FieldKind kind = FieldKind::text;
    Keyboard keyboard = Keyboard::text;
    EnterKey enter_key = EnterKey::done;
    Capitals capitals = Capitals::none;
    std::string autocomplete = "off"; // Tokens only for the practice's own data and passphrases.
    std::string placeholder;          // Spoken only; the widget draws it.
    std::uint32_t length_max = 0;     // In UTF-16 units, 0 without limit.
    bool spell_check = false;
    bool read_only = false;
    Rect text_box;
    TextStyle style;
    float density = 1; // Device pixels in a CSS pixel: browsers round in them where letters stand.
    std::optional<Rect> caret; // Where the widget measures the caret; covered, the app draws.

    friend bool operator==(const FieldSpec&, const FieldSpec&) = default;
};

// A region that scrolls its children: `offset` is what is scrolled away, `content` the full size.
// Children give window coordinates as drawn; moving them together costs one transform.
struct ScrollSpec {
    Point offset;
    Point content;

    friend bool operator==(const ScrollSpec&, const ScrollSpec&) = default;
};

// Counts are of the whole table, not of the rows that are drawn; indices start at 1; 0 = absent.
struct TablePosition {
    std::uint32_t row_count = 0;
    std::uint32_t column_count = 0;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::uint32_t set_size = 0; // Options, tabs, menu items: place in their set.
    std::uint32_t set_position = 0;

    friend bool operator==(const TablePosition&, const TablePosition&) = default;
};

struct Node {
    NodeId id = 0;
    Role role = Role::generic;
    std::string name;        // What it is called: its words, or a label if containers or not drawn.
    std::string value;       // The text of a field; the spoken value of a progress or combo box.
    std::string description; // Help or error text that belongs to it (aria-description).
    Rect rect;
    std::optional<Rect> clip; // The part that can be seen, where it is less than `rect`.

    bool name_is_drawn = true; // False for icon buttons and the labels of fields and regions.
    bool selectable = false;   // Words that a mouse may select and copy.
    bool disabled = false;
    bool required = false;
    bool invalid = false;
    bool busy = false;
    bool modal = false;      // Everything outside becomes inert; focus moves in and back out.
    bool current = false;    // The page or step one is at (navigation).
    bool drag_owner = false; // Takes a touch at once: signature pad, column edge. Never scrolls.
    Choice checked = Choice::none;
    Choice pressed = Choice::none;
    Choice selected = Choice::none;
    Choice expanded = Choice::none;
    Politeness live = Politeness::none;
    Sort sort = Sort::none;
    Popup has_popup = Popup::none;
    Focus focus = Focus::none;
    ClaimedKeys keys;
    std::uint8_t level = 0;       // Of a heading.
    std::int8_t progress = -1;    // 0 to 100.
    NodeId controls = 0;          // The list a combo box opens, the panel of a tab.
    NodeId active_descendant = 0; // The option that arrows have reached.
    std::string href;             // Of a link.
    std::string hotkeys;          // As aria-keyshortcuts has them: "Control+S".
    std::string language;         // BCP 47, where a name is in another language than the page.
    TextStyle style;
    TablePosition table;
    std::optional<ScrollSpec> scroll;
    std::optional<FieldSpec> field;

    friend bool operator==(const Node&, const Node&) = default;
};

} // namespace ui
