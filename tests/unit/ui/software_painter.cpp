#include "software_painter.h"

#include <algorithm>
#include <cmath>

namespace {

constexpr float kind_box = 0;

// As rounded_box of shaders/ui.frag.
float box_distance(float x, float y, float half_width, float half_height,
                   const std::array<float, 4>& radii) {
    const bool is_top = y < 0;
    const float left = is_top ? radii[0] : radii[3];
    const float right = is_top ? radii[1] : radii[2];
    const float radius = x < 0 ? left : right;
    const float across = std::abs(x) - half_width + radius;
    const float down = std::abs(y) - half_height + radius;
    return std::min(std::max(across, down), 0.0F) +
           std::hypot(std::max(across, 0.0F), std::max(down, 0.0F)) - radius;
}

float coverage(float distance) { return std::clamp(0.5F - distance, 0.0F, 1.0F); }

} // namespace

void SoftwarePainter::draw(const ui::DrawFrame& frame) {
    width_ = frame.width;
    height_ = frame.height;
    pixels_.assign(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_) * 3, 255);
    for (const ui::TextureChange& change : frame.texture_changes)
        apply(change);
    for (const ui::Batch& batch : frame.batches)
        for (std::size_t index = 0; index < batch.index_count; index += 6)
            quad(frame, batch, batch.first_index + index);
}

std::uint8_t SoftwarePainter::grey(int x, int y) const {
    const std::uint8_t* const at =
        pixels_.data() + (static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                          static_cast<std::size_t>(x)) *
                             3;
    return static_cast<std::uint8_t>((at[0] * 299 + at[1] * 587 + at[2] * 114 + 500) / 1000);
}

void SoftwarePainter::apply(const ui::TextureChange& change) {
    if (change.action == ui::TextureAction::destroy) {
        textures_.erase(change.texture);
        return;
    }
    const auto channels = change.format == ui::TextureFormat::coverage ? 1U : 4U;
    Texture& texture = textures_[change.texture];
    if (change.action == ui::TextureAction::create) {
        texture = {.format = change.format, .width = change.width, .height = change.height};
        texture.texels.resize(static_cast<std::size_t>(change.width) *
                              static_cast<std::size_t>(change.height) * channels);
    }
    for (int row = 0; row < change.height; ++row) {
        const std::uint8_t* const from =
            change.pixels + static_cast<std::ptrdiff_t>(row) * change.pitch;
        float* const to = texture.texels.data() + (static_cast<std::size_t>(change.y + row) *
                                                       static_cast<std::size_t>(texture.width) +
                                                   static_cast<std::size_t>(change.x)) *
                                                      channels;
        for (std::size_t at = 0; at < static_cast<std::size_t>(change.width) * channels; ++at)
            to[at] = static_cast<float>(from[at]) / 255;
    }
}

// Two triangles that make a rectangle: its first and third vertices are opposite corners.
void SoftwarePainter::quad(const ui::DrawFrame& frame, const ui::Batch& batch, std::size_t first) {
    const ui::Vertex& from = frame.vertices[frame.indices[first]];
    const ui::Vertex& to = frame.vertices[frame.indices[first + 2]];
    const auto channel = [&](unsigned shift) {
        return static_cast<float>(from.color >> shift & 0xFFU) / 255;
    };
    const float alpha = channel(24);
    const Color tint{channel(0) * alpha, channel(8) * alpha, channel(16) * alpha, alpha};
    const float x0 = from.x * frame.scale, y0 = from.y * frame.scale;
    const float x1 = to.x * frame.scale, y1 = to.y * frame.scale;
    const auto pixel = [](float edge) { return static_cast<int>(std::ceil(edge - 0.5F)); };
    const int left = std::max(pixel(x0), batch.clip_x);
    const int right = std::min(pixel(x1), batch.clip_x + batch.clip_width);
    const int top = std::max(pixel(y0), batch.clip_y);
    const int bottom = std::min(pixel(y1), batch.clip_y + batch.clip_height);
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x) {
            const float px = static_cast<float>(x) + 0.5F;
            const float py = static_cast<float>(y) + 0.5F;
            if (from.u < 2) {
                blend(x, y,
                      sample(textures_[batch.texture],
                             from.u + (to.u - from.u) * (px - x0) / (x1 - x0),
                             from.v + (to.v - from.v) * (py - y0) / (y1 - y0), tint));
                continue;
            }
            const ui::ShapeRow& shape = frame.shapes[static_cast<std::size_t>(from.u - 1.5F)];
            if (shape.detail[1] != kind_box) continue;
            const float dx = px - shape.place[0], dy = py - shape.place[1];
            const float outer =
                coverage(box_distance(dx, dy, shape.place[2], shape.place[3], shape.radii));
            const float line = shape.detail[0];
            float inner = outer;
            if (line > 0) {
                auto radii = shape.radii;
                for (float& radius : radii)
                    radius = std::max(radius - line, 0.0F);
                inner = coverage(
                    box_distance(dx, dy, shape.place[2] - line, shape.place[3] - line, radii));
            }
            const float ring = std::max(outer - inner, 0.0F) * shape.border[3];
            blend(x, y,
                  {tint.red * inner + shape.border[0] * ring,
                   tint.green * inner + shape.border[1] * ring,
                   tint.blue * inner + shape.border[2] * ring, tint.alpha * inner + ring});
        }
}

SoftwarePainter::Color SoftwarePainter::sample(const Texture& texture, float u, float v,
                                               Color tint) {
    const auto channels = texture.format == ui::TextureFormat::coverage ? 1U : 4U;
    const float x = u * static_cast<float>(texture.width) - 0.5F;
    const float y = v * static_cast<float>(texture.height) - 0.5F;
    const int left = static_cast<int>(std::floor(x)), top = static_cast<int>(std::floor(y));
    const float across = x - static_cast<float>(left), down = y - static_cast<float>(top);
    std::array<float, 4> sum{};
    for (const int dy : {0, 1})
        for (const int dx : {0, 1}) {
            const auto column =
                static_cast<std::size_t>(std::clamp(left + dx, 0, texture.width - 1));
            const auto row = static_cast<std::size_t>(std::clamp(top + dy, 0, texture.height - 1));
            const float weight = (dx == 1 ? across : 1 - across) * (dy == 1 ? down : 1 - down);
            const float* const texel =
                texture.texels.data() +
                (row * static_cast<std::size_t>(texture.width) + column) * channels;
            for (std::size_t at = 0; at < 4; ++at)
                sum[at] += texel[channels == 1 ? 0 : at] * weight;
        }
    return {tint.red * sum[0], tint.green * sum[1], tint.blue * sum[2], tint.alpha * sum[3]};
}

void SoftwarePainter::blend(int x, int y, Color color) {
    std::uint8_t* const at =
        pixels_.data() + (static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                          static_cast<std::size_t>(x)) *
                             3;
    const float channels[] = {color.red, color.green, color.blue};
    for (std::size_t channel = 0; channel < 3; ++channel)
        at[channel] = static_cast<std::uint8_t>(std::lround(std::clamp(
            channels[channel] * 255 + static_cast<float>(at[channel]) * (1 - color.alpha), 0.0F,
            255.0F)));
}
