#include "documents/image.h"

#include "documents/qr_code.h"

#include <doctest/doctest.h>

#include <zlib.h>

#include <string>

namespace {

using Bytes = std::vector<std::byte>;

void put(Bytes& out, std::uint32_t value, int bytes = 4) {
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
        out.push_back(static_cast<std::byte>((value >> static_cast<unsigned>(shift)) & 0xFFU));
    }
}

void put(Bytes& out, std::string_view text) {
    for (const char letter : text)
        out.push_back(static_cast<std::byte>(letter));
}

void chunk(Bytes& out, std::string_view type, std::string_view data) {
    put(out, static_cast<std::uint32_t>(data.size()));
    put(out, type);
    put(out, data);
    put(out, 0); // The checksum is not read: zlib has its own.
}

struct PngSpec {
    std::uint32_t width = 2;
    std::uint32_t height = 2;
    int bits = 8;
    int colour_type = 2;
    int interlace = 0;
    std::string rows = std::string("\0\1\2\3\4\5\6\1\1\1\1\1\1\1", 14); // Filters none and left.
    std::string palette;
    std::string transparency;
};

Bytes png(const PngSpec& spec) {
    Bytes file;
    put(file, "\x89PNG\r\n\x1A\n");
    Bytes head;
    put(head, spec.width);
    put(head, spec.height);
    for (const int part : {spec.bits, spec.colour_type, 0, 0, spec.interlace}) {
        put(head, static_cast<std::uint32_t>(part), 1);
    }
    chunk(file, "IHDR", {reinterpret_cast<const char*>(head.data()), head.size()});
    if (!spec.palette.empty()) chunk(file, "PLTE", spec.palette);
    if (!spec.transparency.empty()) chunk(file, "tRNS", spec.transparency);
    std::string packed(compressBound(static_cast<uLong>(spec.rows.size())), '\0');
    uLongf size = static_cast<uLongf>(packed.size());
    REQUIRE(compress(reinterpret_cast<Bytef*>(packed.data()), &size,
                     reinterpret_cast<const Bytef*>(spec.rows.data()),
                     static_cast<uLong>(spec.rows.size())) == Z_OK);
    chunk(file, "IDAT", std::string_view(packed).substr(0, size));
    chunk(file, "IEND", {});
    return file;
}

} // namespace

TEST_CASE("png: colours are read through the filters") {
    const auto pixels = documents::read_png(png({}));
    REQUIRE(pixels.has_value());
    CHECK(pixels->size == documents::ImageSize{2, 2});
    CHECK(pixels->colour == std::string("\1\2\3\4\5\6\1\1\1\2\2\2", 12));
    CHECK(pixels->alpha.empty());
}

TEST_CASE("png: a palette with transparency becomes colour and alpha") {
    PngSpec spec{.width = 2, .height = 1, .bits = 1, .colour_type = 3};
    spec.rows = std::string("\0\x40", 2);
    spec.palette = "abcdef";
    spec.transparency = std::string("\x7F", 1);
    const auto pixels = documents::read_png(png(spec));
    REQUIRE(pixels.has_value());
    CHECK(pixels->colour == "abcdef");
    CHECK(pixels->alpha == "\x7F\xFF");
}

TEST_CASE("image: what cannot be used is refused") {
    PngSpec interlaced;
    interlaced.interlace = 1;
    PngSpec deep;
    deep.bits = 16;
    PngSpec short_rows;
    short_rows.rows.pop_back();
    PngSpec unknown_filter;
    unknown_filter.rows[0] = 9;
    PngSpec huge;
    huge.width = 5000;
    PngSpec no_palette{.width = 1, .height = 1, .bits = 8, .colour_type = 3};
    no_palette.rows = std::string("\0\0", 2);
    Bytes cut = png({});
    cut.resize(40);
    struct Row {
        const char* name;
        Bytes file;
        base::Code code;
    };
    const std::vector<Row> rows{
        {"no image", {std::byte{'G'}, std::byte{'I'}, std::byte{'F'}}, base::Code::bad_image},
        {"empty", {}, base::Code::bad_image},
        {"cut off", cut, base::Code::bad_image},
        {"interlaced", png(interlaced), base::Code::bad_image},
        {"16 bits", png(deep), base::Code::bad_image},
        {"too few rows", png(short_rows), base::Code::bad_image},
        {"unknown filter", png(unknown_filter), base::Code::bad_image},
        {"palette missing", png(no_palette), base::Code::bad_image},
        {"too large", png(huge), base::Code::image_too_large},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const auto pixels = documents::read_png(row.file);
        REQUIRE_FALSE(pixels.has_value());
        CHECK(pixels.error().code == row.code);
    }
    CHECK_FALSE(documents::image_format(Bytes{}).has_value());
}

TEST_CASE("jpeg: size and channels come from the frame header") {
    Bytes file;
    put(file, std::string_view("\xFF\xD8\xFF\xE0\x00\x04"
                               "ab",
                               8));
    put(file, std::string_view("\xFF\xC0\x00"
                               "\x0B\x08\x00\x20\x00\x40\x03\x01\x11\x00",
                               13));
    const auto head = documents::read_jpeg(file);
    REQUIRE(head.has_value());
    CHECK(head->size == documents::ImageSize{64, 32});
    CHECK(head->channels == 3);
    file.resize(10);
    CHECK_FALSE(documents::read_jpeg(file).has_value());
}

TEST_CASE("qr: a payload longer than a code holds is refused") {
    const documents::Box box{0, 0, 111'000, 111'000};
    CHECK(documents::qr_code("BCD", box).has_value());
    CHECK(documents::qr_code(std::string(2331, 'x'), box).has_value());
    CHECK_FALSE(documents::qr_code(std::string(2332, 'x'), box).has_value());
}
