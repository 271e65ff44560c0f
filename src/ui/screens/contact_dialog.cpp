#include "ui/screens/contact_dialog.h"

#include "domain/validate.h"
#include "ui/screens/discard_question.h"
#include "ui/screens/party_fields.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"

#include <array>
#include <utility>

namespace ui {

namespace {

using domain::ContactRole;

constexpr std::array roles{ContactRole::parent, ContactRole::plan_manager, ContactRole::insurer,
                           ContactRole::funder, ContactRole::employer,     ContactRole::other};

void draw_role(FormGrid& grid, ContactRole& role) {
    std::array<Option, roles.size()> options;
    int chosen = 0;
    for (std::size_t i = 0; i < roles.size(); ++i) {
        options[i].label = role_words(roles[i]);
        if (roles[i] == role) chosen = static_cast<int>(i);
    }
    if (grid.choice("role", chosen, {.label = "Role", .options = options}))
        role = roles[static_cast<std::size_t>(chosen)];
}

} // namespace

void ContactDialog::open(domain::Contact contact) {
    before_ = contact;
    contact_ = std::move(contact);
    errors_.clear();
    asks_discard_ = false;
    wants_focus_ = true;
}

std::optional<domain::Contact> ContactDialog::draw(Frame& frame) {
    if (!contact_) return std::nullopt;
    const Answer answer = draw_form(frame);
    if (asks_discard_) {
        const DiscardAnswer asked =
            ask_discard(frame, "What you typed for this contact would be lost.");
        if (asked != DiscardAnswer::none) asks_discard_ = false;
        if (asked == DiscardAnswer::discard) close();
        return std::nullopt;
    }
    if (answer.left) {
        asks_discard_ = has_unsaved();
        if (!asks_discard_) close();
        return std::nullopt;
    }
    if (!answer.confirmed) return std::nullopt;
    const auto valid = domain::validate(*contact_);
    if (valid) return contact_;
    errors_.set(valid.error());
    return std::nullopt;
}

ContactDialog::Answer ContactDialog::draw_form(Frame& frame) {
    const bool is_new = contact_->id.is_none();
    Dialog dialog(frame, {.title = is_new ? "New contact" : "Edit contact", .key = "contact"});
    FormGrid grid(frame, dialog.body(), errors_);
    draw_name_fields(frame, grid, contact_->kind, contact_->name, contact_->latin_name);
    if (std::exchange(wants_focus_, false)) frame.mirror().request_focus(frame.id("name"));
    draw_role(grid, contact_->role);
    grid.text("reference", contact_->reference, {.label = "Their reference", .aside = "optional"});
    draw_reach_fields(grid, contact_->email, contact_->phone);
    grid.group("Address");
    draw_address_fields(grid, contact_->address);
    grid.text("tax_number", contact_->tax_number, {.label = "Tax number", .aside = "optional"});
    dialog.set_body_height(grid.finish());
    Answer answer{.confirmed = grid.was_submitted(), .left = dialog.is_dismissed()};
    Rect foot = dialog.foot();
    answer.confirmed |= button_from_right(
        frame, foot,
        {.label = is_new ? "Add contact" : "Save contact", .kind = ButtonKind::primary});
    answer.left |= button_from_right(frame, foot, {.label = is_new ? "Not now" : "Keep as it was"});
    return answer;
}

} // namespace ui
