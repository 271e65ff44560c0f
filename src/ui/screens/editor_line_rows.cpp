#include "ui/screens/editor_line_rows.h"

#include "app/formats.h"
#include "ui/screens/editor_line_words.h"
#include "ui/screens/tax_field.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace ui {

namespace {

constexpr float bleed = space::table_cell;
constexpr float amount_width_min = 80;
constexpr int column_count = 5;

constexpr std::array<LineField, column_count> field_of_column{
    LineField::name, LineField::quantity, LineField::price, LineField::tax, LineField::quantity};

// Whether the focused element stands within the node.
bool holds_focus(Frame& frame, NodeId ancestor) {
    const Mirror& mirror = frame.mirror();
    const auto entries = mirror.nodes();
    const Mirror::Entry* entry = mirror.find(mirror.focused());
    while (entry != nullptr && entry->node.id != ancestor)
        entry = entry->parent_index == Mirror::no_parent ? nullptr : &entries[entry->parent_index];
    return entry != nullptr;
}

float widest_amount(Frame& frame, EditorModel& model) {
    float width = amount_width_min;
    const Font face = font(Type::small, Weight::semibold);
    for (std::size_t index = 0; index < model.lines().count(); ++index)
        width = std::max(width, frame.paint().width(line_amount(model, index), face) + 16);
    return std::ceil(width);
}

LineField field_under(const LinePlaces& places, Point at) {
    if (at.x >= places.tax.x) return at.x < places.tax.right() ? LineField::tax : LineField::name;
    if (at.x >= places.price.x) return LineField::price;
    if (at.x >= places.quantity.x) return LineField::quantity;
    return LineField::name;
}

} // namespace

EditorLineRows::Answer EditorLineRows::draw(Frame& frame, const Rect& slot) {
    answer_ = {};
    const EditorLines& lines = model_.lines();
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    const float side = is_narrow ? frame.gutter() : bleed;
    const Rect table{slot.x - side, slot.y, slot.width + 2 * side, height_};
    const Group grid(frame, {.id = frame.id("lines"),
                             .role = Role::grid,
                             .name = "Lines",
                             .rect = table,
                             .name_is_drawn = false,
                             .table = {.row_count = static_cast<std::uint32_t>(lines.count() + 1),
                                       .column_count = column_count}});
    places_ = line_places(frame, table, widest_amount(frame, model_));
    float y = table.y;
    if (!is_narrow) {
        draw_head(frame, {table.x, y, table.width, frame.measure().table_head});
        y += frame.measure().table_head;
    }
    const float row_height = is_narrow ? 60 : frame.measure().row_line_item;
    cell_row_ = std::min(cell_row_, lines.count() == 0 ? 0 : lines.count() - 1);
    rows_.resize(lines.count());
    const auto active = lines.active();
    for (std::size_t index = 0; index < lines.count(); ++index) {
        Rect row{table.x, y, table.width, row_height};
        const bool is_needed =
            active == index || index == cell_row_ || frame.paint().is_visible(row);
        if (is_needed) row.height = draw_row(frame, row, index);
        rows_[index] = row;
        y += row.height;
    }
    if (!active) was_inside_ = false;
    drag(frame, table);
    if (carry_out()) frame.want_at(frame.now_ms());
    height_ = y - table.y;
    answer_.height = height_;
    return answer_;
}

void EditorLineRows::draw_head(Frame& frame, const Rect& row) {
    const Group head(frame,
                     {.id = frame.id("head"), .role = Role::row, .rect = row, .table = {.row = 1}});
    const std::string tax = tax_column(model_.edited());
    const LinePlaces places = line_places(frame, row, places_.amount.width);
    const auto column = [&](const Rect& place, std::string_view words, HorizontalAlign align,
                            std::uint32_t number) {
        Node node;
        node.id = frame.id(words);
        node.role = Role::column_header;
        node.name = std::string(words);
        node.rect = {place.x, row.y, place.width, row.height};
        node.table = {.row = 1, .column = number};
        const Font face = font(Type::small, Weight::medium);
        node.style = text_style(face, frame.color(Color::muted), align);
        const Rect place_of_words = node.rect;
        frame.add(std::move(node));
        frame.paint().text_in(place_of_words, words,
                              {.font = face, .color = frame.color(Color::muted), .align = align});
    };
    column(places.name, "Line", HorizontalAlign::start, 1);
    column(places.quantity.inset(9, 0), "Qty", HorizontalAlign::end, 2);
    column(places.price.inset(9, 0), "Price", HorizontalAlign::end, 3);
    column(places.tax.inset(9, 0), tax, HorizontalAlign::end, 4);
    column(places.amount, "Amount", HorizontalAlign::end, 5);
    divider(frame, row.x, row.right(), row.bottom() - 1);
}

