#include "platform/native/assets.h"

#include <fstream>
#include <ios>

namespace platform {

Assets::State FileAssets::request(std::string_view name) {
    return std::ifstream(path_of(name)).good() ? State::here : State::unreachable;
}

std::vector<std::byte> FileAssets::take(std::string_view name) {
    std::ifstream file(path_of(name), std::ios::binary | std::ios::ate);
    if (!file.good()) return {};
    std::vector<std::byte> bytes(static_cast<std::size_t>(file.tellg()));
    file.seekg(0);
    file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!file.good()) return {};
    return bytes;
}

std::string FileAssets::path_of(std::string_view name) const {
    return folder_ + "/" + std::string(name);
}

} // namespace platform
