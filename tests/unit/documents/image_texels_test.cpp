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

TEST_CASE("image texels: a JPEG that ends early is shown to there or refused") {
    const auto whole = samples::jpeg_logo();
    for (std::size_t size = 0; size < whole.bytes.size(); ++size) {
        auto cut = whole;
        cut.bytes.resize(size);
        const auto texels = documents::image_texels(cut);
        if (texels) CHECK(texels->rgba.size() == 32 * 16 * 4);
    }
}
