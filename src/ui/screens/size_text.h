// The size of what is kept, for people: "740 kB", "1.2 MB", "38 MB", "2.1 GB".
//
// Decimal, as disks and browsers count; a tenth only where it tells something, below ten.
#pragma once

#include <cstdint>
#include <string>

namespace ui {

[[nodiscard]] std::string size_text(std::uint64_t bytes);

} // namespace ui
