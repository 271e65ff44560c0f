// The sRGB colour profile that a PDF/A file must carry (ISO 19005-3, 6.2.3), made from its numbers.
#pragma once

#include <string>

namespace documents {

// An ICC version 4 display profile with sRGB's primaries (adapted to D50) and its curve
// (IEC 61966-2-1). Always the same bytes.
[[nodiscard]] std::string srgb_profile();

} // namespace documents
