#include "ui/patch.h"

#include <bit>

namespace ui {

void PatchWriter::op(Op op, NodeId id) {
    u8(static_cast<std::uint8_t>(op));
    u32(id);
}

void PatchWriter::u8(std::uint8_t value) { bytes_.push_back(static_cast<std::byte>(value)); }

void PatchWriter::u32(std::uint32_t value) {
    for (unsigned shift = 0; shift < 32; shift += 8)
        u8(static_cast<std::uint8_t>(value >> shift));
}

void PatchWriter::f32(float value) { u32(std::bit_cast<std::uint32_t>(value)); }

void PatchWriter::string(std::string_view text) {
    u32(static_cast<std::uint32_t>(text.size()));
    const auto bytes = std::as_bytes(std::span(text));
    bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
}

} // namespace ui
