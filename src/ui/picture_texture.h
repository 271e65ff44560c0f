// A PNG or JPEG picture as a texture for the screen; owns the texture.
#pragma once

#include "documents/page.h"
#include "ui/draw_frame.h"

#include <optional>

namespace ui {

class PictureTexture {
  public:
    explicit PictureTexture(FrameBuilder& images) : images_(images) {}
    PictureTexture(const PictureTexture&) = delete;
    PictureTexture& operator=(const PictureTexture&) = delete;
    ~PictureTexture() { drop(); }

    // A picture that cannot be read has no texture.
    void set(const std::optional<documents::Image>& image);
    [[nodiscard]] TextureId id() const { return id_; } // 0: nothing to draw.
    // Width by height.
    [[nodiscard]] float ratio() const { return ratio_; }

  private:
    void drop();

    FrameBuilder& images_;
    TextureId id_ = 0;
    float ratio_ = 1;
};

} // namespace ui
