// The screen "#/services": what the practice sells, in two tabs, with its form in a side sheet.
//
// "#/services/<id>" opens that entry's form above the list; "#/services/new-service" and
// "#/services/new-product" that of a new one.
#pragma once

#include "ui/panel.h"

namespace ui {

[[nodiscard]] std::unique_ptr<Panel> make_services(Desk& desk, std::string_view rest);

} // namespace ui
