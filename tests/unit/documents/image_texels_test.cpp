#include "documents/image_texels.h"

#include "samples.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>

namespace {

using Texel = std::array<int, 4>;

Texel texel(const documents::Texels& texels, int x, int y) {
    const std::size_t at = static_cast<std::size_t>(y * texels.size.width + x) * 4;
    Texel found{};
    for (std::size_t channel = 0; channel < 4; ++channel)
        found[channel] = texels.rgba[at + channel];
    return found;
}

bool is_near(Texel found, Texel wanted) {
    for (std::size_t channel = 0; channel < 4; ++channel)
        if (std::abs(found[channel] - wanted[channel]) > 3) return false;
    return true;
}

} // namespace

TEST_CASE("image texels: a JPEG shows its colours, baseline and progressive") {
    for (const char* name : {"logo.jpg", "logo_progressive.jpg"}) {
        CAPTURE(name);
        const auto texels = documents::image_texels(samples::jpeg_logo(name));
        REQUIRE(texels.has_value());
        CHECK(texels->size == documents::ImageSize{32, 16});
        CHECK(is_near(texel(*texels, 2, 2), {204, 26, 26, 255}));
        CHECK(is_near(texel(*texels, 29, 13), {26, 51, 178, 255}));
    }
}

TEST_CASE("image texels: a picture made small has the mean of what it covers") {
    // Four columns, the last one clear.
    documents::Texels row{.size = {4, 1},
                          .rgba = {0, 0, 0, 255, 100, 50, 20, 255, 200, 0, 0, 255, 9, 9, 9, 0}};
    const auto half = documents::scaled_to_fit(row, {2, 2});
    CHECK(half.size == documents::ImageSize{2, 1});
    CHECK(texel(half, 0, 0) == Texel{50, 25, 10, 255});
    CHECK(texel(half, 1, 0) == Texel{200, 0, 0, 128}); // What is clear has no colour.
    const auto third = documents::scaled_to_fit(row, {3, 3});
    CHECK(third.size == documents::ImageSize{3, 1});
    CHECK(texel(third, 0, 0) == Texel{25, 13, 5, 255}); // One texel and a third of the next.
    CHECK(documents::scaled_to_fit(row, {4, 1}).rgba == row.rgba);
    CHECK(documents::scaled_to_fit(row, {40, 10}).size == row.size);
    CHECK(documents::scaled_to_fit(row, {1, 1}).size == documents::ImageSize{1, 1});
}

TEST_CASE("image texels: a JPEG that ends early is shown to there or refused") {
    const auto whole = samples::jpeg_logo();
    for (std::size_t size = 0; size < whole.bytes.size(); ++size) {
        auto cut = whole;
        cut.bytes.resize(size);
        const auto texels = documents::image_texels(cut);
        if (texels) CHECK(texels->rgba.size() == 32 * 16 * 4);
    }
}
