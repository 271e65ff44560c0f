#include "ui/picture_texture.h"

#include "documents/image_texels.h"

namespace ui {

void PictureTexture::set(const std::optional<documents::Image>& image) {
    drop();
    if (!image) return;
    const auto texels = documents::image_texels(*image);
    if (!texels) return;
    id_ = images_.add_image(texels->rgba, texels->size.width, texels->size.height);
    ratio_ = static_cast<float>(texels->size.width) / static_cast<float>(texels->size.height);
}

void PictureTexture::drop() {
    if (id_ != 0) images_.remove_image(id_);
    id_ = 0;
}

} // namespace ui
