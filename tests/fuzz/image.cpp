// A logo is a file from outside: whatever its bytes, it is read or refused.
#include "documents/image_texels.h"

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
    // A head of a few bytes may ask for millions of texels: only small ones are worth the time.
    const auto head = documents::read_jpeg(file);
    if (head && head->size.width <= 128 && head->size.height <= 128)
        (void)documents::image_texels(
            {.format = documents::ImageFormat::jpeg, .bytes = {file.begin(), file.end()}});
    return 0;
}
