// The faces that documents are set in: one family for most of the world's practices, and one more
// for each script that it does not have. The files are cut by scripts/fonts.py.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace documents {

enum class Face : std::uint8_t {
    document_400,
    document_500,
    document_600,
    hebrew_400,
    hebrew_600,
    arabic_400,
    arabic_600,
    thai_400,
    thai_600,
    devanagari_400,
    devanagari_600,
    japanese_400,
    japanese_600,
};
inline constexpr std::size_t face_count = 13;

// File name under fonts/, in the order of Face.
inline constexpr std::array<std::string_view, face_count> face_files{
    "document-400.ttf",        "document-500.ttf",        "document-600.ttf",
    "noto-hebrew-400.ttf",     "noto-hebrew-600.ttf",     "noto-arabic-400.ttf",
    "noto-arabic-600.ttf",     "noto-thai-400.ttf",       "noto-thai-600.ttf",
    "noto-devanagari-400.ttf", "noto-devanagari-600.ttf", "noto-jp-400.ttf",
    "noto-jp-600.ttf",
};

enum class Weight : std::uint8_t { regular, medium, bold };

} // namespace documents
