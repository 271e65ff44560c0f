#include "store/packed_text.h"

#include "base/random.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>
#include <zlib.h>

namespace {

constexpr const char* body =
    R"([{"fact":"payment","value":{"amount":{"currency":"EUR","minor":6150},)"
    R"("id":"01a1f8d3-ea00-7483-8571-dd948a90e139",)"
    R"("method":"01a1f8d3-ea00-7483-8571-dd948a90e140",)"
    R"("payer":"01a1f8d3-ea00-7483-8571-dd948a90e141",)"
    R"("received":{"effective":"2026-11-20","recorded":1795176000000}}}])";

std::string random_text(std::size_t size) {
    base::Random random(1);
    std::string text(size, '\0');
    for (char& c : text)
        c = static_cast<char>(random.below(256));
    return text;
}

// Raw deflate of one byte over and over, behind the number of the words.
base::Bytes packed_zeros(std::size_t size) {
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string zeros(size, '\0');
    base::Bytes packed(1 + deflateBound(&stream, zeros.size()));
    packed[0] = 1;
    stream.next_in = reinterpret_cast<Bytef*>(zeros.data());
    stream.avail_in = static_cast<uInt>(zeros.size());
    stream.next_out = packed.data() + 1;
    stream.avail_out = static_cast<uInt>(packed.size() - 1);
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    packed.resize(packed.size() - stream.avail_out);
    deflateEnd(&stream);
    return packed;
}

void check_damaged(base::ByteView packed) {
    const auto text = store::unpack_text(packed);
    REQUIRE_FALSE(text.has_value());
    CHECK(static_cast<int>(text.error().code) == static_cast<int>(base::Code::damaged));
}

} // namespace

TEST_CASE("packed text: what is unpacked is what was packed") {
    struct Row {
        const char* name;
        std::string text;
    };
    const Row rows[] = {{"nothing", ""},
                        {"a letter", "x"},
                        {"a body", body},
                        {"several scripts", "Żaneta 測試 🙂"},
                        {"bytes of any value", random_text(100'000)},
                        {"one room", std::string(4096, 'a')},
                        {"a room and one", std::string(4097, 'a')},
                        {"longer than the window", std::string(70'000, 'a') + body}};
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const auto packed = store::pack_text(row.text);
        REQUIRE(packed.has_value());
        const auto text = store::unpack_text(*packed);
        REQUIRE(text.has_value());
        CHECK(*text == row.text);
    }
}

TEST_CASE("packed text: a body takes under half its size, a receipt beside it a quarter") {
    const std::string text = body;
    const auto packed = store::pack_text(text);
    REQUIRE(packed.has_value());
    CHECK(packed->size() < text.size() / 2);
    const std::string receipt =
        R"({"number":"","record":"01a1f8d3-ea00-7483-8571-dd948a90e139","revision":12})";
    const auto beside = store::pack_text(receipt, text);
    REQUIRE(beside.has_value());
    CHECK(beside->size() < receipt.size() / 4);
    const auto again = store::unpack_text(*beside, text);
    REQUIRE(again.has_value());
    CHECK(*again == receipt);
}

TEST_CASE("packed text: own words make a text smaller and are needed to read it") {
    const std::string text = body;
    const store::OwnWords own{.number = store::own_words_first, .text = text};
    const auto packed = store::pack_text(text, own);
    REQUIRE(packed.has_value());
    CHECK(packed->size() < text.size() / 10);
    CHECK(store::own_words_of(*packed) == store::own_words_first);
    CHECK(store::unpack_text(*packed, own).value_or("") == text);
    check_damaged(*packed);
    const store::OwnWords other{.number = store::own_words_first + 1, .text = text};
    CHECK_FALSE(store::unpack_text(*packed, other).has_value());
    CHECK_FALSE(store::own_words_of(*store::pack_text(text)).has_value());
}

TEST_CASE("packed text: text at hand may be of any length") {
    for (const std::size_t size : {1UZ, 4095UZ, 4096UZ, 4097UZ, 1'000'000UZ}) {
        const std::string at_hand = random_text(size);
        const std::string text = at_hand.substr(0, 300);
        const auto packed = store::pack_text(text, at_hand);
        REQUIRE(packed.has_value());
        const auto again = store::unpack_text(*packed, at_hand);
        REQUIRE(again.has_value());
        CHECK(*again == text);
    }
}

TEST_CASE("packed text: the limit is kept both ways") {
    const std::string largest(store::packed_text_size_max, 'a');
    const auto packed = store::pack_text(largest);
    REQUIRE(packed.has_value());
    const auto text = store::unpack_text(*packed);
    REQUIRE(text.has_value());
    CHECK(text->size() == largest.size());
    const auto refused = store::pack_text(largest + 'a');
    REQUIRE_FALSE(refused.has_value());
    CHECK(static_cast<int>(refused.error().code) == static_cast<int>(base::Code::too_long));
    REQUIRE(store::unpack_text(packed_zeros(store::packed_text_size_max)).has_value());
    check_damaged(packed_zeros(store::packed_text_size_max + 1));
    check_damaged(packed_zeros(4 * store::packed_text_size_max));
}

TEST_CASE("packed text: damaged bytes are refused or give bounded text") {
    const auto packed = store::pack_text(body);
    REQUIRE(packed.has_value());
    check_damaged({});
    for (std::size_t size = 0; size < packed->size(); ++size)
        check_damaged(base::ByteView(*packed).first(size));
    base::Bytes longer = *packed;
    longer.push_back(0);
    check_damaged(longer);
    base::Bytes other_words = *packed;
    other_words[0] = 2;
    check_damaged(other_words);
    for (std::size_t bit = 8; bit < packed->size() * 8; ++bit) {
        base::Bytes flipped = *packed;
        flipped[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        const auto text = store::unpack_text(flipped);
        if (text.has_value()) CHECK(text->size() <= store::packed_text_size_max);
    }
}
