// A client as a form edits it, with the contacts linked to it.
//
// Contacts are records of their own: what was typed into them is carried out before the client, in
// the order of `Saved::commands`, and only after all of them hold by the same rules that the book
// applies, so that a refusal leaves nothing half done.
#pragma once

#include "base/id.h"
#include "domain/party.h"
#include "ui/screens/field_errors.h"
#include "ui/screens/local.h"
#include "ui/screens/terms_entry.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace app {
class App;
}

namespace ui {

class ClientForm {
  public:
    // A new client, in the practice's country.
    explicit ClientForm(app::App& app);
    ClientForm(app::App& app, domain::Client edited, const std::vector<domain::Contact>& contacts);

    struct LinkedContact {
        domain::Contact contact;
        std::optional<domain::Contact> saved; // As the book has it; none for a new one.

        friend bool operator==(const LinkedContact&, const LinkedContact&) = default;
    };

    domain::Client client; // Its contacts and terms are written by `save`.
    TermsEntry terms;
    FieldErrors errors;

    [[nodiscard]] bool is_new() const { return before_.client.id.is_none(); }
    [[nodiscard]] bool is_changed() const;
    [[nodiscard]] const Local& local() const { return local_; }

    [[nodiscard]] const std::vector<LinkedContact>& contacts() const { return contacts_; }
    // Links it, or takes what was typed into it if it is linked already.
    void put_contact(domain::Contact contact);
    void unlink(std::size_t index);
    // Contacts of the book that a text finds and that are not linked yet.
    [[nodiscard]] std::vector<domain::Contact> others(std::string_view text) const;
    // Who is invoiced: 0 the client, then the linked contacts.
    [[nodiscard]] int invoice_to() const;
    void set_invoice_to(int choice);

    struct Saved {
        domain::PartyId client;
        std::vector<base::Uuid> commands; // In the order in which they were carried out.
    };
    // Nothing when refused: `errors` say why and nothing has changed.
    [[nodiscard]] std::optional<Saved> save();

  private:
    struct State {
        domain::Client client;
        int terms = 0;
        std::string terms_days;
        std::vector<LinkedContact> contacts;

        friend bool operator==(const State&, const State&) = default;
    };
    [[nodiscard]] State state() const;
    [[nodiscard]] base::Result<domain::Client> written() const;

    app::App& app_;
    Local local_;
    std::vector<LinkedContact> contacts_;
    State before_;
};

} // namespace ui
