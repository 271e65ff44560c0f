// One contact in a dialog: who may be invoiced or asked in a client's place.
//
// It checks by the book's own rules and gives the contact back; whoever opened it carries it out.
#pragma once

#include "domain/party.h"
#include "ui/frame.h"
#include "ui/screens/field_errors.h"

#include <optional>

namespace ui {

class ContactDialog {
  public:
    void open(domain::Contact contact);
    void close() { contact_.reset(); }
    [[nodiscard]] bool is_open() const { return contact_.has_value(); }
    [[nodiscard]] bool has_unsaved() const { return is_open() && *contact_ != before_; }

    // Draws nothing while closed. The contact that was confirmed in this frame; the dialog stays
    // until it is closed, so that a refusal can be shown.
    [[nodiscard]] std::optional<domain::Contact> draw(Frame& frame);
    void refuse(const base::Error& error) { errors_.set(error); }

  private:
    struct Answer {
        bool confirmed = false;
        bool left = false;
    };
    [[nodiscard]] Answer draw_form(Frame& frame);

    std::optional<domain::Contact> contact_;
    domain::Contact before_;
    FieldErrors errors_;
    bool asks_discard_ = false;
    bool wants_focus_ = false;
};

} // namespace ui
