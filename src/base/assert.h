// Assertions that stay on in release: a bug stops the program with the book intact.
//
// The failure handler is a plain function pointer set once by main (the page shows a message and
// offers the unsaved queue; tests and the command line print and abort). It must not return.
#pragma once

namespace base {

using AssertionHandler = void (*)(const char* condition, const char* file, int line);

// Replaces the handler; called once, by main. Default: prints to standard error and traps.
void set_assertion_handler(AssertionHandler handler);

[[noreturn]] void assertion_failed(const char* condition, const char* file, int line);

} // namespace base

#define ASSERT(condition)                                                                          \
    do {                                                                                           \
        if (!(condition)) [[unlikely]]                                                             \
            ::base::assertion_failed(#condition, __FILE_NAME__, __LINE__);                         \
    } while (false)

#define UNREACHABLE() ::base::assertion_failed("unreachable", __FILE_NAME__, __LINE__)
