// "#/restored": shown once after a copy was restored.
#pragma once

#include "ui/panel.h"

#include <memory>
#include <string_view>

namespace ui {

[[nodiscard]] std::unique_ptr<Panel> make_restored(Desk& desk, std::string_view rest);

} // namespace ui
