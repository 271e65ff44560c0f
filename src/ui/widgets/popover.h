// Boxes that open from a widget, and menus in them.
//
// A popover is open while its id is in Memory::open: its widget opens it, a press elsewhere, Escape
// or a choice closes it. It stands below its anchor, or above where there is more room, and never
// leaves the window. Only what is drawn while it lives belongs to it.
#pragma once

#include "ui/frame.h"

#include <span>
#include <string_view>

namespace ui {

struct PopoverPlace {
    float width = 0; // 0: as wide as the anchor.
    float height = 0;
    HorizontalAlign align = HorizontalAlign::start;
};

class Popover {
  public:
    // Call only while `frame.is_popup_open(id)`.
    Popover(Frame& frame, NodeId id, const Rect& anchor, const PopoverPlace& place, Role role,
            std::string_view name);
    ~Popover();
    Popover(const Popover&) = delete;
    Popover& operator=(const Popover&) = delete;

    [[nodiscard]] const Rect& rect() const { return rect_; }
    void close();

  private:
    Frame& frame_;
    NodeId id_;
    Rect rect_;
    Raised raised_;
};

struct MenuItem {
    std::string_view label;
    Icon icon = Icon::none;
    std::string_view shortcut = {}; // Drawn at the right: "Ctrl P".
    std::string_view disabled_because = {};
    bool is_destructive = false;
    bool starts_group = false; // A hairline above.
};

// A button that opens a menu; answers the index of the item chosen in this frame, or -1.
int menu_button(Frame& frame, const Rect& rect, const struct Button& button,
                std::span<const MenuItem> items);
// The menu alone, for context menus: open while `frame.is_popup_open(id)`.
int menu(Frame& frame, NodeId id, const Rect& anchor, HorizontalAlign align,
         std::span<const MenuItem> items);

// Its rows alone in `rect`, with `lit` the highlighted one; the gallery shows them so.
int menu_rows(Frame& frame, const Rect& rect, std::span<const MenuItem> items, int& lit);
[[nodiscard]] float menu_height(const Frame& frame, std::span<const MenuItem> items);

} // namespace ui
