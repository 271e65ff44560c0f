#include "documents/image_texels.h"

#include <algorithm>
#include <array>
#include <cstdint>
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

// Where the texel `at` of a shorter row lies in a longer one: from which of its texels, to which,
// and how much of each it covers, in parts of a texel of `to`.
struct Span {
    std::int64_t first;
    std::int64_t last;

    Span(std::int64_t at, std::int64_t from, std::int64_t to)
        : first(at * from / to), last(((at + 1) * from - 1) / to), start_(at * from),
          end_((at + 1) * from), to_(to) {}
    [[nodiscard]] std::int64_t covered(std::int64_t texel) const {
        return std::min(end_, (texel + 1) * to_) - std::max(start_, texel * to_);
    }

  private:
    std::int64_t start_;
    std::int64_t end_;
    std::int64_t to_;
};

// The mean colour under two spans; what is clear counts for nothing in it.
void put_mean(const Texels& from, const Span& across, const Span& down, std::uint8_t* to) {
    std::int64_t area = 0, alpha = 0;
    std::array<std::int64_t, 3> colour{};
    for (std::int64_t y = down.first; y <= down.last; ++y) {
        for (std::int64_t x = across.first; x <= across.last; ++x) {
            const auto* const texel =
                &from.rgba[static_cast<std::size_t>(y * from.size.width + x) * 4];
            const std::int64_t part = across.covered(x) * down.covered(y);
            area += part;
            alpha += part * texel[3];
            for (std::size_t channel = 0; channel < 3; ++channel)
                colour[channel] += part * texel[3] * texel[channel];
        }
    }
    for (std::size_t channel = 0; channel < 3; ++channel)
        to[channel] = alpha == 0 ? std::uint8_t{0}
                                 : static_cast<std::uint8_t>((colour[channel] + alpha / 2) / alpha);
    to[3] = static_cast<std::uint8_t>((alpha + area / 2) / area);
}

} // namespace

Texels scaled_to_fit(Texels texels, const ImageSize& box) {
    const ImageSize whole = texels.size;
    if (whole.width <= box.width && whole.height <= box.height) return texels;
    const bool is_wide =
        std::int64_t{whole.width} * box.height > std::int64_t{whole.height} * box.width;
    const auto share = [](std::int64_t length, std::int64_t by, std::int64_t of) {
        return static_cast<std::int32_t>(std::max<std::int64_t>(1, (length * by + of / 2) / of));
    };
    const ImageSize size =
        is_wide ? ImageSize{box.width, share(whole.height, box.width, whole.width)}
                : ImageSize{share(whole.width, box.height, whole.height), box.height};
    Texels scaled{.size = size, .rgba = {}};
    scaled.rgba.resize(static_cast<std::size_t>(size.width) *
                       static_cast<std::size_t>(size.height) * 4);
    std::uint8_t* to = scaled.rgba.data();
    for (std::int32_t y = 0; y < size.height; ++y) {
        const Span down(y, whole.height, size.height);
        for (std::int32_t x = 0; x < size.width; ++x, to += 4)
            put_mean(texels, Span(x, whole.width, size.width), down, to);
    }
    return scaled;
}

base::Result<Texels> image_texels(const Image& image) {
    if (image.format == ImageFormat::jpeg) return jpeg_texels(image.bytes);
    return texels_of(TRY(read_png(image.bytes)));
}

} // namespace documents
