// The fields of the active line: name and figures in its row, the rest in a quiet strip below.
//
// An error's sentence stands between the two, as the cells are too narrow for it.
#pragma once

#include "ui/frame.h"
#include "ui/screens/editor_line_adjustments.h"
#include "ui/screens/editor_model.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ui {

// What can be entered, in the order of Tab.
enum class LineField : std::uint8_t {
    name,
    quantity,
    price,
    tax,
    detail,
    unit,
    supplied,
    adjustment,
    practitioner,
    location,
};

// The cells of a row, from its left edge.
struct LinePlaces {
    Rect icon;
    Rect name;
    Rect quantity;
    Rect price;
    Rect tax;
    Rect amount;
    Rect remove;
};

// Of a row; the amounts get as much room as the widest of them asks for.
[[nodiscard]] LinePlaces line_places(Frame& frame, const Rect& row, float amount_width);

class EditorLineFields {
  public:
    struct Answer {
        float height = 0;           // Below the row.
        bool wants_removal = false; // The cross was pressed.
        bool is_done = false;       // Enter in the last field.
        int move = 0;               // By so many lines.
    };

    explicit EditorLineFields(EditorModel& model) : model_(model), adjustments_(model) {}

    // Draws the fields of line `index`; `row` is its own 48, `places` its cells.
    Answer draw(Frame& frame, const Rect& row, const LinePlaces& places, std::size_t index);
    // The same on a narrow window, all below each other.
    Answer draw_narrow(Frame& frame, const Rect& slot, std::size_t index);
    // That field gets the focus when it is next drawn.
    void focus(LineField field) { wanted_ = field; }

  private:
    void name(Frame& frame, const Rect& slot, std::size_t index, bool in_cell);
    void quantity(Frame& frame, const Rect& slot, std::size_t index, bool in_cell);
    void price(Frame& frame, const Rect& slot, std::size_t index, bool in_cell);
    void taxes(Frame& frame, const Rect& box, std::size_t index);
    void detail(Frame& frame, const Rect& slot, std::size_t index);
    void unit(Frame& frame, const Rect& slot, std::size_t index);
    float supplied(Frame& frame, const Rect& slot, std::size_t index);
    // Discounts and surcharges; beside the first who gave it and where.
    void adjustments(Frame& frame, Stack& stack, std::size_t index);
    void practitioner(Frame& frame, const Rect& slot, std::size_t index);
    void location(Frame& frame, const Rect& slot, std::size_t index);
    float errors(Frame& frame, const Rect& slot, std::size_t index);
    void more(Frame& frame, Stack& stack, std::size_t index);
    // Enter in a field.
    void go_on(LineField from, std::size_t index);
    void focus_if_wanted(Frame& frame, NodeId id, LineField field);
    [[nodiscard]] std::string error_of(std::size_t index, LineField field);
    void search_catalogue(std::size_t index);

    EditorModel& model_;
    EditorLineAdjustments adjustments_;
    Answer answer_;
    std::optional<LineField> wanted_;
    // What the catalogue offers, as of the last text and figures.
    std::vector<CatalogueEntry> found_;
    std::string found_for_;
    domain::LineId found_line_;
    std::uint64_t found_version_ = 0;
};

} // namespace ui
