#include "base/checksum.h"

#include "base/assert.h"

#include <bit>
#include <cstring>

namespace base {

namespace {

constexpr std::uint64_t prime_1 = 0x9E3779B185EBCA87ULL;
constexpr std::uint64_t prime_2 = 0xC2B2AE3D27D4EB4FULL;
constexpr std::uint64_t prime_3 = 0x165667B19E3779F9ULL;
constexpr std::uint64_t prime_4 = 0x85EBCA77C2B2AE63ULL;
constexpr std::uint64_t prime_5 = 0x27D4EB2F165667C5ULL;

// Unsigned wrap-around is the algorithm here.
std::uint64_t round(std::uint64_t lane, std::uint64_t input) {
    return std::rotl(lane + input * prime_2, 31) * prime_1;
}

} // namespace

void Checksum::add(ByteView bytes) {
    static_assert(std::endian::native == std::endian::little);
    ASSERT(bytes.size() % stripe_size == 0);
    std::array<std::uint64_t, 4> lanes = lanes_;
    for (std::size_t at = 0; at < bytes.size(); at += stripe_size) {
        std::array<std::uint64_t, 4> input;
        std::memcpy(input.data(), bytes.data() + at, stripe_size);
        for (std::size_t lane = 0; lane < 4; ++lane)
            lanes[lane] = round(lanes[lane], input[lane]);
    }
    lanes_ = lanes;
    size_ += bytes.size();
}

std::uint64_t Checksum::value() const {
    if (size_ == 0) return prime_5;
    std::uint64_t hash = std::rotl(lanes_[0], 1) + std::rotl(lanes_[1], 7) +
                         std::rotl(lanes_[2], 12) + std::rotl(lanes_[3], 18);
    for (const std::uint64_t lane : lanes_)
        hash = (hash ^ round(0, lane)) * prime_1 + prime_4;
    hash += size_;
    hash = (hash ^ (hash >> 33)) * prime_2;
    hash = (hash ^ (hash >> 29)) * prime_3;
    return hash ^ (hash >> 32);
}

} // namespace base
