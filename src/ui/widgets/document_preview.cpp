#include "ui/widgets/document_preview.h"

#include "documents/image_texels.h"
#include "ui/widgets/label.h"

#include <algorithm>

namespace ui {

namespace {

constexpr float page_gap = 16;
constexpr float page_width_max = 720;

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
            // One that cannot be read stays away here; the PDF says why.
            const auto texels = documents::image_texels(image);
            images_.push_back(texels ? desk_.images.add_image(texels->rgba, texels->size.width,
                                                              texels->size.height)
                                     : 0);
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
