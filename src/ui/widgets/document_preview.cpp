#include "ui/widgets/document_preview.h"

#include "documents/image.h"
#include "ui/widgets/label.h"

#include <algorithm>

namespace ui {

namespace {

constexpr float page_gap = 16;
constexpr float page_width_max = 720;

// The picture's texels, or none where it cannot be read here.
std::vector<std::uint8_t> texels(const documents::Image& image, documents::ImageSize& size) {
    std::vector<std::uint8_t> rgba;
    if (image.format != documents::ImageFormat::png) return rgba;
    const auto png = documents::read_png(image.bytes);
    if (!png) return rgba;
    size = png->size;
    const auto count = static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height);
    const auto channels = static_cast<std::size_t>(png->channels);
    rgba.resize(count * 4);
    for (std::size_t at = 0; at < count; ++at) {
        for (std::size_t channel = 0; channel < 3; ++channel)
            rgba[at * 4 + channel] = static_cast<std::uint8_t>(
                png->colour[at * channels + std::min(channel, channels - 1)]);
        rgba[at * 4 + 3] =
            png->alpha.empty() ? std::uint8_t{255} : static_cast<std::uint8_t>(png->alpha[at]);
    }
    return rgba;
}

} // namespace

DocumentPreview::~DocumentPreview() { drop_images(); }

void DocumentPreview::drop_images() {
    for (const TextureId image : images_)
        if (image != 0) desk_.images.remove_image(image);
    images_.clear();
}

void DocumentPreview::set(app::SetDocument document) {
    // A logo stays the same from key to key: its texture is kept.
    if (document.pages.images != document_.pages.images) {
        drop_images();
        for (const documents::Image& image : document.pages.images) {
            documents::ImageSize size;
            const auto rgba = texels(image, size);
            images_.push_back(rgba.empty() ? 0
                                           : desk_.images.add_image(rgba, size.width, size.height));
        }
    }
    document_ = std::move(document);
    revision_ = desk_.typesetter.revision();
}

void DocumentPreview::draw(Frame& frame, const Rect& area, std::string_view name) {
    if (document_.pages.pages.empty()) {
        label(frame, area,
              {.text = document_.faces == app::Faces::unreachable
                           ? "The preview needs the network once, to fetch its typeface."
                           : "Preparing the preview",
               .color = Color::muted,
               .align = HorizontalAlign::middle});
        return;
    }
    ScrollArea scroll(frame, "preview", area, name);
    const Rect content = scroll.content();
    const float width = std::min(page_width_max, content.width - 32);
    float y = content.y + page_gap;
    std::size_t number = 0;
    for (const documents::Page& page : document_.pages.pages) {
        const Rect place{content.x + (content.width - width) / 2, y, width,
                         page_height(page, width)};
        std::string title(name);
        title += ", page " + std::to_string(++number) + " of " +
                 std::to_string(document_.pages.pages.size());
        if (frame.paint().is_visible(place))
            draw_page(frame, desk_.glyphs, place, page, images_, title);
        y += place.height + page_gap;
    }
    scroll.set_content_height(y - content.y);
}

} // namespace ui
