// Files of the program that its first screen does not need: faces of other scripts, the sample.
//
// They come from where the program came from and are kept for use without a network. Asking is
// free: a file that is on its way is not asked for twice. A frame runs when one has come.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace platform {

class Assets {
  public:
    enum class State : std::uint8_t {
        fetching,
        here,
        unreachable, // No network and not kept; the next `request` tries again.
    };

    virtual ~Assets() = default;
    // Asks for a file by its name within the build ("fonts/noto-jp-400.ttf").
    virtual State request(std::string_view name) = 0;
    // The bytes of a file that is here; given away once, empty otherwise.
    [[nodiscard]] virtual std::vector<std::byte> take(std::string_view name) = 0;
};

} // namespace platform
