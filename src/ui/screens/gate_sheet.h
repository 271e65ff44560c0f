// The white sheet that fills the window before a book is open, and the column of content on it.
//
// The column scrolls when it does not fit; a short one stands in the middle of the sheet.
#pragma once

#include "ui/frame.h"
#include "ui/widgets/button.h"

#include <optional>
#include <string_view>

namespace ui {

class GateSheet {
  public:
    enum class Place : std::uint8_t { top, middle };
    struct Spec {
        std::string_view key; // Of this page: another page starts unscrolled.
        Rect window;
        float width = 420;
        Place place = Place::middle;
        float foot = 0; // Height of a bar at the bottom that does not scroll.
    };
    GateSheet(Frame& frame, const Spec& spec);
    ~GateSheet();
    GateSheet(const GateSheet&) = delete;
    GateSheet& operator=(const GateSheet&) = delete;

    [[nodiscard]] Stack& column() { return *column_; }
    [[nodiscard]] float width() const { return width_; }
    // Ends the column; the bar at the bottom, as wide as the column. Once.
    Rect foot();

    // A heading in the middle and a sentence or two under it.
    void title(std::string_view words, std::string_view lead);
    // A button of its own width in the middle; true when pressed.
    bool action(const Button& spec);

  private:
    void end();

    Frame& frame_;
    NodeId id_;
    Rect sheet_;
    float width_;
    float foot_height_;
    float top_; // Room above the column.
    std::optional<ScrollArea> area_;
    std::optional<Stack> column_;
};

} // namespace ui
