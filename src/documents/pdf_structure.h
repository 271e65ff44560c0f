// The structure tree of a PDF (ISO 32000-1, 14.7): elements, what on which page belongs to them,
// and the way back from page content to element.
#pragma once

#include "documents/page.h"
#include "documents/pdf_objects.h"

#include <string>
#include <vector>

namespace documents {

class PdfStructure {
  public:
    PdfStructure(const Pages& pages, PdfObjects& objects);

    // Both give the key under which the page, or the annotation, stands in the parent tree.
    [[nodiscard]] std::int64_t add_page(ObjectNumber page, const std::vector<ElementIndex>& marked);
    [[nodiscard]] std::int64_t add_link(ObjectNumber page, ObjectNumber annotation,
                                        ElementIndex element);
    // Writes all elements; returns the tree's root.
    [[nodiscard]] ObjectNumber write();

  private:
    const Pages& pages_;
    PdfObjects& objects_;
    ObjectNumber root_ = 0;
    std::vector<ObjectNumber> numbers_; // Of each element.
    std::vector<std::string> kids_;     // Marked content and annotations of each element.
    std::vector<std::string> parents_;  // By key.
};

} // namespace documents
