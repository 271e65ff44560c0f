#include "ui/widgets/table.h"

#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ui {

namespace {

constexpr float cell_padding = space::table_cell;
constexpr int overscan = 2;

float tick_width(const Frame& frame) { return frame.theme().is_touch() ? 48 : 42; }

} // namespace

Table::Table(Frame& frame, const Rect& rect, const TableSpec& spec)
    : frame_(frame), spec_(spec), id_(frame.id(spec.name)), rect_(rect),
      row_height_(spec.row_height > 0 ? spec.row_height : frame.measure().row), sort_(spec.sort) {
    const int row_count = spec.row_count;
    frame.open({.id = id_,
                .role = Role::grid,
                .name = std::string(spec.name),
                .rect = rect,
                .name_is_drawn = false,
                .table = {.row_count = static_cast<std::uint32_t>(row_count + 1),
                          .column_count = static_cast<std::uint32_t>(spec.columns.size())}});
    frame.push_scope(id_);

    float fixed = 2 * spec.side_room;
    int flexible = 0;
    for (const Column& column : spec.columns) {
        fixed += column.width;
        flexible += column.width == 0 ? 1 : 0;
    }
    float x = spec.side_room;
    for (const Column& column : spec.columns) {
        const float share = (rect.width - fixed) / static_cast<float>(std::max(1, flexible));
        const float width = column.width == 0 ? std::max(0.0F, share) : column.width;
        columns_.push_back({x, 0, width, row_height_});
        x += width;
    }

    Rect body = rect;
    if (spec.has_head) draw_head(take_top(body, frame.measure().table_head));
    take_bottom(body, spec.totals_height);
    auto& active = frame.memory().cells[id_];
    if (spec.is_new) {
        active.row = 0;
        frame.memory().scrolls[frame.id("rows")].offset = 0;
    }
    active_row_ = std::clamp(active.row, 0, std::max(0, row_count - 1));
    active_column_ = std::clamp(active.column, 0, static_cast<int>(spec.columns.size()) - 1);
    area_.emplace(frame, "rows", body, std::string_view());
    move_by_keys();
    active = {active_row_, active_column_};

    find_rows();
    area_->set_content_height(row_top(row_count) + spec.bottom_room);
}

void Table::find_rows() {
    const int count = spec_.row_count;
    const float offset = area_->offset();
    const int first = std::max(0, row_at(offset) - overscan);
    const int last = std::min(count - 1, row_at(offset + area_->viewport().height) + overscan);
    if (active_row_ < first && active_row_ < count) rows_.push_back(active_row_);
    for (int index = first; index <= last; ++index)
        rows_.push_back(index);
    if (active_row_ > last && active_row_ < count) rows_.push_back(active_row_);
}

float Table::row_top(int index) const {
    if (spec_.row_tops.empty()) return row_height_ * static_cast<float>(index);
    return spec_.row_tops[static_cast<std::size_t>(index)];
}

int Table::row_at(float y) const {
    if (spec_.row_tops.empty()) return static_cast<int>(y / row_height_);
    const auto after = std::ranges::upper_bound(spec_.row_tops, y);
    return static_cast<int>(after - spec_.row_tops.begin()) - 1;
}

void Table::end_rows() { area_.reset(); }

Table::~Table() {
    end_rows();
    frame_.pop_scope();
    frame_.close();
}

void Table::draw_head(const Rect& rect) {
    const Group head(
        frame_, {.id = frame_.id("head"), .role = Role::row, .rect = rect, .table = {.row = 1}});
    for (int index = 0; index < static_cast<int>(spec_.columns.size()); ++index)
        draw_head_cell(rect, index);
    divider(frame_, rect.x, rect.right(), rect.bottom() - 1);
}

