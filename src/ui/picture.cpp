#include "ui/picture.h"

#include "ui/shaped_text.h"

#include <imgui.h>

namespace ui {

Picture::Picture() : context_(ImGui::CreateContext()) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    fonts_ = std::make_unique<Fonts>(*io.Fonts);
    painter_ = std::make_unique<Painter>(*fonts_);
}

Picture::~Picture() {
    painter_.reset();
    fonts_.reset();
    ImGui::DestroyContext(context_);
}

ImFontAtlas& Picture::atlas() { return *ImGui::GetIO().Fonts; }

Painter& Picture::begin(const Environment& environment, const Theme& theme, float seconds) {
    ImGuiIO& io = ImGui::GetIO();
    const float ratio = environment.device_pixel_ratio;
    io.DisplaySize = ImVec2(environment.size.x, environment.size.y);
    io.DisplayFramebufferScale = ImVec2(ratio, ratio);
    io.DeltaTime = seconds;
    fonts_->set_scale(ratio);
    if (ShapedText* shaped = fonts_->shaped()) shaped->begin_frame();
    ImGui::NewFrame();
    painter_->begin(*ImGui::GetBackgroundDrawList(), theme,
                    {0, 0, environment.size.x, environment.size.y});
    return *painter_;
}

DrawFrame Picture::end() {
    const Rgba background = painter_->theme()[Color::bg];
    painter_->end();
    ImGui::Render();
    ImDrawData& data = *ImGui::GetDrawData();
    if (textures_are_lost_) {
        textures_are_lost_ = false;
        builder_.forget_textures(data);
    }
    return builder_.build(data, painter_->shapes(), background);
}

void Picture::forget_textures() { textures_are_lost_ = true; }

Theme theme_of(const Environment& environment) {
    Theme theme;
    if (environment.prefers_more_contrast || environment.forced_colours)
        theme.appearance = Appearance::high_contrast;
    else if (environment.prefers_dark)
        theme.appearance = Appearance::dark;
    theme.density = environment.coarse_pointer ? Density::touch : Density::mouse;
    theme.motion = environment.reduced_motion ? Motion::reduced : Motion::full;
    return theme;
}

} // namespace ui
