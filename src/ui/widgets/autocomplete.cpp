#include "ui/widgets/autocomplete.h"

#include "ui/widgets/option_list.h"

namespace ui {

AutocompleteResult autocomplete(Frame& frame, const Rect& slot, std::string& text,
                                const Autocomplete& field) {
    const Scope scope(frame, field.key.empty() ? field.label : field.key);
    const NodeId list_id = frame.id("list");
    const bool is_open = frame.is_popup_open(list_id);
    // The list is drawn after the field; its lit option is known from the last frame.
    NodeId& lit_node = frame.memory().lit_options[list_id];
    const FieldResult typed = text_field(frame, slot, text,
                                         {.label = field.label,
                                          .aside = field.aside,
                                          .placeholder = field.placeholder,
                                          .help = field.help,
                                          .error = field.error,
                                          .key = "field",
                                          .size = field.size,
                                          .is_label_hidden = field.is_label_hidden,
                                          .is_error_apart = field.is_error_apart,
                                          .icon = field.icon,
                                          .enter_key = EnterKey::done,
                                          .role = Role::combo_box,
                                          .popup = Popup::list_box,
                                          .expanded = is_open ? Choice::on : Choice::off,
                                          .controls = is_open ? list_id : 0,
                                          .active_descendant = is_open ? lit_node : 0,
                                          .icon_after = field.icon_after});
    const bool has_rows = !field.options.empty() || !field.create.empty();
    const bool asks = typed.changed || (typed.entered && field.opens_on_focus) ||
                      (typed.focused && frame.input().take(Key::down, {.alt = true}, typed.id));
    if (asks && has_rows && !is_open) {
        frame.memory().choices[list_id] = typed.changed ? 0 : -1;
        frame.open_popup(list_id);
    }
    if (typed.changed) {
        frame.memory().choices[list_id] = field.options.empty() ? -1 : 0;
        frame.want_at(frame.now_ms()); // The options for the new words come with the next frame.
    }
    if ((typed.left || !has_rows) && is_open && frame.memory().active == 0)
        frame.close_popup(list_id);

    const OptionChoice choice =
        option_list(frame, {.id = list_id,
                            .anchor = typed.box,
                            .options = field.options,
                            .row = frame.theme().is_touch() ? 56.0F
                                   : field.has_avatars      ? 44.0F
                                                            : option_height(frame),
                            .match = text,
                            .create = field.create,
                            .has_avatars = field.has_avatars});
    lit_node = choice.lit_node;
    return {.id = typed.id,
            .height = typed.height,
            .changed = typed.changed,
            .taken = choice.taken,
            .create = choice.is_create,
            .left = typed.left && choice.taken < 0 && !choice.is_create,
            .submitted = frame.input().take(Key::enter, {}, typed.id)};
}

} // namespace ui