float EditorLineRows::draw_row(Frame& frame, const Rect& row, std::size_t index) {
    const EditorLines& lines = model_.lines();
    const bool is_active = lines.active() == index;
    const float height =
        is_active && rows_[index].height > row.height ? rows_[index].height : row.height;
    Node node;
    node.id = frame.id("line " + base::to_text(lines.line(index).id));
    node.role = Role::row;
    node.rect = {row.x, row.y, row.width, height};
    node.table = {.row = static_cast<std::uint32_t>(index + 2)};
    const Press press = frame.open_pressable(std::move(node));
    frame.push_scope(press.id);
    float used = row.height;
    if (is_active || press.hovered || dragged_ == index)
        frame.paint().fill({row.x, row.y, row.width, height - 1}, frame.color(Color::hover));
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    if (is_active) {
        take_keys(frame, press.id, index);
        const Group fields(frame, {.id = frame.id("fields"),
                                   .role = Role::grid_cell,
                                   .rect = {row.x, row.y, row.width, height}});
        EditorLineFields::Answer answer;
        if (is_narrow) {
            const Rect slot{row.x + frame.gutter(), row.y + 12, row.width - 2 * frame.gutter(), 0};
            answer = fields_.draw_narrow(frame, slot, index);
            used = answer.height + 12;
        } else {
            draw_grip(frame, row, index);
            const LinePlaces places = line_places(frame, row, places_.amount.width);
            label(frame, places.amount,
                  {.text = line_amount(model_, index),
                   .weight = Weight::semibold,
                   .align = HorizontalAlign::end});
            answer = fields_.draw(frame, row, places, index);
            used = row.height + answer.height;
        }
        if (answer.wants_removal) answer_.remove = index;
        if (answer.move != 0) wished_move_ = {index, answer.move < 0 ? index - 1 : index + 1};
        if (answer.is_done) {
            if (index + 1 < lines.count())
                wish_open(index + 1, LineField::quantity);
            else
                add(lines.line(index).kind);
        }
        if (used != height) frame.want_at(frame.now_ms());
    } else {
        if (is_narrow)
            draw_narrow(frame, row, index);
        else
            draw_passive(frame, row, index);
        if (press.clicked)
            wish_open(index, field_under(line_places(frame, row, places_.amount.width),
                                         frame.input().pointer().position));
        // Above the cells, so that the row's own press does not swallow it.
        if (!is_narrow && (press.hovered || dragged_ == index)) draw_grip(frame, row, index);
    }
    divider(frame, row.x, row.right(), row.y + used - frame.paint().hairline());
    frame.pop_scope();
    frame.close();
    return used;
}

Rect EditorLineRows::cell(Frame& frame, const Rect& row, const Rect& place, std::size_t index,
                          int column) {
    const bool is_current = index == cell_row_ && column == cell_column_;
    Node node;
    node.id = frame.id("cell") + static_cast<NodeId>(column);
    node.role = Role::grid_cell;
    node.rect = {place.x, row.y, place.width, row.height};
    node.focus = is_current && !model_.lines().active() ? Focus::tab_stop : Focus::reachable;
    node.keys = {.up_down = true, .left_right = true, .home_end = true};
    node.table = {.row = static_cast<std::uint32_t>(index + 2),
                  .column = static_cast<std::uint32_t>(column + 1)};
    const NodeId id = frame.open(std::move(node));
    if (frame.is_focused(id)) {
        cell_row_ = index;
        cell_column_ = column;
        take_cell_keys(frame, id, index, column);
    }
    if (frame.input().was_activated(id))
        wish_open(index, field_of_column[static_cast<std::size_t>(column)]);
    if (focus_row_ == index && is_current) {
        focus_row_.reset();
        frame.mirror().request_focus(id);
    }
    if (frame.shows_ring(id))
        focus_ring(frame, {place.x - 4, row.y + 5, place.width + 8, row.height - 11},
                   radius::badge);
    return place;
}

