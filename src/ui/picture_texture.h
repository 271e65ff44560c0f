// A PNG or JPEG picture on the screen; owns the texture.
//
// The texture is made for the place where it is drawn, in device pixels, and anew when that changes
// (zoom, another screen): a card's own filter would leave out most of what it makes small.
#pragma once

#include "documents/image_texels.h"
#include "ui/frame.h"

#include <optional>

namespace ui {

class FrameBuilder;

class PictureTexture {
  public:
    explicit PictureTexture(FrameBuilder& images) : images_(images) {}
    PictureTexture(const PictureTexture&) = delete;
    PictureTexture& operator=(const PictureTexture&) = delete;
    ~PictureTexture() { drop(); }

    // A picture that cannot be read is none.
    void set(std::optional<documents::Image> image);
    [[nodiscard]] bool has_picture() const { return image_.has_value(); }
    // Width by height.
    [[nodiscard]] float ratio() const { return ratio_; }
    // In the middle of `box`, as large as fits in its own proportions.
    void draw(Frame& frame, const Rect& box, float corner = 0);

  private:
    void make(const documents::ImageSize& box);
    void drop();

    FrameBuilder& images_;
    std::optional<documents::Image> image_;
    documents::ImageSize made_for_;
    std::uint64_t id_ = 0;
    float ratio_ = 1;
};

} // namespace ui
