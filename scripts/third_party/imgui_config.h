// Dear ImGui's compile-time choices, the same in the archive and in every file that includes it.
//
// 32-bit indices (a long table has more than 65,536 vertices, and WebGL2 has no vertex offset);
// no demo, tools, old names, files or built-in font. A failed IM_ASSERT goes where ours go: the
// page shows it and the book stays intact. The page's archive keeps only file and line.
#pragma once

#define ImDrawIdx unsigned int
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS

namespace base {
[[noreturn]] void assertion_failed(const char* condition, const char* file, int line);
}

#ifdef IMGUI_SHORT_ASSERTIONS
#define IM_ASSERT(condition)                                                                       \
    ((condition) ? (void)0 : ::base::assertion_failed("imgui", __FILE_NAME__, __LINE__))
#else
#define IM_ASSERT(condition)                                                                       \
    ((condition) ? (void)0 : ::base::assertion_failed(#condition, __FILE_NAME__, __LINE__))
#endif
