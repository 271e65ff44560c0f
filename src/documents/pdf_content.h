// The content stream of one page: what to paint, in order, with the marks that tie it to the
// structure tree.
#pragma once

#include "documents/page.h"
#include "documents/pdf_fonts.h"

#include <string>
#include <vector>

namespace documents {

struct PageContent {
    std::string stream;
    std::vector<ElementIndex> marked; // Element of each marked-content id, in order.
    std::vector<std::size_t> links;   // Items of the page that are links.
};

[[nodiscard]] PageContent page_content(const Page& page, PdfFonts& fonts);

} // namespace documents
