// Where a paragraph may end a line.
//
// A small part of UAX #14, chosen for names, addresses, services and remarks: after white space,
// hyphens, dashes and slashes; between ideographs and kana, but not before closing marks or after
// opening ones. Where nothing fits, between any two clusters.
#pragma once

#include "documents/page.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace documents {

struct LineEnd {
    std::size_t visible = 0; // One past the last byte to draw: without the white space at the end.
    std::size_t next = 0;    // First byte of the next line; greater than where this one began.
};

// The line that begins at byte `first`, at most `width` wide. `widths` holds the advance of each
// cluster at the byte it starts at, 0 within clusters.
[[nodiscard]] LineEnd line_end(std::string_view text, const std::vector<Length>& widths,
                               std::size_t first, Length width);

} // namespace documents
