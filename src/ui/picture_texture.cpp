#include "ui/picture_texture.h"

#include "ui/draw_frame.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {

void PictureTexture::set(std::optional<documents::Image> image) {
    drop();
    image_.reset();
    if (!image) return;
    const auto size = documents::image_size(*image);
    if (!size) return;
    ratio_ = static_cast<float>(size->width) / static_cast<float>(size->height);
    image_ = std::move(image);
}

void PictureTexture::draw(Frame& frame, const Rect& box, float corner) {
    if (!image_) return;
    const float width = std::min(box.width, box.height * ratio_);
    const Rect place = frame.paint().snapped(centered(box, width, width / ratio_));
    const auto texels = [&frame](float length) {
        return std::max(1, static_cast<std::int32_t>(std::lround(length * frame.paint().scale())));
    };
    const documents::ImageSize wanted{texels(place.width), texels(place.height)};
    if (wanted != made_for_) make(wanted);
    if (id_ != 0) frame.paint().image(place, id_, corner);
}

void PictureTexture::make(const documents::ImageSize& box) {
    drop();
    made_for_ = box;
    auto read = documents::image_texels(*image_);
    if (!read) return;
    const documents::Texels texels = documents::scaled_to_fit(*std::move(read), box);
    id_ = images_.add_image(texels.rgba, texels.size.width, texels.size.height);
}

void PictureTexture::drop() {
    if (id_ != 0) images_.remove_image(id_);
    id_ = 0;
    made_for_ = {};
}

} // namespace ui
