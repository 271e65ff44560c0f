// What billing goes by for one client or contact: terms, recipient, address, numbers, notes.
#pragma once

#include "domain/ids.h"
#include "ui/frame.h"
#include "ui/screens/party_profile_model.h"

#include <optional>

namespace ui {

// Beside the account, where the window is wide.
void draw_billing_card(Frame& frame, const Rect& rect, const PartyProfileModel& model);
// All of it, on a tab of its own. The client or contact that was pressed in it.
std::optional<domain::PartyId> draw_profile_details(Frame& frame, const Rect& rect,
                                                    const PartyProfileModel& model);

} // namespace ui
