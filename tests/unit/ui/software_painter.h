// Paints the frames that a graphics card would get, so that tests can look at pixels.
//
// What shaders/ui.frag does for quads of boxes, glyphs and images; shadows and arcs stay away.
// Colours are bytes red, green, blue on white.
#pragma once

#include "ui/draw_frame.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

class SoftwarePainter {
  public:
    // Draws the frame over white; `pixels` are then `width` x `height` of three bytes.
    void draw(const ui::DrawFrame& frame);

    [[nodiscard]] const std::vector<std::uint8_t>& pixels() const { return pixels_; }
    // Luminance (ITU-R BT.601, as poppler has it).
    [[nodiscard]] std::uint8_t grey(int x, int y) const;

  private:
    struct Texture {
        ui::TextureFormat format = ui::TextureFormat::coverage;
        int width = 0;
        int height = 0;
        std::vector<float> texels; // Of each channel, 0 to 1.
    };
    struct Color {
        float red = 0, green = 0, blue = 0, alpha = 0; // Premultiplied.
    };

    void apply(const ui::TextureChange& change);
    void quad(const ui::DrawFrame& frame, const ui::Batch& batch, std::size_t first);
    [[nodiscard]] static Color sample(const Texture& texture, float u, float v, Color tint);
    void blend(int x, int y, Color color);

    std::unordered_map<ui::TextureId, Texture> textures_;
    int width_ = 0;
    int height_ = 0;
    std::vector<std::uint8_t> pixels_;
};
