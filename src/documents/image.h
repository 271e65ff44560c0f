// Pictures that people bring: the size of a PNG or JPEG, and its pixels where the PDF needs them.
//
// Files come from outside, so every length is checked before it is believed; a picture that is
// damaged, interlaced or larger than `image_side_max` is refused, never half drawn.
#pragma once

#include "base/result.h"
#include "documents/page.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace documents {

inline constexpr std::int32_t image_side_max = 4096;

struct ImageSize {
    std::int32_t width = 0;
    std::int32_t height = 0;

    friend bool operator==(const ImageSize&, const ImageSize&) = default;
};

// What a PDF needs of a PNG: colour and alpha apart, 8 bits each. `channels` is 1 (grey) or 3.
struct PngPixels {
    ImageSize size;
    int channels = 3;
    std::string colour; // width * height * channels bytes, top row first.
    std::string alpha;  // width * height bytes; empty if all is opaque.
};

// What a PDF needs to know of a JPEG, whose bytes go in as they are.
struct JpegHead {
    ImageSize size;
    int channels = 3;      // 1, 3 or 4 (CMYK).
    bool is_adobe = false; // CMYK values are inverted.
};

// By the file's first bytes. Errors: bad_image.
[[nodiscard]] base::Result<ImageFormat> image_format(std::span<const std::byte> file);

// Errors: bad_image (damaged, interlaced, 16 bits), image_too_large.
[[nodiscard]] base::Result<PngPixels> read_png(std::span<const std::byte> file);
[[nodiscard]] base::Result<JpegHead> read_jpeg(std::span<const std::byte> file);

[[nodiscard]] base::Result<ImageSize> image_size(const Image& image);

} // namespace documents
