// A logo as a person brings it, a PNG or JPEG file, checked before it goes anywhere; and the one
// that is in the book.
#pragma once

#include "base/bytes.h"
#include "base/hash.h"
#include "base/result.h"
#include "documents/image.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace app {
class App;
}

namespace ui {

struct LogoFile {
    std::string name; // Of the file.
    std::string media_type;
    documents::ImageSize size;
    base::Bytes bytes;
};

inline constexpr std::size_t logo_bytes_max = 512 * 1024;
// What a file dialog offers.
inline constexpr std::string_view logo_accept = "image/png,image/jpeg,.png,.jpg,.jpeg";

// The logo that documents carry, out of the book; none where there is none or it is not here.
[[nodiscard]] std::optional<documents::Image> kept_logo(app::App& app,
                                                        const std::optional<base::Digest>& logo);

// Errors at the field "logo": bad_image, image_too_large.
[[nodiscard]] base::Result<LogoFile> read_logo(std::string name, std::span<const std::byte> file);

} // namespace ui
