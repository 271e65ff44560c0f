#include "platform/web/canvas.h"

#include "platform/web/host.h"

#include <SDL.h>
#include <emscripten/html5.h>

// SDL looks up GL functions by name, which would link every function of WebGL2 into the page; we
// call ours directly and SDL draws nothing.
extern "C" void* eglGetProcAddress(const char*) { return nullptr; }

namespace platform {

bool open_canvas() {
    host_take_canvas();
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return false;
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
    // The window lives as long as the page; nothing of SDL is used after this function.
    SDL_Window* const window = SDL_CreateWindow("Folio", 0, 0, 16, 16, SDL_WINDOW_OPENGL);
    if (window == nullptr || SDL_GL_CreateContext(window) == nullptr) return false;
    emscripten_html5_remove_all_event_listeners();
    return true;
}

} // namespace platform
