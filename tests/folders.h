// Where this checkout and this build stand. Only folders.cpp is told, so that every other file
// compiles to the same in any checkout, and the compiler's cache knows it again.
#pragma once

#include <string>
#include <string_view>

namespace folders {

// "<checkout>/path", "<build>/path"; the folder itself without a path.
std::string in_checkout(std::string_view path = {});
std::string in_build(std::string_view path = {});

} // namespace folders
