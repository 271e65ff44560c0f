#include "ui/screens/editor_header.h"

#include "ui/shell_frame.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/label.h"
#include "ui/widgets/popover.h"

#include <array>
#include <utility>
#include <vector>

namespace ui {

namespace {

constexpr float saved_room = 220;

bool is_untouched(const EditorModel& model) { return !model.is_on_book() && !model.has_unsaved(); }

// "Saved on this device, 14:32", its middle at `at.y`.
void draw_saved(Frame& frame, const EditorModel& model, Point at, bool is_short) {
    std::string words;
    Icon icon = Icon::none;
    Color color = Color::muted;
    switch (model.saved()) {
    case DraftSaved::never: words = "Not saved yet"; break;
    case DraftSaved::saving: words = "Saving"; break;
    case DraftSaved::failed:
        words = "Not saved";
        icon = Icon::circle_alert;
        color = Color::danger_text;
        break;
    case DraftSaved::saved:
        words = is_short ? "Saved " : "Saved on this device, ";
        words += model.saved_clock();
        icon = Icon::check;
        break;
    }
    float x = at.x;
    if (icon != Icon::none) {
        frame.paint().icon(icon, {x + 8, at.y}, 16,
                           frame.color(icon == Icon::check ? Color::success_text : color));
        x += 22;
    }
    label(frame, {x, at.y - 10, saved_room, 20}, {.text = words, .color = color});
}

EditorIntent draw_menu(Frame& frame, Rect& bar, const EditorModel& model, bool has_pdf) {
    std::vector<MenuItem> items;
    std::vector<EditorIntent> intents;
    const auto add = [&](const MenuItem& item, EditorIntent intent) {
        items.push_back(item);
        intents.push_back(intent);
    };
    add({.label = "Duplicate", .icon = Icon::copy}, EditorIntent::duplicate);
    if (has_pdf) add({.label = "Save as PDF", .icon = Icon::download}, EditorIntent::save_pdf);
    if (model.draft().reverted)
        add({.label = "Void", .icon = Icon::ban, .is_destructive = true, .starts_group = true},
            EditorIntent::void_number);
    else
        add({.label = "Delete draft",
             .icon = Icon::trash_2,
             .is_destructive = true,
             .starts_group = true},
            EditorIntent::remove);
    const float side = frame.theme().is_touch() ? 48 : 36;
    const Rect place = take_right(bar, side, 8);
    const int chosen = menu_button(
        frame, {place.x, place.center_y() - side / 2, side, side},
        {.label = "More actions", .kind = ButtonKind::quiet, .icon = Icon::ellipsis}, items);
    return chosen < 0 ? EditorIntent::none : intents[static_cast<std::size_t>(chosen)];
}

void draw_parts(Frame& frame, Rect& bar, EditorPart& part, float gap) {
    constexpr std::array<Segment, 2> parts{{{"Edit"}, {"Preview"}}};
    const Segments segments{
        .name = "Part", .items = parts, .is_stretched = frame.breadth() == Breadth::narrow};
    int chosen = static_cast<int>(part);
    const float width = segmented_width(frame, segments);
    const float height = frame.measure().segmented;
    const Rect place = take_right(bar, width, gap);
    if (segmented(frame, {place.x, place.center_y() - height / 2, width, height}, chosen, segments))
        part = static_cast<EditorPart>(chosen);
}

EditorIntent narrow_header(Frame& frame, Rect& sheet, const EditorModel& model, EditorPart& part) {
    EditorIntent intent = EditorIntent::none;
    const Rect whole = take_top(sheet, frame_size::header_editor);
    Rect bar = whole.inset(frame.gutter(), 0);
    const float side = frame.theme().is_touch() ? 48 : 36;
    const float outdent = (side - frame.measure().icon) / 2;
    if (icon_button(frame, {bar.x - outdent, bar.center_y() - side / 2, side, side},
                    {.label = "Back", .kind = ButtonKind::quiet, .icon = Icon::arrow_left}))
        intent = EditorIntent::back;
    take_left(bar, frame.measure().icon, 14);
    draw_parts(frame, bar, part, 0);
    if (!is_untouched(model)) {
        const EditorIntent chosen = draw_menu(frame, bar, model, true);
        if (chosen != EditorIntent::none) intent = chosen;
    }
    label(frame, {bar.x, whole.y + 11, bar.width, 20},
          {.text = "Draft invoice",
           .type = Type::body,
           .weight = Weight::semibold,
           .overflow = Overflow::ellipsis,
           .role = Role::heading,
           .level = 1});
    draw_saved(frame, model, {bar.x, whole.y + 43}, true);
    divider(frame, whole.x, whole.right(), whole.bottom() - 1);
    return intent;
}

} // namespace

EditorStep next_step(const EditorModel& model) {
    if (is_untouched(model)) return {"Continue", EditorIntent::keep};
    std::string words = "Finalize";
    if (const auto& totals = model.view().totals)
        words += " " + model.local().whole(totals->payable);
    return {std::move(words), EditorIntent::finalize};
}

EditorIntent editor_header(Frame& frame, Rect& sheet, const EditorModel& model, EditorPart* part) {
    if (frame.breadth() == Breadth::narrow && part != nullptr)
        return narrow_header(frame, sheet, model, *part);
    const app::DraftView& view = model.view();
    const EditorStep step = next_step(model);
    const Button primary{.label = step.label, .kind = ButtonKind::primary, .key = "next step"};
    const Button pdf{.label = "PDF", .icon = Icon::download};
    const std::string state = view.draft.reverted ? "Draft of " + view.expected_number : "Draft";
    const Badge badge_of_draft = status_badge(Status::draft, state);
    const bool is_short = sheet.width < 880 || part != nullptr;
    float reserve = button_width(frame, primary) + button_width(frame, pdf) + 3 * 12 + 48 +
                    badge_width(frame, badge_of_draft) + 24 + (is_short ? 110 : saved_room);
    if (part != nullptr) reserve += 170;
    const SheetHeaderAnswer head = sheet_header(
        frame, sheet,
        {.title = view.client_name.empty() ? std::string_view("New invoice") : view.client_name,
         .height = frame_size::header_editor,
         .has_back = true,
         .has_line = true,
         .reserve = reserve});
    EditorIntent intent = head.back ? EditorIntent::back : EditorIntent::none;
    Rect bar = head.bar;
    const float width = badge(frame, {head.title_end, bar.center_y() - 12, 0, 24}, badge_of_draft);
    draw_saved(frame, model, {head.title_end + width + 12, bar.center_y()}, is_short);
    if (button_from_right(frame, bar, primary)) intent = step.intent;
    if (!is_untouched(model)) {
        if (button_from_right(frame, bar, pdf)) intent = EditorIntent::save_pdf;
        const EditorIntent chosen = draw_menu(frame, bar, model, false);
        if (chosen != EditorIntent::none) intent = chosen;
    }
    if (part != nullptr) draw_parts(frame, bar, *part, 12);
    return intent;
}

} // namespace ui
