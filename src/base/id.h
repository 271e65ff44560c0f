// Typed identities: 128-bit UUIDs (RFC 9562), one C++ type for each kind of record.
//
// A device makes version 7 ids (time first, so rows sort by age) from an injected instant and
// seeded random; what a rule creates gets a version 8 id derived from its cause, so two devices
// that apply the same rule make the same record. The zero id is "none" and is never stored.
#pragma once

#include "base/instant.h"
#include "base/random.h"
#include "base/result.h"

#include <array>
#include <compare>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace base {

struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    friend auto operator<=>(const Uuid&, const Uuid&) = default;
};

// "01932c07-8c3a-7d5e-9f10-2b1c4d5e6f70", lower case.
std::string to_text(const Uuid& uuid);
// Reads the text form of a version 7 or 8 UUID, either case; not_an_id otherwise.
Result<Uuid> parse_uuid(std::string_view text);

// The version 8 id that follows from a kind of record and the parts of its cause: SHA-256 over
// length-prefixed parts, so ("ab", "c") and ("a", "bc") differ.
Uuid derive_uuid(std::string_view kind, std::initializer_list<std::string_view> parts);

template <typename Tag>
struct Id {
    Uuid uuid;

    bool is_none() const { return uuid == Uuid{}; }

    friend auto operator<=>(const Id&, const Id&) = default;
};

template <typename Tag>
std::string to_text(const Id<Tag>& id) {
    return to_text(id.uuid);
}

template <typename Tag>
Result<Id<Tag>> parse_id(std::string_view text) {
    return Id<Tag>{TRY(parse_uuid(text))};
}

template <typename Tag>
Id<Tag> derive_id(std::string_view kind, std::initializer_list<std::string_view> parts) {
    return {derive_uuid(kind, parts)};
}

// Makes version 7 ids, each greater than the one before, also when the clock stands or goes back.
class IdSource {
  public:
    // `random` must be seeded from the device's entropy: two devices never share a sequence.
    explicit IdSource(Random random) : random_(random) {}

    Uuid next(Instant now);

  private:
    Random random_;
    std::int64_t last_ms_ = 0;
    std::uint32_t counter_ = 0; // The 12 bits of rand_a (RFC 9562, 6.2, method 1).
};

} // namespace base
