// A picture as a screen needs it; a PDF takes the file's own bytes (documents/image.h).
#pragma once

#include "base/result.h"
#include "documents/image.h"

#include <cstdint>
#include <vector>

namespace documents {

struct Texels {
    ImageSize size;
    std::vector<std::uint8_t> rgba; // Straight alpha, top row first.
};

// Errors: bad_image, image_too_large.
[[nodiscard]] base::Result<Texels> image_texels(const Image& image);

// As large as fits into `box` in its own proportions, each texel the mean of those it covers; what
// fits already stays as it is. A card's own filter leaves out most of what it makes small.
[[nodiscard]] Texels scaled_to_fit(Texels texels, const ImageSize& box);

} // namespace documents
