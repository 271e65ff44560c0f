#include "ui/screens/editor_line_fields.h"

#include "ui/screens/tax_field.h"
#include "ui/widgets/autocomplete.h"
#include "ui/widgets/button.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"

#include <algorithm>
#include <string_view>

namespace ui {

namespace {

constexpr std::size_t options_max = 8;
constexpr float strip_gap = 12;

std::string path(std::size_t index, std::string_view field) {
    return "lines[" + std::to_string(index) + "]." + std::string(field);
}

// What is on offer, after "as the invoice has it".
template <typename Record, typename Id>
struct Choices {
    std::vector<Option> options;
    std::vector<Id> ids;
    int chosen = 0;

    Choices(const std::vector<Record>& records, const std::optional<Id>& id) {
        options.push_back({.label = "As the invoice"});
        for (const Record& record : records) {
            if (record.is_archived && id != record.id) continue;
            if (id == record.id) chosen = static_cast<int>(options.size());
            options.push_back({.label = record.name});
            ids.push_back(record.id);
        }
    }
    [[nodiscard]] std::optional<Id> id() const {
        return chosen <= 0 ? std::nullopt
                           : std::optional(ids[static_cast<std::size_t>(chosen - 1)]);
    }
};

bool has_catalogue(domain::LineKind kind) {
    return kind != domain::LineKind::write_in && kind != domain::LineKind::project_case;
}

template <typename Record>
bool has_several(const std::vector<Record>& records) {
    return std::ranges::count(records, false, &Record::is_archived) > 1;
}

} // namespace

LinePlaces line_places(Frame& frame, const Rect& row, float amount_width) {
    const bool is_touch = frame.theme().is_touch();
    const float box = field_box_height(frame, FieldSize::cell);
    Rect rest = row;
    LinePlaces places;
    places.icon = take_left(rest, 40);
    const Rect remove = take_right(rest, is_touch ? 60 : 44);
    const float side = is_touch ? 48 : 32;
    places.remove = centered({remove.x + 4, remove.y, remove.width - 4, remove.height}, side, side);
    places.amount = take_right(rest, amount_width);
    const auto field = [&](float width, float gap) {
        const Rect slot = take_right(rest, width, gap);
        return centered(slot, slot.width, box);
    };
    places.tax = field(is_touch ? 92 : 64, 8);
    places.price = field(is_touch ? 104 : 80, 8);
    places.quantity = field(is_touch ? 72 : 56, 12);
    places.name = rest;
    return places;
}

EditorLineFields::Answer EditorLineFields::draw(Frame& frame, const Rect& row,
                                                const LinePlaces& places, std::size_t index) {
    answer_ = {};
    const float box = field_box_height(frame, FieldSize::cell);
    name(frame, centered(places.name, places.name.width, box), index, true);
    quantity(frame, places.quantity, index, true);
    price(frame, places.price, index, true);
    taxes(frame, places.tax, index);
    Stack stack({row.x + 40, row.bottom(), row.width - 52, 0}, strip_gap);
    if (const float used = errors(frame, stack.slot(), index); used > 0) stack.advance(used);
    more(frame, stack, index);
    answer_.height = stack.used() + strip_gap;
    answer_.wants_removal = icon_button(
        frame, places.remove, {.label = "Remove line", .kind = ButtonKind::quiet, .icon = Icon::x});
    return answer_;
}

EditorLineFields::Answer EditorLineFields::draw_narrow(Frame& frame, const Rect& slot,
                                                       std::size_t index) {
    answer_ = {};
    Stack stack(slot, strip_gap);
    const float labelled = type_measure(Type::small).line + space::label_gap +
                           field_box_height(frame, FieldSize::compact);
    name(frame, stack.next(labelled), index, false);
    const std::vector<Rect> figures = columns(stack.next(labelled), 12, {0, 0, 0});
    quantity(frame, figures[0], index, false);
    price(frame, figures[1], index, false);
    const Rect& tax = figures[2];
    label(frame, {tax.x, tax.y, tax.width, type_measure(Type::small).line},
          {.text = tax_column(model_.edited()), .weight = Weight::medium});
    const float box = field_box_height(frame, FieldSize::cell);
    taxes(frame, {tax.x, tax.bottom() - box, tax.width, box}, index);
    if (const float used = errors(frame, stack.slot(), index); used > 0) stack.advance(used);
    more(frame, stack, index);
    Rect foot = stack.next(button_height(frame));
    if (button_from_left(
            frame, foot,
            {.label = "Remove", .kind = ButtonKind::quiet, .icon = Icon::trash_2, .key = "remove"}))
        answer_.wants_removal = true;
    const auto move = [&](std::string_view name, Icon icon, int step) {
        const Rect place = take_right(foot, foot.height, 8);
        if (icon_button(frame, place, {.label = name, .kind = ButtonKind::quiet, .icon = icon}))
            answer_.move = step;
    };
    if (index + 1 < model_.lines().count()) move("Move down", Icon::arrow_down, 1);
    if (index > 0) move("Move up", Icon::arrow_up, -1);
    answer_.height = stack.used() + strip_gap;
    return answer_;
}

void EditorLineFields::search_catalogue(std::size_t index) {
    const domain::DraftLine& line = model_.lines().line(index);
    if (found_line_ == line.id && found_for_ == line.name &&
        found_version_ == model_.figures_version())
        return;
    found_line_ = line.id;
    found_for_ = line.name;
    found_version_ = model_.figures_version();
    found_ = catalogue_for(line.kind, line.name, model_.edited(), options_max);
}

void EditorLineFields::name(Frame& frame, const Rect& slot, std::size_t index, bool in_cell) {
    EditorLines& lines = model_.lines();
    const domain::DraftLine& line = lines.line(index);
    std::string text = line.name;
    const std::string error = error_of(index, LineField::name);
    const FieldSize field_size = in_cell ? FieldSize::cell : FieldSize::compact;
    if (!has_catalogue(line.kind)) {
        const FieldResult typed = text_field(frame, slot, text,
                                             {.label = "Name",
                                              .error = error,
                                              .key = "name",
                                              .size = field_size,
                                              .is_label_hidden = in_cell,
                                              .is_error_apart = true,
                                              .capitals = Capitals::sentences,
                                              .length_max = 500});
        focus_if_wanted(frame, typed.id, LineField::name);
        if (typed.changed) lines.edit(index).name = text;
        if (typed.submitted) go_on(LineField::name, index);
        return;
    }
    search_catalogue(index);
    std::vector<Option> options;
    options.reserve(found_.size());
    for (const CatalogueEntry& entry : found_)
        options.push_back({.label = entry.name, .detail = entry.price});
    const AutocompleteResult typed = autocomplete(frame, slot, text,
                                                  {.label = "Name",
                                                   .options = options,
                                                   .error = error,
                                                   .key = "name search",
                                                   .size = field_size,
                                                   .is_label_hidden = in_cell,
                                                   .is_error_apart = true,
                                                   .opens_on_focus = line.name.empty()});
    focus_if_wanted(frame, typed.id, LineField::name);
    if (typed.changed) lines.edit(index).name = text;
    if (typed.submitted) go_on(LineField::name, index);
    if (typed.taken < 0) return;
    lines.fill(index, found_[static_cast<std::size_t>(typed.taken)]);
    focus(LineField::quantity);
    frame.want_at(frame.now_ms());
}

void EditorLineFields::quantity(Frame& frame, const Rect& slot, std::size_t index, bool in_cell) {
    Typed& typed = model_.lines().words(index).quantity;
    const std::string error = error_of(index, LineField::quantity);
    const FieldResult field =
        quantity_field(frame, slot, typed.words,
                       {.label = "Qty",
                        .error = error,
                        .key = "quantity",
                        .size = in_cell ? FieldSize::cell : FieldSize::compact,
                        .is_label_hidden = in_cell,
                        .is_error_apart = true});
    focus_if_wanted(frame, field.id, LineField::quantity);
    if (field.changed && !field.composing) model_.lines().read_quantity(index);
    if (field.left) model_.lines().judge(index, &EditorLines::Words::quantity);
    if (field.submitted) go_on(LineField::quantity, index);
}

void EditorLineFields::price(Frame& frame, const Rect& slot, std::size_t index, bool in_cell) {
    Typed& typed = model_.lines().words(index).unit_price;
    const std::string error = error_of(index, LineField::price);
    const FieldResult field =
        quantity_field(frame, slot, typed.words,
                       {.label = "Price",
                        .error = error,
                        .key = "price",
                        .size = in_cell ? FieldSize::cell : FieldSize::compact,
                        .is_label_hidden = in_cell,
                        .is_error_apart = true});
    focus_if_wanted(frame, field.id, LineField::price);
    if (field.changed && !field.composing) model_.lines().read_unit_price(index);
    if (field.left) model_.lines().judge(index, &EditorLines::Words::unit_price);
    if (field.submitted) go_on(LineField::price, index);
}

void EditorLineFields::taxes(Frame& frame, const Rect& box, std::size_t index) {
    const domain::DraftLine& line = model_.lines().line(index);
    const EditedDraft& edited = model_.edited();
    const std::string words =
        tax_words(line.taxes, line.supply_date.value_or(edited.issue_date()), edited);
    const TaxFieldResult field = tax_field(
        frame, box,
        {.taxes = line.taxes, .words = words, .is_wrong = !error_of(index, LineField::tax).empty()},
        edited);
    focus_if_wanted(frame, field.id, LineField::tax);
    if (field.toggled) model_.lines().toggle_tax(index, *field.toggled);
}

void EditorLineFields::detail(Frame& frame, const Rect& slot, std::size_t index) {
    std::string text = model_.lines().line(index).detail;
    const std::string error = model_.error_at(path(index, "detail"));
    const FieldResult field = text_field(frame, slot, text,
                                         {.label = "Description",
                                          .aside = "optional",
                                          .error = error,
                                          .key = "detail",
                                          .size = FieldSize::compact,
                                          .capitals = Capitals::sentences});
    focus_if_wanted(frame, field.id, LineField::detail);
    if (field.changed) model_.lines().edit(index).detail = text;
    if (field.submitted) go_on(LineField::detail, index);
}

void EditorLineFields::unit(Frame& frame, const Rect& slot, std::size_t index) {
    std::string text = model_.lines().line(index).unit;
    const std::string error = model_.error_at(path(index, "unit"));
    const FieldResult field =
        text_field(frame, slot, text,
                   {.label = "Unit", .error = error, .key = "unit", .size = FieldSize::compact});
    focus_if_wanted(frame, field.id, LineField::unit);
    if (field.changed) model_.lines().edit(index).unit = text;
    if (field.submitted) go_on(LineField::unit, index);
}

float EditorLineFields::supplied(Frame& frame, const Rect& slot, std::size_t index) {
    EditorLines& lines = model_.lines();
    Typed& typed = lines.words(index).supplied;
    const DateResult field = date_field(frame, slot, typed.words,
                                        {.label = "Supplied",
                                         .date = lines.line(index).supply_date,
                                         .today = model_.local().today,
                                         .error = typed.shown_error(),
                                         .key = "supplied",
                                         .size = FieldSize::compact});
    focus_if_wanted(frame, field.id, LineField::supplied);
    if (field.changed) lines.read_supplied(index);
    if (field.left) lines.judge(index, &EditorLines::Words::supplied);
    if (field.picked) lines.supply_on(index, *field.picked);
    if (field.submitted) go_on(LineField::supplied, index);
    return field.height;
}

void EditorLineFields::practitioner(Frame& frame, const Rect& slot, std::size_t index) {
    Choices choices(model_.edited().settings.practitioners,
                    model_.lines().line(index).practitioner);
    if (select_box(frame, slot, choices.chosen,
                   {.label = "Practitioner",
                    .options = choices.options,
                    .key = "practitioner",
                    .size = FieldSize::compact}))
        model_.lines().edit(index).practitioner = choices.id();
}

void EditorLineFields::location(Frame& frame, const Rect& slot, std::size_t index) {
    Choices choices(model_.edited().settings.locations, model_.lines().line(index).location);
    if (select_box(frame, slot, choices.chosen,
                   {.label = "Location",
                    .options = choices.options,
                    .key = "location",
                    .size = FieldSize::compact}))
        model_.lines().edit(index).location = choices.id();
}

void EditorLineFields::more(Frame& frame, Stack& stack, std::size_t index) {
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    const float labelled = type_measure(Type::small).line + space::label_gap +
                           field_box_height(frame, FieldSize::compact);
    const float date_width = frame.theme().is_touch() ? 168 : 144;
    if (is_narrow) {
        detail(frame, stack.next(labelled), index);
        const std::vector<Rect> places = columns(stack.slot(labelled), 12, {0, date_width});
        unit(frame, places[0], index);
        stack.advance(supplied(frame, places[1], index));
    } else {
        const std::vector<Rect> places = columns(stack.slot(labelled), 12, {0, 88, date_width});
        detail(frame, places[0], index);
        unit(frame, places[1], index);
        stack.advance(supplied(frame, places[2], index));
    }
    adjustments(frame, stack, index);
}

void EditorLineFields::adjustments(Frame& frame, Stack& stack, std::size_t index) {
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    const float labelled = type_measure(Type::small).line + space::label_gap +
                           field_box_height(frame, FieldSize::compact);
    const auto& settings = model_.edited().settings;
    const bool has_practitioner = has_several(settings.practitioners);
    const bool has_location = has_several(settings.locations);
    const float width = adjustments_.width(frame, index);
    const std::size_t count =
        std::max<std::size_t>(1, model_.lines().line(index).adjustments.size());
    for (std::size_t at = 0; at < count; ++at) {
        Rect row = stack.next(labelled);
        const Rect place = is_narrow ? row : take_left(row, width, 12);
        answer_.is_done |= adjustments_.draw(frame, place, index, at);
        if (is_narrow || at > 0) continue;
        if (has_practitioner)
            practitioner(frame, has_location ? take_left(row, (row.width - 12) / 2, 12) : row,
                         index);
        if (has_location) location(frame, row, index);
    }
    adjustments_.draw_add(frame, stack, index);
    if (is_narrow && has_practitioner) practitioner(frame, stack.next(labelled), index);
    if (is_narrow && has_location) location(frame, stack.next(labelled), index);
}

std::string EditorLineFields::error_of(std::size_t index, LineField field) {
    const EditorLines::Words& words = model_.lines().words(index);
    switch (field) {
    case LineField::name: return model_.error_at(path(index, "name"));
    case LineField::quantity:
        if (!words.quantity.shown_error().empty()) return std::string(words.quantity.shown_error());
        return model_.error_at(path(index, "quantity"));
    case LineField::price:
        if (!words.unit_price.shown_error().empty())
            return std::string(words.unit_price.shown_error());
        return model_.error_at(path(index, "unit_price"));
    case LineField::tax: {
        for (std::size_t tax = 0; tax < model_.lines().line(index).taxes.size(); ++tax) {
            const std::string error =
                model_.error_at(path(index, "taxes[" + std::to_string(tax) + "]"));
            if (!error.empty()) return error;
        }
        return model_.error_at(path(index, "taxes"));
    }
    case LineField::adjustment: return model_.error_at(path(index, "adjustments"));
    case LineField::detail:
    case LineField::unit:
    case LineField::supplied:
    case LineField::practitioner:
    case LineField::location: break;
    }
    return {};
}

float EditorLineFields::errors(Frame& frame, const Rect& slot, std::size_t index) {
    constexpr struct {
        LineField field;
        std::string_view name;
    } named[] = {{LineField::name, "Name"},
                 {LineField::quantity, "Qty"},
                 {LineField::price, "Price"},
                 {LineField::tax, "Tax"},
                 {LineField::adjustment, "Discount or surcharge"}};
    float used = 0;
    const auto say = [&](const std::string& name, const std::string& error) {
        if (error.empty()) return;
        frame.paint().icon(Icon::circle_alert, {slot.x + 7, slot.y + used + 10}, 14,
                           frame.color(Color::danger_text));
        used += paragraph(frame, {slot.x + 20, slot.y + used, slot.width - 20, 0},
                          {.text = name + ": " + error, .color = Color::danger_text});
    };
    for (const auto& one : named)
        say(std::string(one.name), error_of(index, one.field));
    for (std::size_t at = 0; at < model_.lines().line(index).adjustments.size(); ++at)
        say(EditorLineAdjustments::name(at), adjustments_.error(index, at));
    return used;
}

void EditorLineFields::go_on(LineField from, std::size_t index) {
    const bool has_size = !model_.lines().line(index).adjustments.empty();
    switch (from) {
    case LineField::name: focus(LineField::quantity); break;
    case LineField::quantity: focus(LineField::price); break;
    case LineField::price: focus(LineField::detail); break;
    case LineField::tax: focus(LineField::detail); break;
    case LineField::detail: focus(LineField::unit); break;
    case LineField::unit: focus(LineField::supplied); break;
    case LineField::supplied:
        if (has_size)
            adjustments_.focus(0);
        else
            answer_.is_done = true;
        break;
    case LineField::adjustment:
    case LineField::practitioner:
    case LineField::location: answer_.is_done = true; break;
    }
}

void EditorLineFields::focus_if_wanted(Frame& frame, NodeId id, LineField field) {
    if (wanted_ != field) return;
    wanted_.reset();
    frame.mirror().request_focus(id, Select::all);
}

} // namespace ui
