#include "ui/draw_frame.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace ui {

namespace {

TextureChange change_of(TextureAction action, ImTextureData& texture, const ImTextureRect& rect) {
    const bool has_pixels = action != TextureAction::destroy;
    return {
        .action = action,
        .texture = texture.TexID,
        .format = texture.Format == ImTextureFormat_Alpha8 ? TextureFormat::coverage
                                                           : TextureFormat::color,
        .x = rect.x,
        .y = rect.y,
        .width = rect.w,
        .height = rect.h,
        .pixels = has_pixels ? static_cast<const std::uint8_t*>(texture.GetPixelsAt(rect.x, rect.y))
                             : nullptr,
        .pitch = texture.GetPitch(),
    };
}

ImTextureRect whole(const ImTextureData& texture) {
    ImTextureRect rect{};
    rect.w = static_cast<unsigned short>(texture.Width);
    rect.h = static_cast<unsigned short>(texture.Height);
    return rect;
}

} // namespace

DrawFrame FrameBuilder::build(ImDrawData& data, std::span<const ShapeRow> shapes, Rgba background) {
    std::swap(now_, before_);
    now_.vertices.clear();
    now_.indices.clear();
    now_.batches.clear();
    now_.shapes.assign(shapes.begin(), shapes.end());
    now_.background = background;
    changes_.clear();
    collect_textures(data);

    const float scale = data.FramebufferScale.x;
    const auto pixels = [scale](float value) {
        return static_cast<std::int32_t>(std::lround(value * scale));
    };
    const std::int32_t width = pixels(data.DisplaySize.x);
    const std::int32_t height = pixels(data.DisplaySize.y);
    for (const ImDrawList* list : data.CmdLists) {
        const auto vertex_base = static_cast<std::uint32_t>(now_.vertices.size());
        const auto index_base = static_cast<std::uint32_t>(now_.indices.size());
        static_assert(sizeof(ImDrawVert) == sizeof(Vertex));
        now_.vertices.resize(vertex_base + static_cast<std::size_t>(list->VtxBuffer.Size));
        if (list->VtxBuffer.Size > 0)
            std::memcpy(now_.vertices.data() + vertex_base, list->VtxBuffer.Data,
                        static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
        for (const ImDrawIdx index : list->IdxBuffer)
            now_.indices.push_back(vertex_base + index);
        for (const ImDrawCmd& command : list->CmdBuffer) {
            const std::int32_t left = std::clamp(pixels(command.ClipRect.x), 0, width);
            const std::int32_t top = std::clamp(pixels(command.ClipRect.y), 0, height);
            const std::int32_t right = std::clamp(pixels(command.ClipRect.z), left, width);
            const std::int32_t bottom = std::clamp(pixels(command.ClipRect.w), top, height);
            append_batch({.texture = command.GetTexID(),
                          .first_index = index_base + command.IdxOffset,
                          .index_count = command.ElemCount,
                          .clip_x = left,
                          .clip_y = top,
                          .clip_width = right - left,
                          .clip_height = bottom - top});
        }
    }
    now_.width = width;
    now_.height = height;
    return {.vertices = now_.vertices,
            .indices = now_.indices,
            .shapes = now_.shapes,
            .batches = now_.batches,
            .texture_changes = changes_,
            .is_as_before = changes_.empty() && now_ == before_,
            .width = width,
            .height = height,
            .scale = scale,
            .background = background};
}

void FrameBuilder::append_batch(const Batch& batch) {
    if (batch.index_count == 0 || batch.clip_width == 0 || batch.clip_height == 0) return;
    if (!now_.batches.empty()) {
        Batch& last = now_.batches.back();
        if (last.texture == batch.texture && last.clip_x == batch.clip_x &&
            last.clip_y == batch.clip_y && last.clip_width == batch.clip_width &&
            last.clip_height == batch.clip_height &&
            last.first_index + last.index_count == batch.first_index) {
            last.index_count += batch.index_count;
            return;
        }
    }
    now_.batches.push_back(batch);
}

void FrameBuilder::collect_textures(ImDrawData& data) {
    if (data.Textures != nullptr)
        for (ImTextureData* texture : *data.Textures)
            collect_atlas(*texture);
    for (Image& image : images_) {
        if (image.is_created) continue;
        image.is_created = true;
        changes_.push_back({.action = TextureAction::create,
                            .texture = image.id,
                            .format = TextureFormat::color,
                            .x = 0,
                            .y = 0,
                            .width = image.width,
                            .height = image.height,
                            .pixels = image.rgba.data(),
                            .pitch = image.width * 4});
    }
    for (const TextureId id : removed_)
        changes_.push_back({.action = TextureAction::destroy, .texture = id});
    removed_.clear();
}

void FrameBuilder::collect_atlas(ImTextureData& texture) {
    switch (texture.Status) {
    case ImTextureStatus_OK:
    case ImTextureStatus_Destroyed: break;
    case ImTextureStatus_WantCreate:
        texture.SetTexID(next_id_++);
        changes_.push_back(change_of(TextureAction::create, texture, whole(texture)));
        texture.SetStatus(ImTextureStatus_OK);
        break;
    case ImTextureStatus_WantUpdates:
        for (const ImTextureRect& rect : texture.Updates)
            changes_.push_back(change_of(TextureAction::update, texture, rect));
        texture.SetStatus(ImTextureStatus_OK);
        break;
    case ImTextureStatus_WantDestroy:
        // A texture may still be drawn in the frame that retires it.
        if (texture.UnusedFrames == 0) break;
        changes_.push_back(change_of(TextureAction::destroy, texture, {}));
        texture.SetTexID(ImTextureID_Invalid);
        texture.SetStatus(ImTextureStatus_Destroyed);
        break;
    }
}

TextureId FrameBuilder::add_image(std::span<const std::uint8_t> rgba, std::int32_t width,
                                  std::int32_t height) {
    const TextureId id = next_id_++;
    Image image{.id = id, .rgba = {rgba.begin(), rgba.end()}, .width = width, .height = height};
    // The card blends premultiplied colours: 200 at half opacity becomes 100.
    for (std::size_t at = 0; at + 3 < image.rgba.size(); at += 4)
        for (std::size_t channel = 0; channel < 3; ++channel) {
            std::uint8_t& value = image.rgba[at + channel];
            value = static_cast<std::uint8_t>((value * image.rgba[at + 3] + 127) / 255);
        }
    images_.push_back(std::move(image));
    return id;
}

void FrameBuilder::remove_image(TextureId image) {
    std::erase_if(images_, [image](const Image& each) { return each.id == image; });
    removed_.push_back(image);
}

void FrameBuilder::forget_textures(ImDrawData& data) {
    if (data.Textures != nullptr)
        for (ImTextureData* texture : *data.Textures)
            if (texture->Status == ImTextureStatus_OK ||
                texture->Status == ImTextureStatus_WantUpdates)
                texture->SetStatus(ImTextureStatus_WantCreate);
    for (Image& image : images_)
        image.is_created = false;
    removed_.clear();
}

} // namespace ui
