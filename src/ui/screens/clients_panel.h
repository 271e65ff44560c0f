// The screen "#/clients": the list, one client or contact ("#/clients/<id>"), the form of a new
// one ("#/clients/new").
//
// One panel for all of them, so that the list is as it was when one comes back to it.
#pragma once

#include "ui/panel.h"

namespace ui {

[[nodiscard]] std::unique_ptr<Panel> make_clients(Desk& desk, std::string_view rest);

} // namespace ui
