// Files of the build as a test lays them out.
#pragma once

#include "platform/ports/assets.h"

#include <map>
#include <string>

namespace platform {

class SimAssets final : public Assets {
  public:
    State request(std::string_view name) override {
        if (is_unreachable) return State::unreachable;
        return files.contains(std::string(name)) ? State::here : State::fetching;
    }
    [[nodiscard]] std::vector<std::byte> take(std::string_view name) override {
        const auto found = files.find(std::string(name));
        return found == files.end() ? std::vector<std::byte>() : found->second;
    }
    void put(std::string_view name, std::string_view text) {
        const auto* const bytes = reinterpret_cast<const std::byte*>(text.data());
        files[std::string(name)] = {bytes, bytes + text.size()};
    }

    std::map<std::string, std::vector<std::byte>> files;
    bool is_unreachable = false;
};

} // namespace platform
