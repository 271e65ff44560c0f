// What a PDF says of itself: title, author, language, dates, and the standards it is built to.
//
// Both forms say the same. Dates are the document's, so the bytes are too.
#pragma once

#include "documents/page.h"

#include <string>

namespace documents {

// XMP (ISO 16684-1) with the identifications of PDF/A-3 and PDF/UA-1.
[[nodiscard]] std::string metadata(const Pages& pages);
// The information dictionary (ISO 32000-1, 14.3.3).
[[nodiscard]] std::string information(const Pages& pages);

} // namespace documents
