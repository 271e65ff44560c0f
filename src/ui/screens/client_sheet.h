// The side sheet in which a client is made or edited, with their contacts.
//
// A screen owns one, opens it and draws it last. Leaving it with something typed asks first.
#pragma once

#include "ui/panel.h"
#include "ui/screens/client_form.h"
#include "ui/screens/contact_dialog.h"
#include "ui/screens/form_grid.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ui {

class ClientSheet {
  public:
    explicit ClientSheet(Desk& desk) : desk_(desk) {}

    void open_new();
    void open(const domain::Client& client, const std::vector<domain::Contact>& contacts);
    [[nodiscard]] bool is_open() const { return form_ != nullptr; }
    [[nodiscard]] bool has_unsaved() const;

    // Draws nothing while it is closed. The client that was saved in this frame.
    std::optional<domain::PartyId> draw(Frame& frame);

  private:
    struct Answer {
        bool saves = false;
        bool leaves = false;
    };
    [[nodiscard]] Answer draw_form(Frame& frame);
    void draw_contacts(Frame& frame, FormGrid& grid);
    void draw_contact_row(Frame& frame, const Rect& row, std::size_t index);
    void draw_link(Frame& frame, FormGrid& grid);
    void draw_invoice_to(FormGrid& grid);
    void draw_billing(FormGrid& grid);
    std::optional<domain::PartyId> save();

    Desk& desk_;
    std::unique_ptr<ClientForm> form_;
    ContactDialog contact_;
    std::string link_text_; // Typed to find a contact.
    std::optional<std::string> found_for_;
    std::vector<domain::Contact> found_;
    bool asks_discard_ = false;
    bool wants_focus_ = false;
};

} // namespace ui
