// The drawing side of a window: ImGui's context, the fonts, the painter and the finished frame.
//
// Between begin and end everything is drawn with the painter. ImGui lays out nothing and receives
// no input here: it keeps the glyph atlas and the draw list. One at a time (ImGui's context is
// global).
#pragma once

#include "ui/draw_frame.h"
#include "ui/environment.h"
#include "ui/painter.h"
#include "ui/text.h"

#include <memory>
#include <span>

struct ImFontAtlas;
struct ImGuiContext;

namespace ui {

class Picture {
  public:
    Picture();
    ~Picture();
    Picture(const Picture&) = delete;
    Picture& operator=(const Picture&) = delete;

    [[nodiscard]] Fonts& fonts() { return *fonts_; }
    [[nodiscard]] ImFontAtlas& atlas();

    // `seconds` since the last frame, more than 0.
    [[nodiscard]] Painter& begin(const Environment& environment, const Theme& theme, float seconds);
    // The frame's bytes for the graphics card; they live until the next begin.
    [[nodiscard]] DrawFrame end();

    // The graphics context was lost: the next frame brings every texture anew.
    void forget_textures();
    [[nodiscard]] FrameBuilder& images() { return builder_; }

  private:
    ImGuiContext* context_;
    std::unique_ptr<Fonts> fonts_;
    std::unique_ptr<Painter> painter_;
    FrameBuilder builder_;
    bool textures_are_lost_ = false;
};

// The theme that the person's settings ask for.
[[nodiscard]] Theme theme_of(const Environment& environment);

} // namespace ui
