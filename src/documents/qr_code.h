// A QR code as rows of cells (ISO/IEC 18004), error correction level M.
#pragma once

#include "base/result.h"
#include "documents/page.h"

#include <string_view>

namespace documents {

// Fitted into `box` with the quiet zone of four modules inside it. Error: out_of_range (too long).
[[nodiscard]] base::Result<QrCode> qr_code(std::string_view payload, const Box& box);

} // namespace documents
