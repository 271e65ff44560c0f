#include "ui/screens/editor_head.h"

#include "ui/screens/terms_entry.h"
#include "ui/widgets/autocomplete.h"
#include "ui/widgets/button.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/select.h"

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <utility>

namespace ui {

namespace {

constexpr float row_gap = 16;

template <typename Record>
std::size_t count_in_use(const std::vector<Record>& records) {
    return static_cast<std::size_t>(
        std::ranges::count(records, false, [](const Record& one) { return one.is_archived; }));
}

using Part = std::function<float(const Rect&)>;

// Fields side by side; answers the height of the highest.
float side_by_side(const Rect& slot, float gap, std::span<const Part> parts) {
    const float width = (slot.width - gap * static_cast<float>(parts.size() - 1)) /
                        static_cast<float>(parts.size());
    float height = 0;
    float x = slot.x;
    for (const Part& part : parts) {
        height = std::max(height, part({x, slot.y, width, slot.height}));
        x += width + gap;
    }
    return height;
}

} // namespace

float EditorHead::draw(Frame& frame, const Rect& slot) {
    const auto part = [this, &frame](float (EditorHead::*draw_part)(Frame&, const Rect&)) {
        return Part([this, &frame, draw_part](const Rect& place) {
            return (this->*draw_part)(frame, place);
        });
    };
    const bool has_locations = count_in_use(model_.edited().settings.locations) > 1;
    Stack stack(slot, row_gap);
    const auto row = [&stack](std::vector<Part> parts) {
        stack.advance(side_by_side(stack.slot(), row_gap, parts));
    };
    if (frame.breadth() != Breadth::narrow) {
        std::vector<Part> people{part(&EditorHead::client), part(&EditorHead::recipient),
                                 part(&EditorHead::practitioner)};
        if (has_locations) people.push_back(part(&EditorHead::location));
        row(std::move(people));
        row({part(&EditorHead::issued), part(&EditorHead::terms), part(&EditorHead::due),
             part(&EditorHead::reference)});
        return stack.used();
    }
    row({part(&EditorHead::client)});
    row({part(&EditorHead::issued), part(&EditorHead::due)});
    if (shows_more_) {
        row({part(&EditorHead::recipient)});
        row({part(&EditorHead::practitioner)});
        if (has_locations) row({part(&EditorHead::location)});
        row({part(&EditorHead::terms), part(&EditorHead::reference)});
    }
    const Rect more = stack.next(button_height(frame));
    const Button toggle{.label = shows_more_ ? "Fewer details" : "More details",
                        .kind = ButtonKind::quiet,
                        .icon = shows_more_ ? Icon::chevron_up : Icon::chevron_down,
                        .key = "more",
                        .expanded = shows_more_ ? Choice::on : Choice::off};
    if (button(frame, {more.x - 14, more.y, button_width(frame, toggle), more.height}, toggle))
        shows_more_ = !shows_more_;
    return stack.used();
}

float EditorHead::client(Frame& frame, const Rect& slot) {
    picker_.show(model_.view().client_name);
    std::vector<Option> options;
    // Searched only for who is looking: a save of the draft is no reason.
    if (is_client_focused_ || !frame.memory().open.empty())
        for (const app::ClientRow& row : picker_.options())
            options.push_back({.label = row.name, .detail = row.latin_name});
    const std::string create = picker_.text.empty() || picker_.text == model_.view().client_name
                                   ? "New client"
                                   : "Create \u201c" + picker_.text + "\u201d";
    const AutocompleteResult field = autocomplete(frame, slot, picker_.text,
                                                  {.label = "Client",
                                                   .options = options,
                                                   .placeholder = "Type a name",
                                                   .create = create,
                                                   .size = FieldSize::compact,
                                                   .has_avatars = true});
    focus_if_wanted(frame, field.id, Place::client);
    const bool was_focused = std::exchange(is_client_focused_, frame.is_focused(field.id));
    if (was_focused != is_client_focused_) frame.want_at(frame.now_ms());
    if (field.taken >= 0) {
        const app::ClientRow& taken = picker_.options()[static_cast<std::size_t>(field.taken)];
        picker_.show(taken.name);
        picker_.restore();
        model_.choose_client(taken.id);
    } else if (field.create) {
        const bool is_typed = picker_.text != model_.view().client_name;
        new_client_.emplace(model_.app(), is_typed ? picker_.text : std::string());
    } else if (field.left) {
        if (picker_.text.empty() && model_.draft().client) model_.clear_client();
        picker_.restore();
    }
    return field.height;
}

float EditorHead::recipient(Frame& frame, const Rect& slot) {
    std::vector<Option> options{{.label = "The client"}};
    int chosen = 0;
    for (const domain::Contact& contact : model_.contacts()) {
        if (model_.draft().recipient == contact.id) chosen = static_cast<int>(options.size());
        options.push_back({.label = contact.name});
    }
    const SelectBoxResult box =
        select_box(frame, slot, chosen,
                   {.label = "Invoice to", .options = options, .size = FieldSize::compact});
    if (box.changed) {
        if (chosen == 0)
            model_.choose_recipient(std::nullopt);
        else
            model_.choose_recipient(model_.contacts()[static_cast<std::size_t>(chosen - 1)].id);
    }
    return box.height;
}

float EditorHead::practitioner(Frame& frame, const Rect& slot) {
    std::vector<Option> options{{.label = "None"}};
    std::vector<domain::PractitionerId> ids;
    int chosen = 0;
    for (const domain::Practitioner& one : model_.edited().settings.practitioners) {
        const bool is_chosen = model_.draft().practitioner == one.id;
        if (one.is_archived && !is_chosen) continue;
        if (is_chosen) chosen = static_cast<int>(options.size());
        options.push_back({.label = one.name});
        ids.push_back(one.id);
    }
    const SelectBoxResult box =
        select_box(frame, slot, chosen,
                   {.label = "Practitioner", .options = options, .size = FieldSize::compact});
    if (box.changed)
        model_.choose_practitioner(
            chosen == 0 ? std::nullopt : std::optional(ids[static_cast<std::size_t>(chosen - 1)]));
    return box.height;
}

float EditorHead::location(Frame& frame, const Rect& slot) {
    std::vector<Option> options{{.label = "None"}};
    std::vector<domain::LocationId> ids;
    int chosen = 0;
    for (const domain::Location& one : model_.edited().settings.locations) {
        const bool is_chosen = model_.draft().location == one.id;
        if (one.is_archived && !is_chosen) continue;
        if (is_chosen) chosen = static_cast<int>(options.size());
        options.push_back({.label = one.name});
        ids.push_back(one.id);
    }
    const SelectBoxResult box = select_box(
        frame, slot, chosen, {.label = "Location", .options = options, .size = FieldSize::compact});
    if (box.changed)
        model_.choose_location(
            chosen == 0 ? std::nullopt : std::optional(ids[static_cast<std::size_t>(chosen - 1)]));
    return box.height;
}

float EditorHead::issued(Frame& frame, const Rect& slot) {
    Typed& typed = model_.issued();
    const std::string error = typed.shown_error().empty() ? model_.error_at("issue_date")
                                                          : std::string(typed.shown_error());
    const DateResult field = date_field(frame, slot, typed.words,
                                        {.label = "Issued",
                                         .date = model_.view().issue_date,
                                         .today = model_.local().today,
                                         .error = error,
                                         .size = FieldSize::compact});
    focus_if_wanted(frame, field.id, Place::issued);
    if (field.changed) model_.read_issued();
    if (field.left) model_.judge_dates();
    if (field.picked) model_.issue_on(*field.picked);
    return field.height;
}

float EditorHead::terms(Frame& frame, const Rect& slot) {
    Typed& typed = model_.terms();
    const std::vector<domain::Terms> offer =
        terms_on_offer(model_.draft().terms, typed.is_touched ? typed.words : std::string_view(),
                       *model_.local().locale);
    std::vector<std::string> words;
    words.reserve(offer.size());
    for (const domain::Terms& one : offer)
        words.push_back(terms_words(one));
    std::vector<Option> options;
    options.reserve(words.size());
    for (const std::string& one : words)
        options.push_back({.label = one});
    const std::string error(typed.shown_error());
    const AutocompleteResult field = autocomplete(frame, slot, typed.words,
                                                  {.label = "Terms",
                                                   .options = options,
                                                   .error = error,
                                                   .size = FieldSize::compact,
                                                   .icon = Icon::none,
                                                   .icon_after = Icon::chevron_down});
    if (field.changed) model_.read_terms();
    if (field.taken >= 0)
        model_.choose_terms(offer[static_cast<std::size_t>(field.taken)]);
    else if (field.left || field.submitted)
        model_.judge_terms();
    return field.height;
}

float EditorHead::due(Frame& frame, const Rect& slot) {
    Typed& typed = model_.due();
    std::string error = typed.shown_error().empty() ? model_.error_at("due_date")
                                                    : std::string(typed.shown_error());
    const app::DraftView& view = model_.view();
    if (error.empty() && view.due_date && *view.due_date < view.issue_date)
        error = "Due date is before the issue date. Choose " +
                model_.local().brief(view.issue_date) + " or later.";
    const DateResult field = date_field(frame, slot, typed.words,
                                        {.label = "Due",
                                         .date = view.due_date,
                                         .today = model_.local().today,
                                         .error = error,
                                         .size = FieldSize::compact,
                                         .has_terms = true,
                                         .terms_from = view.issue_date});
    focus_if_wanted(frame, field.id, Place::due);
    if (field.changed) model_.read_due();
    if (field.left) model_.judge_dates();
    if (field.picked) model_.be_due_on(*field.picked);
    return field.height;
}

float EditorHead::reference(Frame& frame, const Rect& slot) {
    std::string text = model_.draft().reference;
    const std::string error = model_.error_at("reference");
    const FieldResult field = text_field(
        frame, slot, text,
        {.label = "Reference", .aside = "optional", .error = error, .size = FieldSize::compact});
    if (field.changed) model_.edit().reference = text;
    return field.height;
}

void EditorHead::focus_if_wanted(Frame& frame, NodeId id, Place place) {
    if (wanted_ != place) return;
    wanted_.reset();
    frame.mirror().request_focus(id, Select::all);
}

void EditorHead::draw_dialogs(Frame& frame) {
    if (!new_client_) return;
    NewClient& made = *new_client_;
    domain::Client& client = made.client;
    bool is_over = false;
    {
        Dialog dialog(frame, {.title = "New client",
                              .lead = "A name is enough to bill. The rest can follow.",
                              .width = 480});
        Stack stack(dialog.body(), space::field_gap);
        const auto field = [&](std::string& text, TextField spec, std::string_view path) {
            const std::string error(made.errors().at(path));
            spec.error = error;
            spec.capitals = spec.keyboard == Keyboard::email ? Capitals::none : Capitals::words;
            const FieldResult result = text_field(frame, stack.slot(), text, spec);
            stack.advance(result.height);
        };
        field(client.name, {.label = "Name", .is_required = true}, "name");
        field(client.email, {.label = "Email", .aside = "optional", .keyboard = Keyboard::email},
              "email");
        field(client.phone,
              {.label = "Phone", .aside = "optional", .keyboard = Keyboard::telephone}, "phone");
        field(client.address.line1, {.label = "Address", .aside = "optional"}, "address.line1");
        field(client.address.city, {.label = "Town", .aside = "optional"}, "address.city");
        field(client.address.postal_code, {.label = "Postal code", .aside = "optional"},
              "address.postal_code");
        dialog.set_body_height(stack.used());
        Rect foot = dialog.foot();
        const bool by_key = frame.input().take(Key::enter, {.control = true});
        if (button_from_right(
                frame, foot,
                {.label = "Add client", .kind = ButtonKind::primary, .hotkeys = "Control+Enter"}) ||
            by_key) {
            if (const auto id = made.add()) {
                picker_.show(client.name);
                picker_.restore();
                model_.choose_client(*id);
                is_over = true;
            }
        }
        is_over |= button_from_right(frame, foot, {.label = "Back to the invoice"});
        is_over |= dialog.is_dismissed();
    }
    if (!is_over) return;
    new_client_.reset();
    picker_.restore();
}

} // namespace ui
