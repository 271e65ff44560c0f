// Pages as text for goldens: one line an item, with where it stands and what it says.
#pragma once

#include "documents/page.h"

#include <string>

namespace golden {

// Points from the top left corner; text by its baseline, with face, size and the element it is read
// as. Items of furniture have no element.
[[nodiscard]] std::string page_text(const documents::Pages& pages);

} // namespace golden
