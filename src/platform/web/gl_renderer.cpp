#include "platform/web/gl_renderer.h"

#include <GLES3/gl3.h>

#include <algorithm>
#include <cstddef>

namespace platform {

namespace {

constexpr char vertex_source[] = {
#embed "../../../shaders/ui.vert" suffix(, 0)
};
constexpr char fragment_source[] = {
#embed "../../../shaders/ui.frag" suffix(, 0)
};

// Texels a row of the table of shapes; ui.frag divides by the same number.
constexpr std::int32_t shape_texels = 1024;
constexpr std::size_t shapes_in_row = shape_texels / 4;

GLuint compile(GLenum kind, const char* source) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    GLint compiled = GL_FALSE;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &compiled);
    return compiled == GL_TRUE ? shader : 0;
}

GLuint link() {
    const GLuint vertex = compile(GL_VERTEX_SHADER, vertex_source);
    const GLuint fragment = compile(GL_FRAGMENT_SHADER, fragment_source);
    if (vertex == 0 || fragment == 0) return 0;
    const GLuint program = glCreateProgram();
    glAttachShader(program, vertex);
    glAttachShader(program, fragment);
    glLinkProgram(program);
    glDeleteShader(vertex);
    glDeleteShader(fragment);
    GLint linked = GL_FALSE;
    glGetProgramiv(program, GL_LINK_STATUS, &linked);
    return linked == GL_TRUE ? program : 0;
}

const void* buffer_offset(std::size_t bytes) { return reinterpret_cast<const void*>(bytes); }

template <typename T>
void upload(GLenum target, std::span<const T> values) {
    glBufferData(target, static_cast<GLsizeiptr>(values.size_bytes()), values.data(),
                 GL_STREAM_DRAW);
}

void clamp_and_filter(GLint filter) {
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

float channel(ui::Rgba color, unsigned shift) {
    return static_cast<float>(color >> shift & 0xFFU) / 255;
}

} // namespace

bool GlRenderer::create() {
    *this = GlRenderer();
    program_ = link();
    if (program_ == 0) return false;
    glUseProgram(program_);
    viewport_location_ = glGetUniformLocation(program_, "u_viewport");
    scale_location_ = glGetUniformLocation(program_, "u_scale");
    coverage_location_ = glGetUniformLocation(program_, "u_coverage");
    glUniform1i(glGetUniformLocation(program_, "u_texture"), 0);
    glUniform1i(glGetUniformLocation(program_, "u_shapes"), 1);

    glGenVertexArrays(1, &vertex_array_);
    glGenBuffers(1, &vertex_buffer_);
    glGenBuffers(1, &index_buffer_);
    glBindVertexArray(vertex_array_);
    glBindBuffer(GL_ARRAY_BUFFER, vertex_buffer_);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, index_buffer_);
    constexpr GLsizei stride = sizeof(ui::Vertex);
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, stride, buffer_offset(0));
    glEnableVertexAttribArray(1);
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, stride, buffer_offset(offsetof(ui::Vertex, u)));
    glEnableVertexAttribArray(2);
    glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride,
                          buffer_offset(offsetof(ui::Vertex, color)));

    glGenTextures(1, &shape_texture_);
    glActiveTexture(GL_TEXTURE1);
    glBindTexture(GL_TEXTURE_2D, shape_texture_);
    clamp_and_filter(GL_NEAREST);
    glActiveTexture(GL_TEXTURE0);
    return true;
}

void GlRenderer::apply(const ui::TextureChange& change) {
    if (change.action == ui::TextureAction::destroy) {
        if (const auto found = textures_.find(change.texture); found != textures_.end()) {
            glDeleteTextures(1, &found->second.name);
            textures_.erase(found);
        }
        return;
    }
    const bool coverage = change.format == ui::TextureFormat::coverage;
    const GLenum layout = coverage ? GL_RED : GL_RGBA;
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, change.pitch / (coverage ? 1 : 4));
    if (change.action == ui::TextureAction::create) {
        GLuint name = 0;
        glGenTextures(1, &name);
        textures_[change.texture] = {name, change.format};
        glBindTexture(GL_TEXTURE_2D, name);
        clamp_and_filter(GL_LINEAR);
        glTexImage2D(GL_TEXTURE_2D, 0, coverage ? GL_R8 : GL_RGBA8, change.width, change.height, 0,
                     layout, GL_UNSIGNED_BYTE, change.pixels);
    } else if (const auto found = textures_.find(change.texture); found != textures_.end()) {
        glBindTexture(GL_TEXTURE_2D, found->second.name);
        glTexSubImage2D(GL_TEXTURE_2D, 0, change.x, change.y, change.width, change.height, layout,
                        GL_UNSIGNED_BYTE, change.pixels);
    }
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
}

void GlRenderer::upload_shapes(const ui::DrawFrame& frame) {
    const std::size_t rows = (frame.shapes.size() + shapes_in_row - 1) / shapes_in_row;
    padded_.assign(frame.shapes.begin(), frame.shapes.end());
    padded_.resize(rows * shapes_in_row);
    glActiveTexture(GL_TEXTURE1);
    glBindTexture(GL_TEXTURE_2D, shape_texture_);
    const auto height = static_cast<GLsizei>(rows);
    if (height > shape_rows_) {
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA32F, shape_texels, height, 0, GL_RGBA, GL_FLOAT,
                     padded_.data());
        shape_rows_ = height;
    } else if (height > 0) {
        glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, shape_texels, height, GL_RGBA, GL_FLOAT,
                        padded_.data());
    }
    glActiveTexture(GL_TEXTURE0);
}

void GlRenderer::apply(std::span<const ui::TextureChange> changes) {
    for (const ui::TextureChange& change : changes)
        apply(change);
}

void GlRenderer::draw(const ui::DrawFrame& frame) {
    upload_shapes(frame);

    glViewport(0, 0, frame.width, frame.height);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(channel(frame.background, 24), channel(frame.background, 16),
                 channel(frame.background, 8), 1);
    glClear(GL_COLOR_BUFFER_BIT);
    if (frame.batches.empty()) return;

    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glEnable(GL_SCISSOR_TEST);
    glUseProgram(program_);
    glUniform2f(viewport_location_, static_cast<float>(frame.width),
                static_cast<float>(frame.height));
    glUniform1f(scale_location_, frame.scale);
    glBindVertexArray(vertex_array_);
    glBindBuffer(GL_ARRAY_BUFFER, vertex_buffer_);
    upload(GL_ARRAY_BUFFER, frame.vertices);
    upload(GL_ELEMENT_ARRAY_BUFFER, frame.indices);
    for (const ui::Batch& batch : frame.batches) {
        const auto texture = textures_.find(batch.texture);
        const bool known = texture != textures_.end();
        glBindTexture(GL_TEXTURE_2D, known ? texture->second.name : 0);
        glUniform1i(coverage_location_,
                    known && texture->second.format == ui::TextureFormat::coverage);
        // GL counts from the bottom.
        glScissor(batch.clip_x, frame.height - batch.clip_y - batch.clip_height, batch.clip_width,
                  batch.clip_height);
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(batch.index_count), GL_UNSIGNED_INT,
                       buffer_offset(batch.first_index * sizeof(std::uint32_t)));
    }
}

} // namespace platform
