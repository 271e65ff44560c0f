#include "documents/icc_profile.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace documents {

namespace {

void put(std::string& out, std::uint32_t value, int bytes = 4) {
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
        out.push_back(static_cast<char>((value >> static_cast<unsigned>(shift)) & 0xFFU));
    }
}

std::string padded(std::string text) {
    while (text.size() % 4 != 0)
        text.push_back('\0');
    return text;
}

// multiLocalizedUnicodeType with one English record of ASCII letters.
std::string text_tag(std::string_view text) {
    std::string tag = "mluc";
    put(tag, 0);
    put(tag, 1);  // Records.
    put(tag, 12); // Bytes a record.
    tag += "enUS";
    put(tag, static_cast<std::uint32_t>(text.size() * 2));
    put(tag, 28); // Where the letters begin.
    for (const char letter : text)
        put(tag, static_cast<std::uint32_t>(letter), 2);
    return padded(tag);
}

// XYZType; s15Fixed16 numbers.
std::string xyz_tag(std::array<std::uint32_t, 3> values) {
    std::string tag = "XYZ ";
    put(tag, 0);
    for (const std::uint32_t value : values)
        put(tag, value);
    return tag;
}

// parametricCurveType 3: Y = (aX + b)^g for X >= d, cX below. 2.4, 1/1.055, 0.055/1.055, 1/12.92,
// 0.04045 times 65536, rounded.
std::string curve_tag() {
    std::string tag = "para";
    put(tag, 0);
    put(tag, 3, 2);
    put(tag, 0, 2);
    for (const std::uint32_t value :
         {0x00026666U, 0x0000F2A7U, 0x00000D59U, 0x000013D0U, 0x00000A5BU}) {
        put(tag, value);
    }
    return tag;
}

struct TagEntry {
    std::string_view signature;
    std::string data;
};

} // namespace

std::string srgb_profile() {
    // Primaries and white point of sRGB adapted to D50 by Bradford, as the ICC publishes them.
    const std::vector<TagEntry> tags{
        {"desc", text_tag("sRGB IEC61966-2.1")},
        {"cprt", text_tag("No copyright, use freely")},
        {"wtpt", xyz_tag({0x0000F6D6, 0x00010000, 0x0000D32D})},
        {"rXYZ", xyz_tag({0x00006FA2, 0x000038F5, 0x00000390})},
        {"gXYZ", xyz_tag({0x00006299, 0x0000B785, 0x000018DA})},
        {"bXYZ", xyz_tag({0x000024A0, 0x00000F84, 0x0000B6CF})},
        {"rTRC", curve_tag()},
        {"gTRC", curve_tag()},
        {"bTRC", curve_tag()},
    };
    constexpr std::uint32_t header_bytes = 128;
    const auto count = static_cast<std::uint32_t>(tags.size());
    const std::uint32_t offset = header_bytes + 4 + count * 12;
    std::string table;
    std::string data;
    put(table, count);
    for (const TagEntry& tag : tags) {
        table += tag.signature;
        put(table, offset + static_cast<std::uint32_t>(data.size()));
        put(table, static_cast<std::uint32_t>(tag.data.size()));
        data += tag.data;
    }
    std::string profile;
    put(profile, header_bytes + static_cast<std::uint32_t>(table.size() + data.size()));
    put(profile, 0);          // No preferred module.
    put(profile, 0x04200000); // Version 4.2.
    profile += "mntrRGB XYZ ";
    for (const std::uint32_t part : {2026U, 1U, 1U, 0U, 0U, 0U})
        put(profile, part, 2);
    profile += "acsp";
    put(profile, 0); // Platform.
    put(profile, 0); // Flags.
    put(profile, 0); // Device maker and model, attributes.
    put(profile, 0);
    put(profile, 0);
    put(profile, 0);
    put(profile, 0); // Perceptual.
    put(profile, 0x0000F6D6);
    put(profile, 0x00010000);
    put(profile, 0x0000D32D);
    profile.resize(header_bytes, '\0');
    return profile + table + data;
}

} // namespace documents
