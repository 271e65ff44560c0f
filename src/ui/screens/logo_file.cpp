#include "ui/screens/logo_file.h"

#include "app/app.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ui {

std::optional<documents::Image> kept_logo(app::App& app, const std::optional<base::Digest>& logo) {
    if (!logo) return std::nullopt;
    const auto attachment = app.attachment(*logo);
    if (!attachment || !*attachment) return std::nullopt;
    documents::Image image{.format = (*attachment)->media_type == "image/jpeg"
                                         ? documents::ImageFormat::jpeg
                                         : documents::ImageFormat::png,
                           .bytes = {}};
    std::ranges::transform((*attachment)->bytes, std::back_inserter(image.bytes),
                           [](std::uint8_t byte) { return std::byte{byte}; });
    return image;
}

base::Result<LogoFile> read_logo(std::string name, std::span<const std::byte> file) {
    if (file.size() > logo_bytes_max) return base::fail(base::Code::image_too_large, "logo");
    const auto format = documents::image_format(file);
    if (!format) return base::fail(base::Code::bad_image, "logo");
    const documents::Image image{.format = *format, .bytes = {file.begin(), file.end()}};
    const auto size = documents::image_size(image);
    if (!size) return base::fail(base::Error{size.error().code, "logo", size.error().detail, {}});
    const bool is_png = *format == documents::ImageFormat::png;
    base::Bytes bytes;
    bytes.reserve(file.size());
    for (const std::byte byte : file)
        bytes.push_back(std::to_integer<std::uint8_t>(byte));
    return LogoFile{.name = std::move(name),
                    .media_type = is_png ? "image/png" : "image/jpeg",
                    .size = *size,
                    .bytes = std::move(bytes)};
}

} // namespace ui
