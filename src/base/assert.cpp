#include "base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace base {

namespace {

void print_and_trap(const char* condition, const char* file, int line) {
    std::fprintf(stderr, "%s:%d: assertion failed: %s\n", file, line, condition);
    std::abort();
}

// The one global of the program: an assertion has no way to be handed a reference.
constinit AssertionHandler assertion_handler = print_and_trap;

} // namespace

void set_assertion_handler(AssertionHandler handler) { assertion_handler = handler; }

void assertion_failed(const char* condition, const char* file, int line) {
    assertion_handler(condition, file, line);
    std::abort();
}

} // namespace base
