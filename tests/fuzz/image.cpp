// A logo is a file from outside: whatever its bytes, it is read or refused.
#include "documents/image.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::span file(reinterpret_cast<const std::byte*>(data), size);
    const auto pixels = documents::read_png(file);
    if (pixels) {
        const auto count = static_cast<std::size_t>(pixels->size.width) *
                           static_cast<std::size_t>(pixels->size.height);
        if (pixels->colour.size() != count * static_cast<std::size_t>(pixels->channels)) {
            __builtin_trap();
        }
    }
    (void)documents::read_jpeg(file);
    return 0;
}
