// One frame as the graphics card wants it: vertices, indices, shapes, batches, texture changes.
//
// Made from ImGui's draw data so that whoever speaks to the card (platform/web/gl_renderer) needs
// no ImGui and stays small. Neighbouring commands with the same texture and clip become one batch.
// The spans live until the next frame starts. Texture ids are ours, given here, never reused.
#pragma once

#include "ui/painter.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

struct ImDrawData;
struct ImTextureData;

namespace ui {

using TextureId = std::uint64_t;

struct Vertex {
    float x, y; // CSS pixels.
    float u, v;
    std::uint32_t color; // Bytes red, green, blue, alpha.
    bool operator==(const Vertex&) const = default;
};
static_assert(sizeof(Vertex) == 20);

struct Batch {
    TextureId texture;
    std::uint32_t first_index;
    std::uint32_t index_count;
    // Device pixels from the top left.
    std::int32_t clip_x, clip_y, clip_width, clip_height;
    bool operator==(const Batch&) const = default;
};

enum class TextureFormat : std::uint8_t { coverage, color }; // One byte a texel, or four.
enum class TextureAction : std::uint8_t { create, update, destroy };

// `pixels` begin at the first texel of the rectangle; rows are `pitch` bytes apart.
struct TextureChange {
    TextureAction action;
    TextureId texture;
    TextureFormat format;
    std::int32_t x, y, width, height;
    const std::uint8_t* pixels;
    std::int32_t pitch;
};

struct DrawFrame {
    std::span<const Vertex> vertices;
    std::span<const std::uint32_t> indices;
    std::span<const ShapeRow> shapes;
    std::span<const Batch> batches;
    std::span<const TextureChange> texture_changes;
    // Nothing to be seen differs from the frame before, and no texture changed.
    bool is_as_before = false;
    std::int32_t width = 0; // Device pixels.
    std::int32_t height = 0;
    float scale = 1;
    Rgba background = 0;
};

class FrameBuilder {
  public:
    // `data` is ImGui::GetDrawData() after Render; its texture requests are taken as fulfilled.
    [[nodiscard]] DrawFrame build(ImDrawData& data, std::span<const ShapeRow> shapes,
                                  Rgba background);

    // An image of ours, `width` x `height` texels of red, green, blue, alpha (straight); copied.
    [[nodiscard]] TextureId add_image(std::span<const std::uint8_t> rgba, std::int32_t width,
                                      std::int32_t height);
    void remove_image(TextureId image);

    // The graphics context was lost: every texture is created anew with the next frame.
    void forget_textures(ImDrawData& data);

  private:
    struct Image {
        TextureId id;
        std::vector<std::uint8_t> rgba;
        std::int32_t width;
        std::int32_t height;
        bool is_created = false;
    };

    void collect_textures(ImDrawData& data);
    void collect_atlas(ImTextureData& texture);
    void append_batch(const Batch& batch);

    // What is compared with the frame before.
    struct Drawing {
        std::vector<Vertex> vertices;
        std::vector<std::uint32_t> indices;
        std::vector<ShapeRow> shapes;
        std::vector<Batch> batches;
        std::int32_t width = 0;
        std::int32_t height = 0;
        Rgba background = 0;
        bool operator==(const Drawing&) const = default;
    };

    Drawing now_;
    Drawing before_;
    std::vector<TextureChange> changes_;
    std::vector<Image> images_;
    std::vector<TextureId> removed_;
    TextureId next_id_ = 1;
};

} // namespace ui
