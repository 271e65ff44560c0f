// Who is at the device, and what their role lets them do.
//
// Every command is checked against the session in the core, whatever screen, script or file it
// came from. Signing in and PINs are not here; until staff are set up the session is the owner's.
#pragma once

#include "base/id.h"

#include <cstdint>
#include <string>

namespace app {

// Each role may do what the ones before it may.
enum class Role : std::uint8_t { front_desk, biller, owner };

struct Session {
    base::Uuid person; // The none id stands for the owner before staff are set up.
    Role role = Role::owner;
};

} // namespace app
