#include "base/random.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>

TEST_CASE("random: the same seed gives the same sequence, another another") {
    base::Random a(42);
    base::Random b(42);
    base::Random c(43);
    int same = 0;
    for (int i = 0; i < 100; ++i) {
        const std::uint64_t next = a.next();
        CHECK(next == b.next());
        same += next == c.next() ? 1 : 0;
    }
    CHECK(same == 0);
}

TEST_CASE("random: an all-zero seed still moves") {
    base::Random random(std::array<std::uint64_t, 4>{});
    CHECK(random.next() != random.next());
}

TEST_CASE("random: bounds are kept and every value comes up") {
    base::Random random(7);
    std::array<int, 5> seen{};
    for (int i = 0; i < 1'000; ++i)
        seen[static_cast<std::size_t>(random.between(-2, 2) + 2)] += 1;
    for (const int count : seen)
        CHECK(count > 100);
    CHECK(random.between(3, 3) == 3);
    for (int i = 0; i < 100; ++i)
        CHECK(random.below(1) == 0);
    random.between(INT64_MIN, INT64_MAX);
}
