#include "ui/screens/tax_field.h"

#include "app/formats.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field_frame.h"
#include "ui/widgets/label.h"
#include "ui/widgets/popover.h"

#include <algorithm>

namespace ui {

namespace {

constexpr float list_padding = 8;
constexpr float box_padding = 9;

std::string rate_words(const domain::TaxDefinition& tax, base::Date day, const Local& local) {
    switch (tax.category) {
    case domain::TaxCategory::exempt: return "Exempt";
    case domain::TaxCategory::reverse_charge: return "Reverse";
    case domain::TaxCategory::not_subject: return "Outside";
    case domain::TaxCategory::standard:
    case domain::TaxCategory::zero:
    case domain::TaxCategory::intra_community:
    case domain::TaxCategory::export_goods:
    case domain::TaxCategory::canary_islands:
    case domain::TaxCategory::ceuta_melilla:
    case domain::TaxCategory::split_payment: break;
    }
    const auto applied = domain::tax_on(tax, day);
    return applied ? app::percent_text(applied->rate, *local.locale) : tax.name;
}

// The taxes that can be chosen: those in use, and what is on the line.
std::vector<const domain::TaxDefinition*> offered(const TaxField& field,
                                                  const EditedDraft& edited) {
    std::vector<const domain::TaxDefinition*> taxes;
    for (const domain::TaxDefinition& tax : edited.settings.taxes)
        if (!tax.is_archived || std::ranges::contains(field.taxes, tax.id)) taxes.push_back(&tax);
    return taxes;
}

std::optional<domain::TaxId> tax_list(Frame& frame, NodeId popup, const Rect& anchor,
                                      const TaxField& field, const EditedDraft& edited) {
    const auto taxes = offered(field, edited);
    const float row = frame.theme().is_touch() ? 48.0F : 32.0F;
    float width = 200;
    for (const domain::TaxDefinition* tax : taxes)
        width = std::max(width, checkbox_width(frame, tax->name) + 2 * list_padding + 16);
    const Popover popover(
        frame, popup, anchor,
        {.width = width,
         .height =
             2 * list_padding + row * static_cast<float>(std::max<std::size_t>(1, taxes.size())),
         .align = HorizontalAlign::end},
        Role::dialog, "Taxes");
    Rect inside = popover.rect().inset(list_padding, list_padding);
    if (taxes.empty())
        label(frame, take_top(inside, row), {.text = "No taxes yet", .color = Color::muted});
    std::optional<domain::TaxId> toggled;
    for (const domain::TaxDefinition* tax : taxes) {
        const Scope scope(frame, base::to_text(tax->id));
        bool is_on = std::ranges::contains(field.taxes, tax->id);
        if (checkbox(frame, take_top(inside, row).inset(8, 0), is_on, {.label = tax->name}))
            toggled = tax->id;
    }
    return toggled;
}

} // namespace

std::string tax_words(const std::vector<domain::TaxId>& taxes, base::Date supply_date,
                      const EditedDraft& edited) {
    std::string words;
    for (const domain::TaxId& id : taxes) {
        const auto& all = edited.settings.taxes;
        const auto found = std::ranges::find(all, id, &domain::TaxDefinition::id);
        if (found == all.end()) continue;
        if (!words.empty()) words += " + ";
        words += rate_words(*found, supply_date, edited.local);
    }
    return words.empty() ? "None" : words;
}

std::string tax_column(const EditedDraft& edited) {
    const auto& taxes = edited.settings.taxes;
    if (taxes.empty()) return "Tax";
    const bool is_one = std::ranges::all_of(
        taxes, [&](const domain::TaxDefinition& tax) { return tax.code == taxes.front().code; });
    return is_one ? taxes.front().code : "Tax";
}

TaxFieldResult tax_field(Frame& frame, const Rect& rect, const TaxField& field,
                         const EditedDraft& edited) {
    const Scope scope(frame, "taxes");
    const NodeId popup = frame.id("list");
    const bool is_open = frame.is_popup_open(popup);
    Node node;
    node.id = frame.id("box");
    node.role = Role::button;
    node.name = tax_column(edited) + ", " + std::string(field.words);
    node.rect = rect;
    node.name_is_drawn = false;
    node.invalid = field.is_wrong;
    node.focus = Focus::tab_stop;
    node.has_popup = Popup::dialog;
    node.expanded = is_open ? Choice::on : Choice::off;
    node.keys.up_down = true;
    const Press press = frame.press(std::move(node));
    const bool by_key = press.focused && frame.input().take(Key::down, {}, press.id);
    if (press.clicked || by_key) {
        if (is_open)
            frame.close_popup(popup);
        else
            frame.open_popup(popup);
    }
    const FieldFrame shape{.error = field.is_wrong ? "!" : "",
                           .size = FieldSize::cell,
                           .is_label_hidden = true,
                           .is_error_apart = true,
                           .box_height = rect.height};
    draw_field(frame, field_places(frame, rect, shape), shape,
               {.hovered = press.hovered, .focused = press.ring || is_open});
    frame.paint().text_in(rect.inset(box_padding, 0), field.words,
                          {.font = field_font(frame, FieldSize::cell),
                           .color = frame.color(Color::text),
                           .align = HorizontalAlign::end,
                           .overflow = Overflow::ellipsis});
    TaxFieldResult result{.id = press.id, .toggled = {}};
    if (frame.is_popup_open(popup)) result.toggled = tax_list(frame, popup, rect, field, edited);
    return result;
}

} // namespace ui
