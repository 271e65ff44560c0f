#include "base/hash.h"

#include <doctest/doctest.h>

TEST_CASE("hash: SHA-256 of FIPS 180-4's example") {
    CHECK(base::hex_text(base::sha256(base::as_bytes("abc"))) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("bytes: hexadecimal text and back") {
    const base::Bytes bytes = {0x00, 0x0F, 0xA5, 0xFF};
    CHECK(base::hex_text(bytes) == "000fa5ff");
    CHECK(base::parse_hex("000fA5Ff") == bytes);
    for (const char* const text : {"0", "0g", "0x", " 0"})
        CHECK_FALSE(base::parse_hex(text).has_value());
}
