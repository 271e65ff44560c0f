#include "ui/screens/catalogue_sheet.h"

#include "ui/screens/discard_question.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ui {

namespace {

constexpr float foot_room = 24; // Under the last field.
constexpr std::array<Option, 3> service_kinds{{{"Appointment"}, {"Class"}, {"Activity"}}};
constexpr std::array<Option, 2> price_modes{{{"Plus tax"}, {"Tax included"}}};

} // namespace

void CatalogueSheet::open(std::unique_ptr<CatalogueForm> form) {
    if (is_open()) return;
    form_ = std::move(form);
    wants_focus_ = true;
}

void CatalogueSheet::draw(Frame& frame) {
    if (!form_) return;
    const Answer answer = draw_form(frame);
    if (asks_discard_) {
        const DiscardAnswer asked =
            ask_discard(frame, form_->is_new() ? "What you typed would be lost."
                                               : "What you changed would be lost.");
        if (asked != DiscardAnswer::none) asks_discard_ = false;
        if (asked == DiscardAnswer::discard) form_.reset();
        return;
    }
    switch (answer) {
    case Answer::none: break;
    case Answer::save:
        if (form_->is_new() || form_->is_changed())
            close_with(form_->is_new() ? " added" : " saved", form_->save());
        else
            form_.reset();
        break;
    case Answer::leave:
        asks_discard_ = form_->is_changed();
        if (!asks_discard_) form_.reset();
        break;
    case Answer::archive: close_with(" archived", form_->archive()); break;
    case Answer::restore: close_with(" restored", form_->restore()); break;
    }
}

void CatalogueSheet::close_with(std::string_view done, const std::optional<base::Uuid>& command) {
    if (!command) return; // The errors stand at the fields.
    desk_.notices.done(form_->entry.name + std::string(done), *command);
    form_.reset();
}

CatalogueSheet::Answer CatalogueSheet::draw_form(Frame& frame) {
    const bool is_new = form_->is_new();
    const bool is_service = form_->kind() == CatalogueKind::service;
    const std::string_view title = is_new ? (is_service ? "New service" : "New product")
                                          : (is_service ? "Edit service" : "Edit product");
    Sheet sheet(frame, {.title = title, .key = "catalogue"});
    FormGrid grid(frame, sheet.body(), form_->errors);
    domain::Service& entry = form_->entry;
    grid.text("name", entry.name,
              {.label = "Name", .capitals = Capitals::sentences, .is_required = true}, Span::whole);
    if (std::exchange(wants_focus_, false)) frame.mirror().request_focus(frame.id("name"));
    grid.text("code", entry.code,
              {.label = "Code",
               .aside = "optional",
               .help = "Yours, or that of a fee schedule.",
               .capitals = Capitals::characters});
    grid.text("unit", entry.unit,
              {.label = "Unit", .aside = "optional", .help = "Printed: session, hour, piece."});
    if (is_service) {
        int chosen = static_cast<int>(entry.kind);
        if (grid.choice("kind", chosen, {.label = "Kind", .options = service_kinds}))
            entry.kind = static_cast<domain::ServiceKind>(chosen);
        grid.text("duration_minutes", form_->duration,
                  {.label = "Duration",
                   .aside = "optional",
                   .suffix = "min",
                   .align = HorizontalAlign::end,
                   .keyboard = Keyboard::numeric});
    }
    draw_price(frame, grid);
    draw_taxes(grid);
    grid.text("description", entry.description,
              {.label = "Description",
               .aside = "optional",
               .help = "Printed under the name.",
               .kind = FieldKind::multi_line,
               .capitals = Capitals::sentences},
              Span::whole);
    sheet.set_body_height(grid.finish() + foot_room);
    Answer answer = grid.was_submitted() ? Answer::save : Answer::none;
    Rect foot = sheet.foot();
    const std::string_view save = is_new ? (is_service ? "Add service" : "Add product")
                                         : (is_service ? "Save service" : "Save product");
    if (button_from_right(frame, foot, {.label = save, .kind = ButtonKind::primary}))
        answer = Answer::save;
    if (button_from_right(frame, foot, {.label = is_new ? "Not now" : "Keep as it was"}))
        answer = Answer::leave;
    const std::string_view put_away = entry.is_archived ? "Restore" : "Archive";
    if (!is_new && button_from_left(frame, foot, {.label = put_away, .kind = ButtonKind::quiet}))
        answer = entry.is_archived ? Answer::restore : Answer::archive;
    return sheet.is_dismissed() ? Answer::leave : answer;
}

void CatalogueSheet::draw_price(Frame& frame, FormGrid& grid) {
    const Rect slot = grid.slot();
    const std::vector<Rect> halves = columns(slot, space::field_gap, {0, 0});
    const std::string echo = form_->price_echo();
    const std::string code(form_->local().currency.code());
    const FieldResult typed = money_field(frame, halves[0], form_->price,
                                          {.label = "Price",
                                           .symbol = code,
                                           .echo = echo,
                                           .error = form_->errors.at("unit_price"),
                                           .key = "unit_price",
                                           .is_required = true});
    grid.shows("unit_price");
    if (typed.changed) form_->errors.clear("unit_price");
    if (typed.left) form_->judge_price();
    int mode = form_->entry.price_mode == domain::PriceMode::tax_inclusive ? 1 : 0;
    const SelectBoxResult chosen =
        select_box(frame, halves[1], mode, {.label = "Price is", .options = price_modes});
    if (chosen.changed)
        form_->entry.price_mode =
            mode == 1 ? domain::PriceMode::tax_inclusive : domain::PriceMode::net;
    grid.advance(std::max(typed.height, chosen.height));
    if (typed.submitted) grid.submit();
}

void CatalogueSheet::draw_taxes(FormGrid& grid) {
    grid.shows("taxes");
    if (!form_->taxes().empty()) grid.group("Taxes");
    for (const domain::TaxDefinition& tax : form_->taxes()) {
        bool is_on = form_->has_tax(tax.id);
        if (grid.tick(is_on, tax.name)) form_->set_tax(tax.id, is_on);
    }
    grid.group("On documents");
}

} // namespace ui
