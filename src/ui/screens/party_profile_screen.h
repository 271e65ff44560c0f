// A client's or contact's page on the sheet: who they are, what they owe, their account.
//
// Four tabs; beside the account, where there is room, what billing goes by. Intents that concern
// other screens or the shared sheets come back as an answer.
#pragma once

#include "ui/panel.h"
#include "ui/screens/account_table.h"
#include "ui/screens/party_profile_model.h"

#include <string>

namespace ui {

enum class ProfileIntent : std::uint8_t { none, back, edit, take_payment };

class PartyProfileScreen {
  public:
    PartyProfileScreen(Desk& desk, domain::PartyId id)
        : desk_(desk), model_(desk.app, id), invoices_(desk.app, id) {}

    [[nodiscard]] ProfileIntent draw(Frame& frame, Rect sheet);
    [[nodiscard]] const PartyProfileModel& model() const { return model_; }

  private:
    void draw_head(Frame& frame, Rect& sheet, ProfileIntent& intent);
    void draw_reach(Frame& frame, Rect line);
    void draw_actions(Frame& frame, Rect bar, ProfileIntent& intent);
    void draw_menu(Frame& frame, const Rect& rect, ProfileIntent& intent);
    void draw_figures(Frame& frame, const Rect& rect);
    void draw_tabs(Frame& frame, const Rect& rect);
    void draw_account(Frame& frame, Rect rect);
    void draw_invoices(Frame& frame, const Rect& rect);
    void draw_payments(Frame& frame, const Rect& rect);
    void draw_details(Frame& frame, const Rect& rect);
    void draw_missing(Frame& frame, const Rect& rect, ProfileIntent& intent);
    void set_archived(bool is_archived);
    void apply_credit();

    Desk& desk_;
    PartyProfileModel model_;
    AccountInvoices invoices_;
    int tab_ = 0;
};

} // namespace ui
