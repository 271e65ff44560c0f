#include "ui/widgets/select.h"

#include "ui/widgets/label.h"
#include "ui/widgets/option_list.h"

#include <string>

namespace ui {

namespace {

// The option whose label begins with the letter, after the chosen one and round again; -1 if none.
int starting_with(std::span<const Option> options, int chosen, char32_t letter) {
    const int count = static_cast<int>(options.size());
    for (int step = 1; step <= count; ++step) {
        const int index = (chosen + step + count) % count;
        const std::string_view label = options[static_cast<std::size_t>(index)].label;
        std::size_t at = 0;
        if (!label.empty() && (next_code_point(label, at) | 32U) == (letter | 32U)) return index;
    }
    return -1;
}

void move_closed(Frame& frame, NodeId id, int& chosen, const SelectBox& select) {
    InputState& input = frame.input();
    const int last = static_cast<int>(select.options.size()) - 1;
    if (input.take(Key::home, {}, id)) chosen = 0;
    if (input.take(Key::end, {}, id)) chosen = last;
    for (const KeyPress& key : input.keys())
        if (key.key == Key::character && key.target == id && key.modifiers == Modifiers{})
            if (const int found = starting_with(select.options, chosen, key.character); found >= 0)
                chosen = found;
}

} // namespace

SelectBoxResult select_box(Frame& frame, const Rect& slot, int& chosen, const SelectBox& select) {
    const FieldFrame shape{.label = select.label,
                           .aside = select.aside,
                           .help =
                               select.locked_because.empty() ? select.help : select.locked_because,
                           .error = select.error,
                           .size = select.size,
                           .is_label_hidden = select.is_label_hidden,
                           .is_locked = !select.locked_because.empty()};
    const FieldPlaces places = field_places(frame, slot, shape);
    const Scope scope(frame, select.key.empty() ? select.label : select.key);
    const NodeId list_id = frame.id("list");
    const bool is_open = frame.is_popup_open(list_id);
    const bool has_choice = chosen >= 0 && chosen < static_cast<int>(select.options.size());
    const std::string_view value =
        has_choice ? select.options[static_cast<std::size_t>(chosen)].label : std::string_view();

    Node node;
    node.id = frame.id("box");
    node.role = Role::combo_box;
    node.name = std::string(select.label);
    node.value = std::string(value);
    node.description = std::string(shape.error.empty() ? shape.help : shape.error);
    node.rect = places.box;
    node.name_is_drawn = false;
    node.invalid = !select.error.empty();
    node.disabled = shape.is_locked;
    node.focus = Focus::tab_stop;
    node.has_popup = Popup::list_box;
    node.expanded = is_open ? Choice::on : Choice::off;
    node.controls = is_open ? list_id : 0;
    node.keys = {.up_down = true, .home_end = true};
    const Font face = field_font(frame, select.size);
    node.style = text_style(face, frame.color(Color::text), HorizontalAlign::start);
    const Press press = frame.press(std::move(node));

    const int before = chosen;
    if (!is_open && press.focused && !shape.is_locked) {
        move_closed(frame, press.id, chosen, select);
        if (frame.input().take(Key::down, {}, press.id) ||
            frame.input().take(Key::up, {}, press.id)) {
            frame.memory().choices[list_id] = chosen;
            frame.open_popup(list_id);
        }
    }
    if (press.clicked) {
        if (is_open) {
            frame.close_popup(list_id);
        } else {
            frame.memory().choices[list_id] = chosen;
            frame.open_popup(list_id);
        }
    }
    draw_field(frame, places, shape, {.hovered = press.hovered, .focused = press.ring || is_open});
    const Rect box = places.box;
    const Rect words{box.x + field_padding, box.y, box.width - 2 * field_padding - 24, box.height};
    frame.paint().text_in(words, has_choice ? value : select.placeholder,
                          {.font = face,
                           .color = frame.color(!has_choice       ? Color::faint
                                                : shape.is_locked ? Color::muted
                                                                  : Color::text),
                           .overflow = Overflow::ellipsis});
    frame.paint().icon(shape.is_locked ? Icon::lock
                       : is_open       ? Icon::chevron_up
                                       : Icon::chevron_down,
                       {box.right() - field_padding - 8, box.center_y()}, 16,
                       frame.color(Color::muted));
    const OptionChoice choice = option_list(frame, {.id = list_id,
                                                    .anchor = box,
                                                    .options = select.options,
                                                    .chosen = chosen,
                                                    .row = option_height(frame)});
    if (choice.taken >= 0) chosen = choice.taken;
    return {.height = places.height, .changed = chosen != before};
}

} // namespace ui
