#include "documents/image.h"

#include "base/text.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <optional>

namespace documents {

namespace {

using View = std::span<const std::byte>;
using base::Code;

constexpr std::array<unsigned char, 8> png_signature{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

std::uint32_t byte_at(View file, std::size_t at) { return static_cast<std::uint32_t>(file[at]); }

std::uint32_t word_at(View file, std::size_t at) {
    return byte_at(file, at) << 24U | byte_at(file, at + 1) << 16U | byte_at(file, at + 2) << 8U |
           byte_at(file, at + 3);
}

std::uint32_t half_at(View file, std::size_t at) {
    return byte_at(file, at) << 8U | byte_at(file, at + 1);
}

bool is_png(View file) {
    return file.size() > png_signature.size() &&
           std::equal(png_signature.begin(), png_signature.end(), file.begin(),
                      [](unsigned char want, std::byte have) { return std::byte{want} == have; });
}

bool is_jpeg(View file) {
    return file.size() > 3 && byte_at(file, 0) == 0xFF && byte_at(file, 1) == 0xD8;
}

base::Result<ImageSize> checked_size(std::uint32_t width, std::uint32_t height) {
    if (width == 0 || height == 0) return base::fail(Code::bad_image);
    if (width > image_side_max || height > image_side_max) {
        return base::fail(Code::image_too_large, {}, base::integer_text(image_side_max));
    }
    return ImageSize{static_cast<std::int32_t>(width), static_cast<std::int32_t>(height)};
}

struct Png {
    ImageSize size;
    std::uint32_t colour_type = 0; // 0 grey, 2 RGB, 3 palette, 4 grey + alpha, 6 RGB + alpha.
    std::uint32_t bits = 8;
    std::string data; // All IDAT bytes.
    View palette;
    View transparency;

    [[nodiscard]] std::size_t samples() const {
        constexpr std::array<std::size_t, 7> by_type{1, 0, 3, 1, 2, 0, 4};
        return by_type[colour_type];
    }
    [[nodiscard]] std::size_t row_bytes() const {
        return (static_cast<std::size_t>(size.width) * samples() * bits + 7) / 8;
    }
};

base::Result<void> read_header(View chunk, Png& png) {
    if (chunk.size() != 13) return base::fail(Code::bad_image);
    png.size = TRY(checked_size(word_at(chunk, 0), word_at(chunk, 4)));
    png.bits = byte_at(chunk, 8);
    png.colour_type = byte_at(chunk, 9);
    const bool known_type = png.colour_type < 7 && png.samples() != 0;
    const bool small_bits = png.bits == 1 || png.bits == 2 || png.bits == 4;
    const bool may_be_small = png.colour_type == 0 || png.colour_type == 3;
    const bool is_interlaced = byte_at(chunk, 12) != 0;
    if (!known_type || is_interlaced || !(png.bits == 8 || (small_bits && may_be_small))) {
        return base::fail(Code::bad_image);
    }
    return {};
}

base::Result<Png> read_chunks(View file) {
    Png png;
    bool has_header = false;
    for (std::size_t at = png_signature.size(); at + 12 <= file.size();) {
        const std::size_t length = word_at(file, at);
        if (length > file.size() - at - 12) return base::fail(Code::bad_image);
        const View chunk = file.subspan(at + 8, length);
        const std::uint32_t type = word_at(file, at + 4);
        if (has_header == (type == 0x49484452)) return base::fail(Code::bad_image); // IHDR first.
        if (type == 0x49484452) {
            TRY_VOID(read_header(chunk, png));
            has_header = true;
        } else if (type == 0x504C5445) { // PLTE
            png.palette = chunk;
        } else if (type == 0x74524E53) { // tRNS
            png.transparency = chunk;
        } else if (type == 0x49444154) { // IDAT
            png.data.append(reinterpret_cast<const char*>(chunk.data()), chunk.size());
        } else if (type == 0x49454E44) { // IEND
            return png;
        }
        at += length + 12;
    }
    return base::fail(Code::bad_image);
}

std::optional<std::string> inflated(const std::string& data, std::size_t size) {
    std::string out(size, '\0');
    uLongf length = static_cast<uLongf>(size);
    const int status =
        uncompress(reinterpret_cast<Bytef*>(out.data()), &length,
                   reinterpret_cast<const Bytef*>(data.data()), static_cast<uLong>(data.size()));
    if (status != Z_OK || length != size) return std::nullopt;
    return out;
}

int paeth(int left, int above, int corner) {
    const int guess = left + above - corner;
    const int by_left = std::abs(guess - left);
    const int by_above = std::abs(guess - above);
    const int by_corner = std::abs(guess - corner);
    if (by_left <= by_above && by_left <= by_corner) return left;
    return by_above <= by_corner ? above : corner;
}

// Takes the filters of PNG (ISO 15948, 9) off, in place; false for an unknown one.
bool unfilter(std::string& rows, std::size_t row_bytes, std::size_t pixel_bytes) {
    const std::size_t stride = row_bytes + 1;
    std::string above(row_bytes, '\0');
    for (std::size_t at = 0; at < rows.size(); at += stride) {
        const auto filter = static_cast<unsigned char>(rows[at]);
        if (filter > 4) return false;
        char* row = rows.data() + at + 1;
        for (std::size_t x = 0; x < row_bytes; ++x) {
            const auto value = [](char byte) {
                return static_cast<int>(static_cast<unsigned char>(byte));
            };
            const int left = x >= pixel_bytes ? value(row[x - pixel_bytes]) : 0;
            const int corner = x >= pixel_bytes ? value(above[x - pixel_bytes]) : 0;
            const int up = value(above[x]);
            const std::array predictions{0, left, up, (left + up) / 2, paeth(left, up, corner)};
            row[x] = static_cast<char>(value(row[x]) + predictions[filter]);
        }
        above.assign(row, row_bytes);
    }
    return true;
}

// Sample number `index` of a row of 1-, 2-, 4- or 8-bit samples.
unsigned sample(std::string_view row, std::size_t index, std::uint32_t bits) {
    const std::size_t bit = index * bits;
    const auto byte = static_cast<unsigned char>(row[bit / 8]);
    return (byte >> (8 - bits - bit % 8)) & ((1U << bits) - 1);
}

base::Result<void> take_pixel(const Png& png, std::string_view row, std::size_t x, PngPixels& out) {
    const std::size_t first = x * png.samples();
    if (png.colour_type == 3) {
        const std::size_t entry = sample(row, x, png.bits);
        if (entry * 3 + 2 >= png.palette.size()) return base::fail(Code::bad_image);
        for (std::size_t c = 0; c < 3; ++c) {
            out.colour.push_back(static_cast<char>(png.palette[entry * 3 + c]));
        }
        const bool listed = entry < png.transparency.size();
        out.alpha.push_back(listed ? static_cast<char>(png.transparency[entry]) : '\xFF');
        return {};
    }
    const unsigned scale = 255U / ((1U << png.bits) - 1);
    const std::size_t colours = static_cast<std::size_t>(out.channels);
    for (std::size_t c = 0; c < colours; ++c) {
        out.colour.push_back(static_cast<char>(sample(row, first + c, png.bits) * scale));
    }
    const bool has_alpha = png.samples() > colours;
    out.alpha.push_back(has_alpha ? row[first + colours] : '\xFF');
    return {};
}

} // namespace

base::Result<ImageFormat> image_format(View file) {
    if (is_png(file)) return ImageFormat::png;
    if (is_jpeg(file)) return ImageFormat::jpeg;
    return base::fail(Code::bad_image);
}

base::Result<PngPixels> read_png(View file) {
    if (!is_png(file)) return base::fail(Code::bad_image);
    const Png png = TRY(read_chunks(file));
    const std::size_t stride = png.row_bytes() + 1;
    const std::size_t height = static_cast<std::size_t>(png.size.height);
    std::optional<std::string> rows = inflated(png.data, stride * height);
    const std::size_t pixel_bytes = std::max<std::size_t>(1, png.samples() * png.bits / 8);
    if (!rows || !unfilter(*rows, png.row_bytes(), pixel_bytes)) return base::fail(Code::bad_image);

    const bool is_grey = png.colour_type == 0 || png.colour_type == 4;
    PngPixels pixels{.size = png.size, .channels = is_grey ? 1 : 3, .colour = {}, .alpha = {}};
    for (std::size_t y = 0; y < height; ++y) {
        const std::string_view row = std::string_view(*rows).substr(y * stride + 1, stride - 1);
        for (std::size_t x = 0; x < static_cast<std::size_t>(png.size.width); ++x) {
            TRY_VOID(take_pixel(png, row, x, pixels));
        }
    }
    if (std::ranges::all_of(pixels.alpha, [](char alpha) { return alpha == '\xFF'; })) {
        pixels.alpha.clear();
    }
    return pixels;
}

base::Result<JpegHead> read_jpeg(View file) {
    if (!is_jpeg(file)) return base::fail(Code::bad_image);
    JpegHead head;
    for (std::size_t at = 2; at + 4 <= file.size();) {
        if (byte_at(file, at) != 0xFF) return base::fail(Code::bad_image);
        const std::uint32_t marker = byte_at(file, at + 1);
        if (marker == 0xFF) { // Padding before a marker.
            ++at;
            continue;
        }
        const std::size_t length = half_at(file, at + 2);
        if (length < 2 || length > file.size() - at - 2) return base::fail(Code::bad_image);
        const View segment = file.subspan(at + 4, length - 2);
        // APP14 "Adobe" tells how CMYK is meant.
        if (marker == 0xEE && segment.size() >= 12 && byte_at(segment, 0) == 'A') {
            head.is_adobe = true;
        }
        // SOF0 to SOF2: baseline, extended, progressive.
        if (marker >= 0xC0 && marker <= 0xC2) {
            if (segment.size() < 6 || byte_at(segment, 0) != 8) return base::fail(Code::bad_image);
            head.size = TRY(checked_size(half_at(segment, 3), half_at(segment, 1)));
            head.channels = static_cast<int>(byte_at(segment, 5));
            const bool known = head.channels == 1 || head.channels == 3 || head.channels == 4;
            if (!known) return base::fail(Code::bad_image);
            return head;
        }
        at += length + 2;
    }
    return base::fail(Code::bad_image);
}

base::Result<ImageSize> image_size(const Image& image) {
    if (image.format == ImageFormat::jpeg) return TRY(read_jpeg(image.bytes)).size;
    if (!is_png(image.bytes)) return base::fail(Code::bad_image);
    return TRY(read_chunks(image.bytes)).size;
}

} // namespace documents
