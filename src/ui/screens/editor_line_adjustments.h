// The discounts and surcharges of the active line, each with its size: all of them, one below
// another, to be edited in place, taken off or added to.
#pragma once

#include "ui/frame.h"
#include "ui/screens/editor_model.h"

#include <cstddef>
#include <optional>
#include <string>

namespace ui {

class EditorLineAdjustments {
  public:
    explicit EditorLineAdjustments(EditorModel& model) : model_(model) {}

    // How wide the rows of line `index` are where there is room.
    [[nodiscard]] float width(Frame& frame, std::size_t index) const;
    // The one at `at` in a labelled row; none yet behind the last. True after Enter in the last.
    bool draw(Frame& frame, Rect row, std::size_t index, std::size_t at);
    // The button that adds one, once there is one.
    void draw_add(Frame& frame, Stack& stack, std::size_t index);
    // That size gets the focus when it is next drawn.
    void focus(std::size_t at) { wanted_ = at; }

    // "Discount or surcharge 2".
    [[nodiscard]] static std::string name(std::size_t at);
    [[nodiscard]] std::string error(std::size_t index, std::size_t at);

  private:
    bool draw_size(Frame& frame, const Rect& slot, std::size_t index, std::size_t at);

    EditorModel& model_;
    std::optional<std::size_t> wanted_;
};

} // namespace ui