void Table::draw_head_cell(const Rect& rect, int index) {
    const Column& column = spec_.columns[static_cast<std::size_t>(index)];
    const Rect place = cell_in(rect, index);
    const bool is_sorted = sort_.column == index;
    Node node;
    node.id = frame_.id("column") + static_cast<NodeId>(index);
    node.role = Role::column_header;
    node.name = std::string(column.title);
    node.rect = {place.x - cell_padding, rect.y, place.width + 2 * cell_padding, rect.height};
    node.name_is_drawn = !column.is_title_hidden;
    node.table = {.row = 1, .column = static_cast<std::uint32_t>(index + 1)};
    const Font face = font(Type::small, Weight::medium);
    node.style = text_style(face, frame_.color(Color::muted), column.align);
    if (index == 0 && spec_.ticks != Ticks::absent) {
        frame_.open(std::move(node));
        bool is_on = spec_.ticks == Ticks::all;
        all_ticked_ = checkbox(frame_, {rect.x, rect.y, tick_width(frame_), rect.height}, is_on,
                               {.label = "Select all",
                                .key = "tick all",
                                .is_label_hidden = true,
                                .is_mixed = spec_.ticks == Ticks::some});
        frame_.close();
        return;
    }
    if (!column.is_sortable) {
        frame_.add(std::move(node));
        if (!column.is_title_hidden)
            frame_.paint().text_in(
                place, column.title,
                {.font = face, .color = frame_.color(Color::muted), .align = column.align});
        return;
    }
    node.sort = !is_sorted            ? Sort::unsorted
                : sort_.is_descending ? Sort::descending
                                      : Sort::ascending;
    node.focus = Focus::tab_stop;
    const Press press = frame_.press(std::move(node));
    if (press.clicked) sort_ = {index, is_sorted && !sort_.is_descending};
    Painter& paint = frame_.paint();
    const Rgba color = frame_.color(is_sorted || press.hovered ? Color::text : Color::muted);
    const float width = paint.width(column.title, face);
    paint.text_in(place, column.title, {.font = face, .color = color, .align = column.align});
    if (is_sorted || press.hovered) {
        const bool at_end = column.align == HorizontalAlign::end;
        const float x = at_end ? place.right() - width - 14 : place.x + width + 14;
        paint.icon(is_sorted && sort_.is_descending ? Icon::arrow_down : Icon::arrow_up,
                   {x, place.center_y()}, 14, color);
    }
    if (press.ring)
        focus_ring(frame_, {place.x - 4, place.y + 6, place.width + 8, place.height - 12}, 4);
}

void Table::move_by_keys() {
    const NodeId focused = frame_.mirror().focused();
    if (focused == 0 || focused != frame_.memory().cells[id_].node) return;
    InputState& input = frame_.input();
    const int last_row = spec_.row_count - 1;
    const int last_column = static_cast<int>(spec_.columns.size()) - 1;
    const int page = std::max(1, static_cast<int>(area_->viewport().height / row_height_) - 1);
    const int row = active_row_;
    const int column = active_column_;
    if (input.take(Key::up, {}, focused)) --active_row_;
    if (input.take(Key::down, {}, focused)) ++active_row_;
    if (input.take(Key::page_up, {}, focused)) active_row_ -= page;
    if (input.take(Key::page_down, {}, focused)) active_row_ += page;
    if (input.take(Key::left, {}, focused)) --active_column_;
    if (input.take(Key::right, {}, focused)) ++active_column_;
    if (input.take(Key::home, {}, focused)) active_column_ = 0;
    if (input.take(Key::end, {}, focused)) active_column_ = last_column;
    if (input.take(Key::home, {.control = true}, focused)) active_row_ = 0;
    if (input.take(Key::end, {.control = true}, focused)) active_row_ = last_row;
    active_row_ = std::clamp(active_row_, 0, std::max(0, last_row));
    active_column_ = std::clamp(active_column_, 0, last_column);
    moved_ = row != active_row_ || column != active_column_;
    if (moved_) area_->reveal(row_top(active_row_), row_top(active_row_ + 1));
}

Rect Table::cell_in(const Rect& row, int column) const {
    const Rect& place = columns_[static_cast<std::size_t>(column)];
    return Rect{row.x + place.x, row.y, place.width, row.height}.inset(cell_padding, 0);
}

Rect Table::totals() {
    end_rows();
    const Rect place{rect_.x, rect_.bottom() - spec_.totals_height, rect_.width,
                     spec_.totals_height};
    const float bleed = spec_.totals_bleed;
    const Rect ground{place.x - bleed, place.y, place.width + 2 * bleed, place.height};
    // At the foot of a sheet it follows the sheet's corners.
    const float corner = bleed > 0 && frame_.breadth() != Breadth::narrow ? radius::sheet - 1 : 0;
    frame_.paint().fill(ground, frame_.color(Color::sunken), Corners{0, 0, corner, corner});
    frame_.paint().horizontal_line(ground.x, ground.right(), ground.y,
                                   frame_.color(Color::border_strong));
    return place;
}

