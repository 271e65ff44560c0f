// The lines as rows of a grid: what stands on each, and the fields of the active one in place.
//
// One stop of Tab while no line is active; arrows move among the cells, Enter or F2 opens the line
// at that cell, Escape leaves it, Enter in a field goes to the next and after the last field of the
// last line adds one. Alt with up and down, or the grip, moves a line; Delete takes it out. Rows
// out of sight are not drawn.
#pragma once

#include "ui/frame.h"
#include "ui/screens/editor_line_fields.h"
#include "ui/screens/editor_model.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ui {

class EditorLineRows {
  public:
    struct Answer {
        float height = 0;
        std::optional<std::size_t> remove; // This line, with Undo.
    };

    explicit EditorLineRows(EditorModel& model) : model_(model), fields_(model) {}

    // `slot` is as wide as the text above it; the rows reach 12 px beyond on both sides.
    Answer draw(Frame& frame, const Rect& slot);
    // Opens the line with the caret in its name.
    void open(std::size_t index) { wish_open(index, LineField::name); }
    // The same for a new line of the kind.
    void add(domain::LineKind kind) { wished_add_ = kind; }

  private:
    void draw_head(Frame& frame, const Rect& row);
    float draw_row(Frame& frame, const Rect& row, std::size_t index);
    void draw_passive(Frame& frame, const Rect& row, std::size_t index);
    void draw_narrow(Frame& frame, const Rect& row, std::size_t index);
    Rect cell(Frame& frame, const Rect& row, const Rect& place, std::size_t index, int column);
    void draw_grip(Frame& frame, const Rect& row, std::size_t index);
    void take_keys(Frame& frame, NodeId row, std::size_t index);
    void take_cell_keys(Frame& frame, NodeId cell, std::size_t index, int column);
    void drag(Frame& frame, const Rect& table);
    bool carry_out();
    void wish_open(std::size_t index, LineField field);

    EditorModel& model_;
    EditorLineFields fields_;
    Answer answer_;
    // Carried out when all rows are drawn.
    std::optional<std::pair<std::size_t, LineField>> wished_open_;
    std::optional<std::pair<std::size_t, std::size_t>> wished_move_;
    std::optional<domain::LineKind> wished_add_;
    bool wished_leave_ = false;

    std::optional<std::size_t> focus_row_; // Its cell gets the focus.
    std::size_t cell_row_ = 0;
    int cell_column_ = 0;
    bool was_inside_ = false; // The focus was in the active line.
    std::vector<Rect> rows_;  // As drawn in the last frame.
    std::optional<std::size_t> dragged_;
    LinePlaces places_;
    float height_ = 0;
};

} // namespace ui
