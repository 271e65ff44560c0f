// The page's side of the web platform: every function here is JavaScript, one each, in
// web/page.library.js, web/input.library.js and web/mirror.library.js.
//
// Strings are UTF-8 with a length, not terminated. `context` is handed back with every event (the
// functions at the end of shim.cpp).
#pragma once

#include <cstddef>

extern "C" {

// web/page.library.js
void host_take_canvas(); // Before SDL: it looks for the canvas in Emscripten's module.
void host_start(void* context);
// Files of the build that were fetched before the program started; size 0 if there is none.
std::size_t host_file_size(const char* name, std::size_t size);
void host_read_file(const char* name, std::size_t size, void* bytes);
void host_presented(); // The first frame is on the screen: the skeleton goes.
void host_fault(const char* kind, std::size_t kind_size, const char* text, std::size_t size);
void host_request_frame();
void host_set_timer(double at_ms); // Steady clock; a negative time clears it.
void host_set_title(const char* title, std::size_t size);
void host_push_address(const char* hash, std::size_t size, int depth);
void host_replace_address(const char* hash, std::size_t size, int depth);
void host_go_back(int steps);
void host_ask_before_leaving(int asks);
void host_reload();
void host_set_background(unsigned colour, int is_dark);
void host_show_veil(int shown);
void host_write_clipboard(const char* text, std::size_t size);
void host_open_file(unsigned request, const char* accept, std::size_t size);
void host_save_file(const char* name, std::size_t name_size, const char* type,
                    std::size_t type_size, const void* bytes, std::size_t size);
void host_print(const void* pdf, std::size_t size);

// web/input.library.js
void host_listen(void* context);

// web/mirror.library.js
void host_start_mirror(void* context);
void host_add_font(int weight, const void* file, std::size_t size);
void host_apply_patch(const void* patch, std::size_t size);
}