TableRow::TableRow(Table& table, int index, const TableRowSpec& spec)
    : table_(table), index_(index) {
    Frame& frame = table.frame_;
    const Rect content = table.area_->content();
    const float top = table.row_top(index);
    rect_ = {content.x, content.y + top, content.width, table.row_top(index + 1) - top};
    Node node;
    node.id = frame.id("row") ^
              (spec.key != 0 ? spec.key * 2654435761U : static_cast<NodeId>(index + 1) * 40503U);
    node.role = Role::row;
    node.rect = rect_;
    node.selected = table.spec_.ticks == Ticks::absent ? Choice::none
                    : spec.is_selected                 ? Choice::on
                                                       : Choice::off;
    node.table = {.row = static_cast<std::uint32_t>(index + 2)};
    press_ = frame.open_pressable(std::move(node));
    frame.push_scope(press_.id);
    opened_ = press_.clicked;
    Painter& paint = frame.paint();
    const Rect band{rect_.x, rect_.y, rect_.width, rect_.height - paint.hairline()};
    if (spec.is_selected)
        paint.fill(band, frame.color(Color::selected));
    else if (press_.hovered || spec.is_active)
        paint.fill(band, frame.color(Color::hover));
    divider(frame, rect_.x, rect_.right(), rect_.bottom() - paint.hairline());
}

TableRow::~TableRow() {
    close_cell();
    table_.frame_.pop_scope();
    table_.frame_.close();
}

void TableRow::close_cell() {
    if (!cell_open_) return;
    table_.frame_.pop_scope();
    table_.frame_.close();
    cell_open_ = false;
}

Rect TableRow::cell(int column) {
    close_cell();
    Frame& frame = table_.frame_;
    const Rect place = table_.cell_in(rect_, column);
    const bool is_active = index_ == table_.active_row_ && column == table_.active_column_;
    Node node;
    node.id = frame.id("cell") + static_cast<NodeId>(column);
    node.role = Role::grid_cell;
    node.rect = {place.x - cell_padding, place.y, place.width + 2 * cell_padding, place.height};
    node.focus = is_active ? Focus::tab_stop : Focus::reachable;
    node.keys = {.up_down = true, .left_right = true, .home_end = true, .page = true};
    node.table = {.row = static_cast<std::uint32_t>(index_ + 2),
                  .column = static_cast<std::uint32_t>(column + 1)};
    const NodeId id = frame.open(std::move(node));
    frame.push_scope(id);
    cell_open_ = true;

    Memory::Cell& active = frame.memory().cells[table_.id_];
    InputState& input = frame.input();
    if (frame.is_focused(id)) active = {index_, column, id};
    if (is_active && table_.moved_) {
        active.node = id;
        frame.mirror().request_focus(id);
    }
    if (input.was_activated(id) || input.take(Key::enter, {}, id)) opened_ = true;
    if (input.take(Key::space, {}, id)) ticked_by_key_ = true;
    if (frame.shows_ring(id))
        focus_ring(frame, Rect{place.x - 8, place.y + 6, place.width + 16, place.height - 12},
                   radius::badge);
    return place;
}

void TableRow::text(int column, std::string_view words, Label style) {
    const Rect place = cell(column);
    style.text = words;
    const HorizontalAlign by_column = table_.spec_.columns[static_cast<std::size_t>(column)].align;
    if (style.align == HorizontalAlign::start) style.align = by_column;
    label(table_.frame_, place, style);
}

bool TableRow::tick(bool& is_ticked, std::string_view name) {
    const Rect place = cell(0);
    Frame& frame = table_.frame_;
    const bool pressed =
        checkbox(frame, {place.x - cell_padding, rect_.y, tick_width(frame), rect_.height},
                 is_ticked, {.label = name, .key = "tick", .is_label_hidden = true});
    if (pressed) opened_ = false;
    if (ticked_by_key_ && !pressed) is_ticked = !is_ticked;
    return pressed || ticked_by_key_;
}

} // namespace ui
