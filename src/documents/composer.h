// Puts lines, rules and boxes on pages: the hand that every document kind works with.
//
// Knows margins and leading, nothing of invoices. Text is placed by the top of its line box; a box
// of `leading` holds the letters in its middle, as on screen.
#pragma once

#include "documents/shape.h"

#include <span>
#include <string_view>
#include <vector>

namespace documents {

enum class Align : std::uint8_t { left, right, centre };

struct TypeSize {
    Length size;
    Length leading;
};

// Where a line of text goes: between `left` and `left + width`, top of the line box at `top`.
struct Slot {
    Length left = 0;
    Length top = 0;
    Length width = 0;
    Align align = Align::left;
};

class Composer {
  public:
    Composer(const FontSet& fonts, Pages& pages) : fonts_(fonts), pages_(pages) {}

    [[nodiscard]] Pages& pages() { return pages_; }
    [[nodiscard]] const FontSet& fonts() const { return fonts_; }
    void add_page(Length width, Length height);
    // Where the next items go; the page just added at first.
    void turn_to(std::size_t page) { page_ = page; }
    [[nodiscard]] std::size_t page() const { return page_; }

    // A child of `parent`, in reading order.
    ElementIndex element(Tag tag, ElementIndex parent, std::string_view alternative = {});

    [[nodiscard]] Length width_of(std::string_view text, const TextStyle& style) const;
    // One line, never broken or shortened.
    void line(const Slot& slot, std::string_view text, const TextStyle& style, Length leading,
              ElementIndex element);
    void line(const Slot& slot, const ShapedLine& shaped, const TextStyle& style, Length leading,
              ElementIndex element);
    // As many lines as the width asks for; returns their height.
    Length paragraph(const Slot& slot, std::string_view text, const TextStyle& style,
                     Length leading, ElementIndex element);
    [[nodiscard]] Length paragraph_height(std::string_view text, const TextStyle& style,
                                          Length leading, Length width) const;

    void fill(const Box& box, Ink ink);
    void outline(const Outline& outline);
    void item(Item item);

  private:
    const FontSet& fonts_;
    Pages& pages_;
    std::size_t page_ = 0;
};

} // namespace documents
