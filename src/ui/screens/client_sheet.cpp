#include "ui/screens/client_sheet.h"

#include "app/app.h"
#include "ui/screens/discard_question.h"
#include "ui/screens/party_fields.h"
#include "ui/widgets/autocomplete.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/label.h"

#include <utility>

namespace ui {

namespace {

constexpr float contact_row = 56;
constexpr float foot_room = 24; // Under the last field.

} // namespace

void ClientSheet::open_new() {
    if (is_open()) return; // What is being typed stays.
    form_ = std::make_unique<ClientForm>(desk_.app);
    wants_focus_ = true;
}

void ClientSheet::open(const domain::Client& client, const std::vector<domain::Contact>& contacts) {
    if (is_open()) return;
    form_ = std::make_unique<ClientForm>(desk_.app, client, contacts);
    wants_focus_ = true;
}

bool ClientSheet::has_unsaved() const {
    return form_ && (form_->is_changed() || contact_.has_unsaved());
}

std::optional<domain::PartyId> ClientSheet::draw(Frame& frame) {
    if (!form_) return std::nullopt;
    const Answer answer = draw_form(frame);
    if (auto contact = contact_.draw(frame)) {
        form_->put_contact(*std::move(contact));
        contact_.close();
        found_for_.reset();
    }
    if (asks_discard_) {
        const DiscardAnswer asked = ask_discard(
            frame, form_->is_new() ? "What you typed for the new client would be lost."
                                   : "What you changed about this client would be lost.");
        if (asked != DiscardAnswer::none) asks_discard_ = false;
        if (asked == DiscardAnswer::discard) form_.reset();
        return std::nullopt;
    }
    if (answer.leaves) {
        asks_discard_ = form_->is_changed();
        if (!asks_discard_) form_.reset();
        return std::nullopt;
    }
    return answer.saves ? save() : std::nullopt;
}

ClientSheet::Answer ClientSheet::draw_form(Frame& frame) {
    const bool is_new = form_->is_new();
    Sheet sheet(frame, {.title = is_new ? "New client" : "Edit client", .key = "client"});
    FormGrid grid(frame, sheet.body(), form_->errors);
    domain::Client& client = form_->client;
    draw_name_fields(frame, grid, client.kind, client.name, client.latin_name);
    if (std::exchange(wants_focus_, false)) frame.mirror().request_focus(frame.id("name"));
    draw_reach_fields(grid, client.email, client.phone);
    grid.group("Address");
    draw_address_fields(grid, client.address);
    draw_contacts(frame, grid);
    draw_billing(grid);
    grid.group("Notes");
    grid.text("notes", client.notes,
              {.label = "Notes",
               .help = "Only for the practice. Never printed.",
               .is_label_hidden = true,
               .kind = FieldKind::multi_line,
               .rows = 4,
               .capitals = Capitals::sentences},
              Span::whole);
    sheet.set_body_height(grid.finish() + foot_room);
    Answer answer{.saves = grid.was_submitted(), .leaves = sheet.is_dismissed()};
    Rect foot = sheet.foot();
    answer.saves |= button_from_right(
        frame, foot, {.label = is_new ? "Add client" : "Save client", .kind = ButtonKind::primary});
    answer.leaves |=
        button_from_right(frame, foot, {.label = is_new ? "Not now" : "Keep as it was"});
    return answer;
}

void ClientSheet::draw_contacts(Frame& frame, FormGrid& grid) {
    grid.group("Contacts", "Who may be invoiced in the client's place: a parent, an insurer.");
    const std::size_t count = form_->contacts().size();
    for (std::size_t index = 0; index < form_->contacts().size(); ++index) {
        const Rect slot = grid.slot();
        draw_contact_row(frame, {slot.x, slot.y, slot.width, contact_row}, index);
        grid.advance(contact_row - space::field_gap);
    }
    if (count > 0) grid.advance(0);
    draw_link(frame, grid);
    if (!form_->contacts().empty()) draw_invoice_to(grid);
}

void ClientSheet::draw_contact_row(Frame& frame, const Rect& row, std::size_t index) {
    const domain::Contact& contact = form_->contacts()[index].contact;
    const Scope scope(frame, base::to_text(contact.id));
    Rect place = row;
    const float size = frame.theme().is_touch() ? space::target_min : 36;
    const Rect unlink = centered(take_right(place, size, 4), size, size);
    const Rect edit = centered(take_right(place, size, 12), size, size);
    std::string detail(role_words(contact.role));
    if (!contact.email.empty()) (detail += ", ") += contact.email;
    label(frame, {place.x, place.center_y() - 20, place.width, 20},
          {.text = contact.name, .weight = Weight::medium, .overflow = Overflow::ellipsis});
    label(frame, {place.x, place.center_y(), place.width, 20},
          {.text = detail, .color = Color::muted, .overflow = Overflow::ellipsis});
    divider(frame, row.x, row.right(), row.bottom() - 1);
    const std::string edit_words = "Edit " + contact.name;
    const std::string unlink_words = "Unlink " + contact.name;
    if (icon_button(frame, edit,
                    {.label = edit_words, .kind = ButtonKind::quiet, .icon = Icon::pencil}))
        contact_.open(contact);
    if (icon_button(frame, unlink,
                    {.label = unlink_words, .kind = ButtonKind::quiet, .icon = Icon::unlink})) {
        form_->unlink(index);
        found_for_.reset();
    }
}

void ClientSheet::draw_link(Frame& frame, FormGrid& grid) {
    if (found_for_ != link_text_) {
        found_ = form_->others(link_text_);
        found_for_ = link_text_;
    }
    std::vector<Option> options;
    options.reserve(found_.size());
    for (const domain::Contact& contact : found_)
        options.push_back({.label = contact.name, .detail = role_words(contact.role)});
    const std::string create = link_text_.empty() ? std::string("New contact")
                                                  : "New contact \u201C" + link_text_ + "\u201D";
    const AutocompleteResult result = autocomplete(frame, grid.slot(), link_text_,
                                                   {.label = "Link a contact",
                                                    .options = options,
                                                    .placeholder = "Name of a contact",
                                                    .create = create});
    grid.advance(result.height);
    if (result.taken >= 0) {
        form_->put_contact(found_[static_cast<std::size_t>(result.taken)]);
        link_text_.clear();
        found_for_.reset();
    }
    if (result.create) {
        contact_.open({.name = std::exchange(link_text_, {})});
        found_for_.reset();
    }
}

void ClientSheet::draw_invoice_to(FormGrid& grid) {
    std::vector<Option> options{{.label = "The client"}};
    for (const ClientForm::LinkedContact& linked : form_->contacts())
        options.push_back(
            {.label = linked.contact.name, .detail = role_words(linked.contact.role)});
    int chosen = form_->invoice_to();
    if (grid.choice("invoice_to", chosen,
                    {.label = "Invoices go to",
                     .options = options,
                     .help = "Proposed on new invoices; each can go to another."},
                    Span::whole))
        form_->set_invoice_to(chosen);
}

void ClientSheet::draw_billing(FormGrid& grid) {
    domain::Client& client = form_->client;
    grid.group("Billing");
    std::vector<Option> options;
    for (const std::string& words : form_->terms.options())
        options.push_back({.label = words});
    grid.choice("terms", form_->terms.chosen, {.label = "Terms", .options = options});
    if (form_->terms.asks_days())
        grid.text("terms.days", form_->terms.days,
                  {.label = "Days to pay",
                   .suffix = "days",
                   .align = HorizontalAlign::end,
                   .keyboard = Keyboard::numeric,
                   .is_required = true});
    grid.text("reference", client.reference, {.label = "Client number", .aside = "optional"});
    grid.text("tax_number", client.tax_number, {.label = "Tax number", .aside = "optional"});
}

std::optional<domain::PartyId> ClientSheet::save() {
    const bool is_new = form_->is_new();
    if (!is_new && !form_->is_changed()) {
        form_.reset();
        return std::nullopt;
    }
    auto saved = form_->save();
    if (!saved) return std::nullopt; // The errors stand at the fields.
    desk_.notices.done(form_->client.name + (is_new ? " added" : " saved"),
                       std::move(saved->commands));
    form_.reset();
    return saved->client;
}

} // namespace ui
