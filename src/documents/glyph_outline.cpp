#include "documents/glyph_outline.h"

#include <hb.h>

namespace documents {

namespace {

using Kind = OutlineStep::Kind;

std::vector<OutlineStep>& steps_of(void* data) {
    return *static_cast<std::vector<OutlineStep>*>(data);
}

void move_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    steps_of(data).push_back({Kind::move, {{x, y}, {}, {}}});
}

void line_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    steps_of(data).push_back({Kind::line, {{x, y}, {}, {}}});
}

void quadratic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float control_x, float control_y,
                  float x, float y, void*) {
    steps_of(data).push_back({Kind::quadratic, {{control_x, control_y}, {x, y}, {}}});
}

void cubic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float first_x, float first_y,
              float second_x, float second_y, float x, float y, void*) {
    steps_of(data).push_back({Kind::cubic, {{first_x, first_y}, {second_x, second_y}, {x, y}}});
}

void close_path(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
    steps_of(data).push_back({Kind::close, {}});
}

} // namespace

std::vector<OutlineStep> glyph_outline(const FontSet& fonts, Face face, std::uint16_t glyph) {
    std::vector<OutlineStep> steps;
    hb_draw_funcs_t* const draw = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(draw, move_to, nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(draw, line_to, nullptr, nullptr);
    hb_draw_funcs_set_quadratic_to_func(draw, quadratic_to, nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(draw, cubic_to, nullptr, nullptr);
    hb_draw_funcs_set_close_path_func(draw, close_path, nullptr, nullptr);
    hb_font_draw_glyph(fonts.font(face), glyph, draw, &steps);
    hb_draw_funcs_destroy(draw);
    return steps;
}

} // namespace documents
