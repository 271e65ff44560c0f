// Which role a command takes.
//
// Asked in the core for every command, so no screen, script or file can do more than the person
// may. A query shows what the session's role may see; that is not here.
#pragma once

#include "app/command.h"
#include "app/session.h"

#include <string_view>

namespace app {

[[nodiscard]] Role required_role(const Command& command);

// no_right, with the role it takes as detail.
[[nodiscard]] base::Result<void> check_rights(const Session& session, const Command& command);

[[nodiscard]] std::string_view name_of(Role role);

} // namespace app
