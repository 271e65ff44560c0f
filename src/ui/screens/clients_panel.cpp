#include "ui/screens/clients_panel.h"

#include "app/app.h"
#include "ui/screens/client_list_screen.h"
#include "ui/screens/client_sheet.h"
#include "ui/screens/contact_dialog.h"
#include "ui/screens/party_profile_screen.h"
#include "ui/screens/payment_sheet.h"

#include <optional>

namespace ui {

namespace {

constexpr std::string_view own_address = "#/clients";

class ClientsPanel final : public Panel {
  public:
    ClientsPanel(Desk& desk, std::string_view rest)
        : desk_(desk), list_(desk.app), sheet_(desk), payment_(desk) {
        arrive(rest);
    }

    void arrive(std::string_view rest) override {
        if (rest == "new") {
            // The form stands above the list and is no place to come back to.
            desk_.routes.replace(own_address);
            profile_.reset();
            sheet_.open_new();
            return;
        }
        const auto id = base::parse_id<domain::PartyTag>(rest);
        if (rest.empty() || !id)
            profile_.reset();
        else if (!profile_ || profile_->model().id() != *id)
            profile_.emplace(desk_, *id);
    }

    void draw(Frame& frame, const Rect& sheet) override {
        if (profile_)
            draw_profile(frame, sheet);
        else
            draw_list(frame, sheet);
        if (const auto saved = sheet_.draw(frame); saved && !profile_) go_to(*saved);
        if (const auto contact = contact_.draw(frame)) save_contact(*contact);
        payment_.draw(frame);
    }

    [[nodiscard]] std::string title() const override {
        return profile_ && !profile_->model().error() ? profile_->model().name() : "Clients";
    }

    [[nodiscard]] bool has_unsaved() const override {
        return sheet_.has_unsaved() || contact_.has_unsaved() || payment_.has_unsaved();
    }

  private:
    void go_to(const domain::PartyId& id) {
        desk_.routes.go(std::string(own_address) + "/" + base::to_text(id));
    }

    void draw_list(Frame& frame, const Rect& sheet) {
        const ClientListAnswer answer = list_.draw(frame, sheet);
        if (answer.wants_new) sheet_.open_new();
        if (answer.opened) go_to(*answer.opened);
    }

    void draw_profile(Frame& frame, const Rect& sheet) {
        const Scope scope(frame, base::to_text(profile_->model().id()));
        switch (profile_->draw(frame, sheet)) {
        case ProfileIntent::none: break;
        case ProfileIntent::back: desk_.routes.go(own_address); break;
        case ProfileIntent::edit: edit(); break;
        case ProfileIntent::take_payment: payment_.open_for(profile_->model().id()); break;
        }
    }

    void edit() {
        const PartyProfileModel& model = profile_->model();
        if (model.client())
            sheet_.open(model.client()->client, model.client()->contacts);
        else if (model.contact())
            contact_.open(model.contact()->contact);
    }

    void save_contact(const domain::Contact& contact) {
        const base::Uuid id = desk_.app.new_id();
        const auto done = desk_.app.execute(id, app::Edit<domain::Contact>{contact});
        if (!done) return contact_.refuse(done.error());
        contact_.close();
        desk_.notices.done(contact.name + " saved", id);
    }

    Desk& desk_;
    ClientListScreen list_;
    std::optional<PartyProfileScreen> profile_;
    ClientSheet sheet_;
    ContactDialog contact_; // Of a contact's own page.
    PaymentSheet payment_;
};

} // namespace

std::unique_ptr<Panel> make_clients(Desk& desk, std::string_view rest) {
    return std::make_unique<ClientsPanel>(desk, rest);
}

} // namespace ui
