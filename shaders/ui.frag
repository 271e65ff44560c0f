#version 300 es
// Everything the interface shows, in one pass: a vertex whose u is 2 or more names a shape (rounded
// box, soft shadow, arc) described by four texels of u_shapes; any other samples u_texture, which
// is the glyph atlas (coverage in red) or an image. Output is premultiplied.
precision highp float;
precision highp int;

uniform sampler2D u_texture;
uniform highp sampler2D u_shapes;
uniform bool u_coverage; // u_texture holds coverage, not colour.

in vec2 v_position;
in vec2 v_uv;
in vec4 v_color;

out vec4 o_color;

const float pi = 3.14159265;

vec4 premultiplied(vec4 color) { return vec4(color.rgb * color.a, color.a); }

// Signed distance to a box with a radius for each corner, clockwise from the top left.
float rounded_box(vec2 point, vec2 half_size, vec4 radii) {
    vec2 left_right = point.y < 0.0 ? radii.xy : radii.wz;
    float radius = point.x < 0.0 ? left_right.x : left_right.y;
    vec2 corner = abs(point) - half_size + radius;
    return min(max(corner.x, corner.y), 0.0) + length(max(corner, 0.0)) - radius;
}

// A box with its border drawn inside its edge.
vec4 box(vec2 point, vec2 half_size, vec4 radii, float border_width, vec4 border) {
    float outer = clamp(0.5 - rounded_box(point, half_size, radii), 0.0, 1.0);
    vec4 fill = premultiplied(v_color);
    if (border_width <= 0.0) return fill * outer;
    vec2 inner_half = half_size - border_width;
    vec4 inner_radii = max(radii - border_width, 0.0);
    float inner = clamp(0.5 - rounded_box(point, inner_half, inner_radii), 0.0, 1.0);
    // The border covers its own ring only, so that a see-through fill stays see-through.
    return fill * inner + premultiplied(border) * max(outer - inner, 0.0);
}

// Integral of a Gaussian, after Abramowitz and Stegun 7.1.27 (error below 5e-4).
vec2 gauss_integral(vec2 x) {
    vec2 s = sign(x);
    vec2 a = abs(x);
    x = 1.0 + (0.278393 + (0.230389 + 0.078108 * (a * a)) * a) * a;
    x *= x;
    return s - s / (x * x);
}

// Coverage of one horizontal slice of a blurred rounded box.
float shadow_slice(float x, float y, float sigma, float corner, vec2 half_size) {
    float delta = min(half_size.y - corner - abs(y), 0.0);
    float curved = half_size.x - corner + sqrt(max(0.0, corner * corner - delta * delta));
    vec2 integral = 0.5 + 0.5 * gauss_integral((x + vec2(-curved, curved)) * (0.70710678 / sigma));
    return integral.y - integral.x;
}

float shadow(vec2 point, vec2 half_size, float sigma, float corner) {
    float low = point.y - half_size.y;
    float high = point.y + half_size.y;
    float start = clamp(-3.0 * sigma, low, high);
    float end = clamp(3.0 * sigma, low, high);
    const int steps = 6;
    float height = (end - start) / float(steps);
    float y = start + height * 0.5;
    float sum = 0.0;
    for (int i = 0; i < steps; ++i) {
        float weight = exp(-(y * y) / (2.0 * sigma * sigma)) / (2.50662827 * sigma);
        sum += shadow_slice(point.x, point.y - y, sigma, corner, half_size) * weight * height;
        y += height;
    }
    return sum;
}

// A ring cut open: `start` and `sweep` in radians, clockwise from the top, with round ends.
float arc(vec2 point, float radius, float width, float start, float sweep) {
    float middle = start + sweep * 0.5;
    float s = sin(middle);
    float c = cos(middle);
    vec2 turned = vec2(point.x * c + point.y * s, point.x * s - point.y * c);
    turned.x = abs(turned.x);
    vec2 end = vec2(sin(sweep * 0.5), cos(sweep * 0.5)) * radius;
    bool within = atan(turned.x, turned.y) <= sweep * 0.5;
    float distance_to = within ? abs(length(turned) - radius) : length(turned - end);
    return clamp(0.5 + width * 0.5 - distance_to, 0.0, 1.0);
}

vec4 shape(int index) {
    int first = index * 4;
    ivec2 at = ivec2(first % 1024, first / 1024);
    vec4 place = texelFetch(u_shapes, at, 0); // Centre, half size.
    vec4 radii = texelFetch(u_shapes, at + ivec2(1, 0), 0);
    vec4 detail = texelFetch(u_shapes, at + ivec2(2, 0), 0); // Border width, kind, two more.
    vec4 border = texelFetch(u_shapes, at + ivec2(3, 0), 0);
    vec2 point = v_position - place.xy;
    if (detail.y < 0.5) return box(point, place.zw, radii, detail.x, border);
    if (detail.y < 1.5)
        return premultiplied(v_color) * shadow(point, place.zw, detail.z, radii.x);
    return premultiplied(v_color) * arc(point, place.z, detail.x, detail.z, detail.w);
}

void main() {
    if (v_uv.x >= 2.0) {
        o_color = shape(int(v_uv.x - 1.5));
        return;
    }
    vec4 texel = texture(u_texture, v_uv);
    o_color = u_coverage ? premultiplied(v_color) * texel.r : premultiplied(v_color) * texel;
}
