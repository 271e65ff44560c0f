#version 300 es
// Positions come in CSS pixels; the fragment shader works in device pixels from the top left.
layout(location = 0) in vec2 a_position;
layout(location = 1) in vec2 a_uv;
layout(location = 2) in vec4 a_color;

uniform vec2 u_viewport; // Device pixels.
uniform float u_scale;   // Device pixels in a CSS pixel.

out vec2 v_position;
out vec2 v_uv;
out vec4 v_color;

void main() {
    v_position = a_position * u_scale;
    v_uv = a_uv;
    v_color = a_color;
    vec2 clip = v_position / u_viewport * 2.0 - 1.0;
    gl_Position = vec4(clip.x, -clip.y, 0.0, 1.0);
}