void EditorLineRows::draw_passive(Frame& frame, const Rect& row, std::size_t index) {
    const domain::DraftLine& line = model_.lines().line(index);
    const EditorLines::Words& words = model_.lines().words(index);
    const EditedDraft& edited = model_.edited();
    const LinePlaces places = line_places(frame, row, places_.amount.width);
    frame.paint().icon(line_icon(line.kind), {places.icon.x + 20, row.center_y()}, 16,
                       frame.color(Color::muted));
    const float middle = row.y + (row.height - 48) / 2;
    const auto figure = [&](const Rect& place, int column, std::string_view text, bool is_wrong,
                            Color color, Weight weight) {
        cell(frame, row, place, index, column);
        label(frame, place,
              {.text = text,
               .weight = weight,
               .color = is_wrong ? Color::danger_text : color,
               .align = HorizontalAlign::end});
        frame.close();
    };

    cell(frame, row, places.name, index, 0);
    const bool is_nameless = line.name.empty();
    label(frame, {places.name.x, middle + 6, places.name.width, 20},
          {.text = is_nameless ? "No name yet" : line.name,
           .weight = Weight::medium,
           .color = is_nameless ? Color::muted : Color::text,
           .overflow = Overflow::ellipsis});
    const std::string changes = line_changes(model_, line);
    const Rect second{places.name.x, middle + 24, places.name.width, 20};
    std::string detail = line_detail(model_, line);
    if (!changes.empty()) detail += ", ";
    const float changes_width = frame.paint().width(changes, font(Type::small));
    const float shown =
        label(frame, {second.x, second.y, second.width - changes_width, 20},
              {.text = detail, .color = Color::muted, .overflow = Overflow::ellipsis});
    if (!changes.empty())
        label(frame, {second.x + shown, second.y, changes_width, 20},
              {.text = changes, .color = Color::accent_text});
    frame.close();

    figure(places.quantity.inset(9, 0), 1, words.quantity.words, words.quantity.is_wrong(),
           Color::text, Weight::regular);
    figure(places.price.inset(9, 0), 2, words.unit_price.words, words.unit_price.is_wrong(),
           Color::text, Weight::regular);
    figure(places.tax.inset(9, 0), 3,
           tax_words(line.taxes, line.supply_date.value_or(edited.issue_date()), edited), false,
           Color::muted, Weight::regular);
    if (words.is_wrong()) {
        cell(frame, row, places.amount, index, 4);
        frame.paint().icon(Icon::circle_alert, {places.amount.right() - 8, row.center_y()}, 16,
                           frame.color(Color::danger_text));
        frame.close();
    } else {
        figure(places.amount, 4, line_amount(model_, index), false, Color::text, Weight::semibold);
    }
}

void EditorLineRows::draw_narrow(Frame& frame, const Rect& row, std::size_t index) {
    const domain::DraftLine& line = model_.lines().line(index);
    Rect inside = row.inset(frame.gutter(), 0);
    const std::string amount = line_amount(model_, index);
    const Font face = font(Type::body, Weight::medium);
    const Rect right = take_right(inside, frame.paint().width(amount, face), 12);
    cell(frame, row, inside, index, 0);
    label(frame, {inside.x, row.y + 7, inside.width, 24},
          {.text = line.name.empty() ? "No name yet" : line.name,
           .type = Type::body,
           .weight = Weight::medium,
           .color = line.name.empty() ? Color::muted : Color::text,
           .overflow = Overflow::ellipsis});
    const std::string changes = line_changes(model_, line);
    std::string summary = line_summary(model_, line);
    if (!changes.empty()) summary += ", ";
    const float changes_width = frame.paint().width(changes, font(Type::small));
    const float shown =
        label(frame, {inside.x, row.y + 30, inside.width - changes_width, 20},
              {.text = summary, .color = Color::muted, .overflow = Overflow::ellipsis});
    if (!changes.empty())
        label(frame, {inside.x + shown, row.y + 30, changes_width, 20},
              {.text = changes, .color = Color::accent_text});
    frame.close();
    if (model_.lines().words(index).is_wrong())
        frame.paint().icon(Icon::circle_alert, {row.right() - frame.gutter() - 8, row.center_y()},
                           16, frame.color(Color::danger_text));
    else
        label(frame, {right.x, row.y, right.width, row.height},
              {.text = amount, .type = Type::body, .weight = Weight::medium});
}

void EditorLineRows::draw_grip(Frame& frame, const Rect& row, std::size_t index) {
    const Rect place{row.x + 4, row.y + 8, 32, row.height - 16};
    const Group cell(frame, {.id = frame.id("grip cell"), .role = Role::grid_cell, .rect = place});
    Node node;
    node.id = frame.id("grip");
    node.role = Role::button;
    node.name = "Move line, Alt with up or down";
    node.rect = place;
    node.name_is_drawn = false;
    node.drag_owner = true;
    node.focus = Focus::reachable;
    node.hotkeys = "Alt+ArrowUp Alt+ArrowDown";
    const Press press = frame.press(std::move(node));
    // In place of the kind's icon.
    frame.paint().fill({row.x + 8, row.y + 4, 28, row.height - 10}, frame.color(Color::hover));
    frame.paint().icon(Icon::grip_vertical, {row.x + 20, row.y + row.height / 2}, 16,
                       frame.color(press.hovered ? Color::text : Color::muted));
    if (frame.memory().active == press.id && frame.input().pointer().is_down) dragged_ = index;
}

