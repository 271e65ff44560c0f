// The name of a change within one book, in eight bytes.
//
// Device numbers are local to a book; what leaves it names the device by its id.
#pragma once

#include <compare>
#include <cstdint>

namespace store {

// Local device number * 2^40 + sequence of that device, from 1.
struct Dot {
    std::int64_t value = 0;

    static constexpr std::int64_t per_device = std::int64_t{1} << 40;
    static constexpr Dot of(std::int64_t device_number, std::int64_t sequence) {
        return {device_number * per_device + sequence};
    }
    [[nodiscard]] constexpr std::int64_t device_number() const { return value / per_device; }
    [[nodiscard]] constexpr std::int64_t sequence() const { return value % per_device; }

    friend auto operator<=>(const Dot&, const Dot&) = default;
};

} // namespace store
