#include "ui/screens/size_text.h"

namespace ui {

namespace {

constexpr std::uint64_t kilobyte = 1'000;
constexpr std::uint64_t megabyte = 1'000'000;
constexpr std::uint64_t gigabyte = 1'000'000'000;

std::string rounded(std::uint64_t bytes, std::uint64_t unit) {
    const std::uint64_t tenths = (bytes + unit / 20) / (unit / 10);
    if (tenths >= 100) return std::to_string((bytes + unit / 2) / unit);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

} // namespace

std::string size_text(std::uint64_t bytes) {
    if (bytes < megabyte) return std::to_string((bytes + kilobyte / 2) / kilobyte) + " kB";
    if (bytes < gigabyte) return rounded(bytes, megabyte) + " MB";
    return rounded(bytes, gigabyte) + " GB";
}

} // namespace ui
