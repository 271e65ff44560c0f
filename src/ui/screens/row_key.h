// The node of a record's row: stable while the list around it is sorted or read anew.
#pragma once

#include "base/id.h"
#include "ui/node.h"

#include <cstring>

namespace ui {

// From the random end of the id; never 0.
[[nodiscard]] inline NodeId row_key(const base::Uuid& id) {
    NodeId key = 0;
    std::memcpy(&key, id.bytes.data() + id.bytes.size() - sizeof key, sizeof key);
    return key == 0 ? 1 : key;
}

} // namespace ui
