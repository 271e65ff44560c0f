// Bodies of the log come with a copy from outside: read or refused, and what is read writes back.
#include "base/assert.h"
#include "fuzz/draw.h"
#include "fuzz/targets.h"
#include "store/operation.h"
#include "store/packed_text.h"

namespace {

void read_body(std::string_view text) {
    const auto operations = store::parse_body(text);
    if (!operations.has_value()) return;
    const std::string body = store::body_text(*operations);
    const auto again = store::parse_body(body);
    ASSERT(again.has_value());
    ASSERT(store::body_text(*again) == body);
    for (const store::Operation& operation : *operations)
        (void)store::subjects_of(operation);
}

void unpack(base::ByteView packed) {
    if (const auto text = store::unpack_text(packed); text.has_value()) {
        const auto again = store::pack_text(*text);
        ASSERT(again.has_value());
        const auto back = store::unpack_text(*again);
        ASSERT(back.has_value());
        ASSERT(*back == *text);
        read_body(*text);
    }
}

void pack(fuzz::Draw& draw) {
    const std::string words = fuzz::text_of(draw.run());
    const std::string text = fuzz::text_of(draw.rest());
    const store::OwnWords own{.number = store::own_words_first, .text = words};
    const auto packed = store::pack_text(text, own);
    ASSERT(packed.has_value());
    ASSERT(store::own_words_of(*packed) == own.number);
    const auto back = store::unpack_text(*packed, own);
    ASSERT(back.has_value());
    ASSERT(*back == text);
    (void)store::unpack_text(*packed);
}

} // namespace

// The first byte chooses: 'P' what follows is packed, 'W' words and a text to pack; else a body.
void fuzz::log_body(base::ByteView input) {
    Draw draw(input);
    if (input.empty()) return;
    switch (input.front()) {
    case 'P': draw.byte(); return unpack(draw.rest());
    case 'W': draw.byte(); return pack(draw);
    default: return read_body(text_of(input));
    }
}
