// A palette: type, arrows, Enter. The shell's is the command palette (Ctrl+K), which searches
// clients, invoices and actions at once; others choose one thing to go on with.
//
// Whoever owns it gives the entries that match what is typed (found in SQLite) and carries out the
// one that is taken.
#pragma once

#include "ui/frame.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace ui {

struct PaletteEntry {
    std::string label;
    std::string detail = {};     // At the right: a number, an amount, a shortcut.
    std::string_view group = {}; // A head above the first entry of each group: "Clients".
    Icon icon = Icon::none;
    std::uint64_t tag = 0; // The shell's.
};

struct PaletteWords {
    std::string_view name = "Search"; // Spoken.
    std::string_view label = "Search clients, invoices and actions";
    std::string_view nothing = "Nothing matches"; // Where something is typed and nothing found.
};

class Palette {
  public:
    explicit Palette(std::string text = {}) : text_(std::move(text)) {}

    void open();
    [[nodiscard]] bool is_open() const { return open_; }
    // What is typed now; search for it while the palette is open.
    [[nodiscard]] const std::string& text() const { return text_; }
    // Draws it if it is open. Answers the tag of the entry that was taken in this frame.
    std::optional<std::uint64_t> draw(Frame& frame, std::span<const PaletteEntry> entries,
                                      const PaletteWords& words = {});

    // Its box alone, without the modal half: the gallery shows it so.
    std::optional<std::uint64_t> draw_box(Frame& frame, const Rect& rect,
                                          std::span<const PaletteEntry> entries,
                                          const PaletteWords& words = {});

  private:
    std::optional<std::uint64_t> draw_entries(Frame& frame, const Rect& rect,
                                              std::span<const PaletteEntry> entries);

    std::string text_;
    int lit_ = 0;
    bool open_ = false;
    bool was_opened_ = false;
    bool moved_ = false;
    NodeId lit_node_ = 0;
};

} // namespace ui