void EditorLineRows::take_keys(Frame& frame, NodeId row, std::size_t index) {
    const bool is_inside = holds_focus(frame, row);
    const bool is_elsewhere =
        was_inside_ && !is_inside && frame.mirror().focused() != 0 && frame.memory().open.empty();
    was_inside_ = is_inside;
    if (is_elsewhere) {
        wished_leave_ = true;
        return;
    }
    if (!is_inside) return;
    InputState& input = frame.input();
    if (input.take(Key::up, {.alt = true}) && index > 0) wished_move_ = {index, index - 1};
    if (input.take(Key::down, {.alt = true}) && index + 1 < model_.lines().count())
        wished_move_ = {index, index + 1};
    if (frame.memory().open.empty() && input.take(Key::escape)) {
        wished_leave_ = true;
        cell_row_ = index;
        focus_row_ = index;
    }
}

void EditorLineRows::take_cell_keys(Frame& frame, NodeId cell, std::size_t index, int column) {
    InputState& input = frame.input();
    const std::size_t last = model_.lines().count() - 1;
    if (input.take(Key::up, {.alt = true}, cell) && index > 0) wished_move_ = {index, index - 1};
    if (input.take(Key::down, {.alt = true}, cell) && index < last)
        wished_move_ = {index, index + 1};
    if (input.take(Key::enter, {}, cell) || input.take(Key::f2, {}, cell))
        wish_open(index, field_of_column[static_cast<std::size_t>(column)]);
    if (input.take(Key::remove, {}, cell)) answer_.remove = index;
    const std::size_t row_before = cell_row_;
    const int column_before = cell_column_;
    if (input.take(Key::up, {}, cell) && index > 0) --cell_row_;
    if (input.take(Key::down, {}, cell) && index < last) ++cell_row_;
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    const int last_column = is_narrow ? 0 : column_count - 1;
    if (input.take(Key::left, {}, cell)) cell_column_ = std::max(0, column - 1);
    if (input.take(Key::right, {}, cell)) cell_column_ = std::min(last_column, column + 1);
    if (input.take(Key::home, {}, cell)) cell_column_ = 0;
    if (input.take(Key::end, {}, cell)) cell_column_ = last_column;
    if (row_before == cell_row_ && column_before == cell_column_) return;
    focus_row_ = cell_row_;
    frame.want_at(frame.now_ms());
}

// The line that is held by its grip goes to where the pointer is.
void EditorLineRows::drag(Frame& frame, const Rect& table) {
    if (!dragged_ || rows_.empty()) return;
    const Pointer& pointer = frame.input().pointer();
    std::size_t to = rows_.size() - 1;
    for (std::size_t index = 0; index < rows_.size(); ++index)
        if (pointer.position.y < rows_[index].bottom()) {
            to = index;
            break;
        }
    if (!pointer.is_down) {
        wished_move_ = {*dragged_, to};
        dragged_.reset();
        return;
    }
    const bool goes_up = to < *dragged_;
    const float y = goes_up ? rows_[to].y : rows_[to].bottom();
    if (to != *dragged_)
        frame.paint().fill({table.x, y - 1, table.width, 2}, frame.color(Color::accent));
}

void EditorLineRows::wish_open(std::size_t index, LineField field) {
    wished_open_ = {index, field};
}

// What was wished for while the rows were drawn; true if something was.
bool EditorLineRows::carry_out() {
    EditorLines& lines = model_.lines();
    const bool has_wishes = wished_move_ || wished_leave_ || wished_open_ || wished_add_;
    if (const auto move = std::exchange(wished_move_, std::nullopt)) {
        lines.move(move->first, move->second);
        if (cell_row_ == move->first && !lines.active()) focus_row_ = move->second;
        if (cell_row_ == move->first) cell_row_ = move->second;
    }
    if (std::exchange(wished_leave_, false)) lines.leave();
    if (const auto open = std::exchange(wished_open_, std::nullopt)) {
        if (open->first < lines.count()) {
            lines.activate(open->first);
            fields_.focus(open->second);
            cell_row_ = lines.active().value_or(0);
            was_inside_ = false;
        }
    }
    if (const auto kind = std::exchange(wished_add_, std::nullopt)) {
        cell_row_ = lines.add(*kind);
        fields_.focus(LineField::name);
        was_inside_ = false;
    }
    return has_wishes;
}

} // namespace ui
