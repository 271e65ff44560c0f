#include "documents/image_texels.h"

#include <algorithm>
#include <memory>

// JPEG only, from memory, the same texels on every machine.
#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_JPEG
#define STBI_NO_STDIO
#define STBI_NO_LINEAR
#define STBI_NO_SIMD
#define STBI_NO_FAILURE_STRINGS
#define STBI_NO_THREAD_LOCALS
#include <stb_image.h>

namespace documents {

namespace {

struct PixelsDeleter {
    void operator()(stbi_uc* pixels) const { stbi_image_free(pixels); }
};

Texels texels_of(const PngPixels& png) {
    const auto count =
        static_cast<std::size_t>(png.size.width) * static_cast<std::size_t>(png.size.height);
    const auto channels = static_cast<std::size_t>(png.channels);
    Texels texels{.size = png.size, .rgba = std::vector<std::uint8_t>(count * 4)};
    for (std::size_t at = 0; at < count; ++at) {
        for (std::size_t channel = 0; channel < 3; ++channel)
            texels.rgba[at * 4 + channel] = static_cast<std::uint8_t>(
                png.colour[at * channels + std::min(channel, channels - 1)]);
        texels.rgba[at * 4 + 3] =
            png.alpha.empty() ? std::uint8_t{255} : static_cast<std::uint8_t>(png.alpha[at]);
    }
    return texels;
}

base::Result<Texels> jpeg_texels(std::span<const std::byte> file) {
    // The head is read first, so that no file asks for more memory than a picture may have.
    const JpegHead head = TRY(read_jpeg(file));
    int width = 0, height = 0, channels = 0;
    const std::unique_ptr<stbi_uc, PixelsDeleter> pixels(
        stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(file.data()),
                              static_cast<int>(file.size()), &width, &height, &channels, 4));
    if (pixels == nullptr || ImageSize{width, height} != head.size)
        return base::fail(base::Code::bad_image);
    const auto size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4;
    return Texels{.size = head.size, .rgba = {pixels.get(), pixels.get() + size}};
}

} // namespace

base::Result<Texels> image_texels(const Image& image) {
    if (image.format == ImageFormat::jpeg) return jpeg_texels(image.bytes);
    return texels_of(TRY(read_png(image.bytes)));
}

} // namespace documents
