#include "base/id.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using SomeId = base::Id<struct SomeTag>;

} // namespace

TEST_CASE("id: version 7 ids carry their time and only grow") {
    base::IdSource ids(base::Random(1));
    base::Uuid last;
    for (int i = 0; i < 10'000; ++i) {
        // The clock stands still for long runs and sometimes goes back.
        const base::Uuid uuid = ids.next({1'795'253'400'000 + i / 5'000 - (i % 7 == 0 ? 50 : 0)});
        REQUIRE(uuid > last);
        last = uuid;
    }
    const std::string text = base::to_text(ids.next({1'795'253'400'250}));
    CHECK(text.substr(0, 13) == "01a1fd70-f2ba");
    CHECK(text[14] == '7');
}

TEST_CASE("id: text and back, versions 7 and 8 only") {
    base::IdSource ids(base::Random(2));
    const SomeId id{ids.next({1'795'253'400'250})};
    CHECK(base::parse_id<SomeTag>(base::to_text(id)) == id);
    CHECK_FALSE(id.is_none());
    CHECK(SomeId{}.is_none());
    for (const char* const text :
         {"", "00000000-0000-0000-0000-000000000000", "01932c07-8c3a-4d5e-9f10-2b1c4d5e6f70",
          "01932c07-8c3a-7d5e-7f10-2b1c4d5e6f70", "01932c078c3a7d5e9f102b1c4d5e6f70",
          "01932c07-8c3a-7d5e-9f10-2b1c4d5e6f7g", "01932c07-8c3a-7d5e-9f10-2b1c4d5e6f70 "}) {
        CAPTURE(std::string(text));
        CHECK_FALSE(base::parse_uuid(text).has_value());
    }
}

TEST_CASE("id: the same cause gives the same id, other parts another") {
    const SomeId fee = base::derive_id<SomeTag>("late_fee", {"invoice", "policy", "1"});
    CHECK(fee == base::derive_id<SomeTag>("late_fee", {"invoice", "policy", "1"}));
    CHECK(fee != base::derive_id<SomeTag>("late_fee", {"invoice", "policy1", ""}));
    CHECK(fee != base::derive_id<SomeTag>("late_fee", {"invoice", "policy", "2"}));
    CHECK(base::parse_id<SomeTag>(base::to_text(fee)) == fee);
    CHECK(base::to_text(fee)[14] == '8');
}
