// The command palette: Ctrl+K, type, Enter. Searches clients, invoices and actions at once.
//
// The shell owns one, gives the entries that match what is typed (found in SQLite and among its own
// actions) and carries out the one that is taken.
#pragma once

#include "ui/frame.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ui {

struct PaletteEntry {
    std::string label;
    std::string detail = {};     // At the right: a number, an amount, a shortcut.
    std::string_view group = {}; // A head above the first entry of each group: "Clients".
    Icon icon = Icon::none;
    std::uint64_t tag = 0; // The shell's.
};

class Palette {
  public:
    void open();
    [[nodiscard]] bool is_open() const { return open_; }
    // What is typed now; search for it while the palette is open.
    [[nodiscard]] const std::string& text() const { return text_; }
    // Draws it if it is open. Answers the tag of the entry that was taken in this frame.
    std::optional<std::uint64_t> draw(Frame& frame, std::span<const PaletteEntry> entries);

  private:
    void draw_entries(Frame& frame, const Rect& rect, std::span<const PaletteEntry> entries,
                      std::optional<std::uint64_t>& taken);

    std::string text_;
    int lit_ = 0;
    bool open_ = false;
    bool was_opened_ = false;
    bool moved_ = false;
    NodeId lit_node_ = 0;
};

} // namespace ui
