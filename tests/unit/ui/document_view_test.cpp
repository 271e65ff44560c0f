#include "ui/document_view.h"

#include "documents/image_texels.h"
#include "documents/pdf.h"

#include "../documents/samples.h"
#include "folders.h"
#include "kit_window.h"
#include "software_painter.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <fstream>
#include <string>

namespace {

// A page as the interface shows it at 144 dots an inch, as <name>.pgm, beside the PDF made of the
// same pages: tests/readers/preview.test.mjs compares it with what poppler paints.
void keep_both(const std::string& name, const documents::InvoiceDocument& document,
               const documents::FontSet& fonts) {
    constexpr int dots_per_inch = 144;
    constexpr int scale = 2;
    const auto pages = documents::invoice_pages(document, fonts);
    REQUIRE(pages.has_value());
    const documents::Page& page = pages->pages.front();
    const auto css = [](documents::Length length) {
        return static_cast<float>(length) / 72'000 * dots_per_inch / scale;
    };
    KitWindow window;
    window.environment.device_pixel_ratio = scale;
    window.environment.size = {css(page.width) + 1, css(page.height) + 1};
    window.environment.visible = {0, 0, css(page.width) + 1, css(page.height) + 1};
    ui::GlyphAtlas glyphs(window.picture.atlas(), fonts);
    SoftwarePainter painter;
    std::vector<ui::TextureId> images;
    for (const documents::Image& image : pages->images) {
        const auto texels = documents::image_texels(image);
        REQUIRE(texels.has_value());
        images.push_back(window.picture.images().add_image(texels->rgba, texels->size.width,
                                                           texels->size.height));
    }
    painter.draw(window.frame([&](ui::Frame& drawn) {
        ui::draw_page(drawn, glyphs, {0, 0, css(page.width), css(page.height)}, page, images,
                      "Invoice INV-0148, page 1 of 1");
    }));
    const int width = static_cast<int>(css(page.width) * scale);
    const int height = static_cast<int>(css(page.height) * scale);
    std::string picture = "P5\n" + std::to_string(width) + " " + std::to_string(height) + "\n255\n";
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            picture.push_back(static_cast<char>(painter.grey(x, y)));
    const auto file = documents::pdf(*pages, fonts);
    REQUIRE(file.has_value());
    const std::string path = folders::in_build("documents/preview-" + name);
    std::ofstream(path + ".pgm", std::ios::binary) << picture;
    std::ofstream(path + ".pdf", std::ios::binary) << *file;
}

} // namespace

TEST_CASE("document view: pages for the comparison with a reader of PDF") {
    const auto fonts = samples::all_fonts();
    keep_both("invoice", samples::invoice(), fonts);
    auto names = samples::invoice();
    names.recipient.lines = "Żółć\nΕλληνικά\nДмитрий\nעברית\nالعربية\n日本語\nไทย\nहिन्दी";
    names.paper = documents::PaperSize::letter;
    names.draft_mark = "DRAFT";
    names.payment->code.clear();
    names.payment->code_pending = "The code comes with the number";
    names.logo = samples::jpeg_logo();
    keep_both("draft", names, fonts);
}

// Where a logo was see-through the page shone: texels were blended as if premultiplied.
TEST_CASE("document view: a see-through picture lets the paper through") {
    KitWindow window;
    window.environment.size = {64, 64};
    window.environment.visible = {0, 0, 64, 64};
    const std::uint8_t half_red[] = {200, 0, 0, 128};
    const ui::TextureId image = window.picture.images().add_image(half_red, 1, 1);
    SoftwarePainter painter;
    painter.draw(window.frame([&](ui::Frame& frame) {
        frame.paint().fill({0, 0, 64, 64}, 0xFFFFFFFFU);
        frame.paint().image({0, 0, 64, 64}, image, 0);
    }));
    const std::uint8_t* const middle = painter.pixels().data() + (32 * 64 + 32) * 3;
    CHECK(static_cast<int>(middle[0]) == 227); // 200 * 128 / 255 + 255 * 127 / 255
    CHECK(static_cast<int>(middle[1]) == 127);
}
