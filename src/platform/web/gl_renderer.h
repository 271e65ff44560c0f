// Draws a ui::DrawFrame with WebGL2: one program, one vertex buffer, one pass.
//
// It holds nothing that could not be made again: after a lost context, `create` builds everything
// anew, and ui::FrameBuilder::forget_textures makes the next frame bring its textures along.
// Blending is premultiplied; the canvas is opaque.
#pragma once

#include "ui/draw_frame.h"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace platform {

class GlRenderer {
  public:
    // Compiles the shaders and makes the buffers in the current context; false if the driver
    // refuses (the page then says that WebGL2 does not work here).
    [[nodiscard]] bool create();
    // Every frame's changes, in their order, whether the frame is drawn or not.
    void apply(std::span<const ui::TextureChange> changes);
    void draw(const ui::DrawFrame& frame);

  private:
    struct Texture {
        std::uint32_t name;
        ui::TextureFormat format;
    };

    void apply(const ui::TextureChange& change);
    void upload_shapes(const ui::DrawFrame& frame);

    std::uint32_t program_ = 0;
    std::uint32_t vertex_array_ = 0;
    std::uint32_t vertex_buffer_ = 0;
    std::uint32_t index_buffer_ = 0;
    std::uint32_t shape_texture_ = 0;
    std::int32_t shape_rows_ = 0;
    std::int32_t viewport_location_ = -1;
    std::int32_t scale_location_ = -1;
    std::int32_t coverage_location_ = -1;
    std::unordered_map<ui::TextureId, Texture> textures_;
    std::vector<ui::ShapeRow> padded_;
};

} // namespace platform
