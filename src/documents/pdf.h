// A document as a PDF file: built to PDF/A-3 (ISO 19005-3) and PDF/UA (ISO 14289-1), tagged, with
// every font embedded and cut down. The same pages and fonts give the same bytes, native and in
// wasm.
#pragma once

#include "base/result.h"
#include "documents/font_set.h"
#include "documents/page.h"

#include <string>

namespace documents {

// The whole file. Every face the pages use must be in `fonts`. Errors: bad_font, bad_image,
// image_too_large.
[[nodiscard]] base::Result<std::string> pdf(const Pages& pages, const FontSet& fonts);

} // namespace documents
