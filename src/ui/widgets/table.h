// Rows and columns, as many as the book holds: virtual, sorted, chosen, moved through by arrows.
//
// Only rows that can be seen are drawn and emitted; the count is of all of them. It is an ARIA
// grid: Tab enters it once, arrows move the cell, Enter opens the row, Space ticks it. Head and
// totals stay while rows scroll beneath. The caller draws each cell into the rectangle it gets.
//
//     Table table(frame, rect, {.name = "Invoices", .columns = columns, .row_count = count});
//     for (const int index : table.rows()) {
//         TableRow row(table, index, {.is_selected = selected[index]});
//         row.text(1, list[index].number);
//         badge(frame, row.cell(4), status_badge(...));
//         if (row.is_opened()) intent = ...;
//     }
#pragma once

#include "ui/frame.h"
#include "ui/widgets/label.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace ui {

struct Column {
    std::string_view title;
    float width = 0; // Fixed, or 0 for an equal share of the rest.
    HorizontalAlign align = HorizontalAlign::start;
    bool is_sortable = false;
    bool is_title_hidden = false; // The title is only spoken: menus.
};

struct TableSort {
    int column = -1;
    bool is_descending = false;

    friend bool operator==(const TableSort&, const TableSort&) = default;
};

enum class Ticks : std::uint8_t { absent, none, some, all };

struct TableSpec {
    std::string_view name;
    std::span<const Column> columns;
    int row_count = 0;
    TableSort sort = {};
    Ticks ticks = Ticks::absent; // A tick box in column 0, and what of the rows is ticked.
    float row_height = 0;        // 0: by density (40, 56).
    // Rows of different heights: where each begins, and at the end where the last one ends.
    std::span<const float> row_tops = {};
    float side_room = 0;     // At both ends of head and rows, within their bands.
    float totals_height = 0; // Room at the foot that does not scroll, for table.totals().
    float totals_bleed = 0;  // How far its ground goes beyond the table: to the sheet's edges.
    bool has_head = true;
    float bottom_room = 0; // Empty room after the last row, under a bulk bar.
    bool is_new = false;   // The rows are others than in the last frame: show the first.
};

class Table {
  public:
    // `rect` holds head, rows and totals. Give it 12 px more on each side than the text above it.
    Table(Frame& frame, const Rect& rect, const TableSpec& spec);
    ~Table();
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;

    // Indices to draw, from 0; a focused row is among them even when it is scrolled away.
    [[nodiscard]] const std::vector<int>& rows() const { return rows_; }
    // The sort the person asked for by pressing a head in this frame; unchanged otherwise.
    [[nodiscard]] TableSort sort() const { return sort_; }
    [[nodiscard]] bool was_sorted() const { return sort_ != spec_.sort; }
    // The tick box of the head was pressed: tick all, or none if all were.
    [[nodiscard]] bool was_all_ticked() const { return all_ticked_; }
    // Ends the rows; draws the ground of the totals row and gives its place.
    Rect totals();
    // The place of a column in the totals row or in any row, without its padding.
    [[nodiscard]] Rect cell_in(const Rect& row, int column) const;

  private:
    friend class TableRow;

    void draw_head(const Rect& rect);
    void draw_head_cell(const Rect& rect, int index);
    void move_by_keys();
    void find_rows();
    [[nodiscard]] float row_top(int index) const;
    [[nodiscard]] int row_at(float y) const;
    void end_rows();

    Frame& frame_;
    TableSpec spec_;
    NodeId id_;
    Rect rect_;
    float row_height_;
    TableSort sort_;
    bool all_ticked_ = false;
    std::vector<Rect> columns_; // Of a row at the origin of the table.
    std::vector<int> rows_;
    std::optional<ScrollArea> area_; // Ends before the totals.
    int active_row_ = 0;
    int active_column_ = 0;
    bool moved_ = false;
};

struct TableRowSpec {
    bool is_selected = false;
    bool is_active = false; // Its fields are shown in place (the editor).
    NodeId key = 0;         // Stable id of the record; the index if 0.
};

class TableRow {
  public:
    TableRow(Table& table, int index, const TableRowSpec& spec = {});
    ~TableRow();
    TableRow(const TableRow&) = delete;
    TableRow& operator=(const TableRow&) = delete;

    [[nodiscard]] const Rect& rect() const { return rect_; }
    [[nodiscard]] bool is_hovered() const { return press_.hovered; }
    // Pressed, or Enter on one of its cells.
    [[nodiscard]] bool is_opened() const { return opened_; }
    [[nodiscard]] bool wants_menu() const { return press_.secondary; }

    // The place of a cell without its padding; starts it for assistive technology. Cells in order.
    Rect cell(int column);
    // A cell of words.
    void text(int column, std::string_view words, Label style = {});
    // The tick box of column 0; true when the person changed it.
    bool tick(bool& is_ticked, std::string_view name);

  private:
    void close_cell();

    Table& table_;
    Rect rect_;
    int index_;
    Press press_;
    bool opened_ = false;
    bool ticked_by_key_ = false;
    bool cell_open_ = false;
};

} // namespace ui
