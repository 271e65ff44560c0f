// A logo is a file from outside: whatever its bytes, it is read or refused.
#include "base/assert.h"
#include "documents/image_texels.h"
#include "fuzz/draw.h"
#include "fuzz/targets.h"

#include <zlib.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

// A head of a few bytes may ask for millions of texels: only small ones are worth the time.
constexpr std::int32_t side_max = 128;

bool is_small(documents::ImageSize size) {
    return size.width <= side_max && size.height <= side_max;
}

void read(std::vector<std::byte> bytes) {
    const auto format = documents::image_format(bytes);
    if (!format.has_value()) return;
    const documents::Image image{.format = *format, .bytes = std::move(bytes)};
    const auto size = documents::image_size(image);
    if (!size.has_value() || !is_small(*size)) return;
    const auto texels = documents::image_texels(image);
    if (!texels.has_value()) return;
    ASSERT(texels->size == *size);
    const auto count =
        static_cast<std::size_t>(size->width) * static_cast<std::size_t>(size->height);
    ASSERT(texels->rgba.size() == count * 4);
    if (*format != documents::ImageFormat::png) return;
    const auto pixels = documents::read_png(image.bytes);
    ASSERT(pixels.has_value());
    ASSERT(pixels->colour.size() == count * static_cast<std::size_t>(pixels->channels));
    ASSERT(pixels->alpha.empty() || pixels->alpha.size() == count);
}

void append_chunk(std::string& file, std::string_view type, base::ByteView content) {
    const auto size = content.size();
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        file += static_cast<char>(size >> shift);
    file += type;
    file.append(content.begin(), content.end());
    file.append(4, '\0'); // The CRC, which is not read.
}

// A PNG around the parts drawn: blind changes to a deflated file reach nothing behind its checksum.
std::string png_around(fuzz::Draw& draw) {
    std::string file = "\x89PNG\r\n\x1A\n";
    const base::Bytes head{0,           0,           0,           draw.byte(), 0, 0, 0,
                           draw.byte(), draw.byte(), draw.byte(), 0,           0, 0};
    append_chunk(file, "IHDR", head);
    if (const auto palette = draw.run(); !palette.empty()) append_chunk(file, "PLTE", palette);
    if (const auto clear = draw.run(); !clear.empty()) append_chunk(file, "tRNS", clear);
    const base::ByteView rows = draw.rest();
    uLongf size = compressBound(static_cast<uLong>(rows.size()));
    base::Bytes data(size);
    const int status =
        compress2(data.data(), &size, rows.data(), static_cast<uLong>(rows.size()), Z_BEST_SPEED);
    ASSERT(status == Z_OK);
    append_chunk(file, "IDAT", base::ByteView(data).first(size));
    append_chunk(file, "IEND", {});
    return file;
}

} // namespace

// First 'P': what stands in a PNG; else the file as it is.
void fuzz::image(base::ByteView input) {
    Draw draw(input);
    if (!input.empty() && input.front() == 'P') {
        draw.byte();
        const std::string file = png_around(draw);
        const auto bytes = std::as_bytes(std::span(file));
        return read({bytes.begin(), bytes.end()});
    }
    const auto bytes = std::as_bytes(input);
    read({bytes.begin(), bytes.end()});
}
