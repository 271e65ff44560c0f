#include "base/id.h"

#include "base/bytes.h"
#include "base/hash.h"

#include <algorithm>

namespace base {

namespace {

constexpr std::uint32_t counter_end = 1 << 12;
constexpr std::array<std::size_t, 4> dash_before_byte = {4, 6, 8, 10};

void set_version(Uuid& uuid, std::uint8_t version) {
    uuid.bytes[6] = static_cast<std::uint8_t>((uuid.bytes[6] & 0x0F) | (version << 4));
    uuid.bytes[8] = static_cast<std::uint8_t>((uuid.bytes[8] & 0x3F) | 0x80);
}

} // namespace

std::string to_text(const Uuid& uuid) {
    const std::string digits = hex_text(uuid.bytes);
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < uuid.bytes.size(); ++i) {
        if (std::ranges::contains(dash_before_byte, i)) text.push_back('-');
        text.append(digits, i * 2, 2);
    }
    return text;
}

Result<Uuid> parse_uuid(std::string_view text) {
    if (text.size() != 36) return fail(Code::not_an_id);
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_dash_place = i == 8 || i == 13 || i == 18 || i == 23;
        if ((text[i] == '-') != is_dash_place) return fail(Code::not_an_id);
        if (!is_dash_place) digits.push_back(text[i]);
    }
    const Result<Bytes> bytes = parse_hex(digits);
    if (!bytes.has_value()) return fail(Code::not_an_id);
    Uuid uuid;
    std::ranges::copy(*bytes, uuid.bytes.begin());
    const int version = uuid.bytes[6] >> 4;
    if ((version != 7 && version != 8) || (uuid.bytes[8] & 0xC0) != 0x80)
        return fail(Code::not_an_id);
    return uuid;
}

Uuid derive_uuid(std::string_view kind, std::initializer_list<std::string_view> parts) {
    std::string cause;
    const auto append = [&](std::string_view part) {
        cause.append(std::to_string(part.size())).append(":").append(part);
    };
    append(kind);
    for (const std::string_view part : parts)
        append(part);
    const Digest digest = sha256(as_bytes(cause));
    Uuid uuid;
    std::copy_n(digest.begin(), uuid.bytes.size(), uuid.bytes.begin());
    set_version(uuid, 8);
    return uuid;
}

Uuid IdSource::next(Instant now) {
    if (now.unix_ms > last_ms_) {
        last_ms_ = now.unix_ms;
        counter_ = static_cast<std::uint32_t>(random_.below(counter_end / 2));
    } else if (++counter_ == counter_end) {
        last_ms_ += 1;
        counter_ = 0;
    }
    Uuid uuid;
    for (std::size_t i = 0; i < 6; ++i)
        uuid.bytes[i] = static_cast<std::uint8_t>(last_ms_ >> (40 - 8 * i));
    uuid.bytes[6] = static_cast<std::uint8_t>(counter_ >> 8);
    uuid.bytes[7] = static_cast<std::uint8_t>(counter_);
    const std::uint64_t tail = random_.next();
    for (std::size_t i = 8; i < 16; ++i)
        uuid.bytes[i] = static_cast<std::uint8_t>(tail >> (8 * (i - 8)));
    set_version(uuid, 7);
    return uuid;
}

} // namespace base
