#include "folders.h"

namespace folders {

namespace {

std::string joined(std::string folder, std::string_view path) {
    if (!path.empty()) folder.append("/").append(path);
    return folder;
}

} // namespace

std::string in_checkout(std::string_view path) { return joined(FOLIO_SOURCE, path); }

std::string in_build(std::string_view path) { return joined(FOLIO_BUILD, path); }

} // namespace folders
