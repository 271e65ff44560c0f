#include "domain/allocate.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

TEST_CASE("allocate: the largest remainders take the cents, ties the earlier weight") {
    struct Row {
        const char* name;
        std::int64_t amount;
        std::vector<std::int64_t> weights;
        std::vector<std::int64_t> parts;
    };
    const std::vector<Row> rows = {
        {"thirds", 100, {1, 1, 1}, {34, 33, 33}},
        {"negative thirds", -100, {1, 1, 1}, {-34, -33, -33}},
        {"two cents over", 101, {1, 1, 1}, {34, 34, 33}},
        {"largest remainder first", 10, {1, 2, 4}, {1, 3, 6}},
        {"nothing to spread", 0, {3, 5}, {0, 0}},
        {"no weight at all", 5, {0, 0}, {3, 2}},
        {"one weight of zero gets nothing", 5, {0, 1}, {0, 5}},
        {"a return takes its share back", 7, {100, -20}, {9, -2}},
        {"all of it", 80, {100, -20}, {100, -20}},
        {"all of a negative sum", -80, {-100, 20}, {-100, 20}},
        {"more than a mixed sum: by size", 100, {60, -40}, {60, 40}},
        {"weights that cancel: by size", 10, {100, -100}, {5, 5}},
        {"against the sign: by size", -10, {75, 25}, {-8, -2}},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.name));
        CHECK(domain::allocate(row.amount, row.weights) == row.parts);
    }
}

TEST_CASE("allocate: inclusive nets add up to the rounded net of the group") {
    struct Row {
        const char* name;
        std::int64_t whole;
        std::vector<std::int64_t> weights;
        std::int64_t numerator, denominator;
        std::vector<std::int64_t> parts;
    };
    const std::vector<Row> rows = {
        {"100 and 15 at 20 %", 96, {100, 15}, 100, 120, {83, 13}},
        {"mirrored", -96, {-100, -15}, 100, 120, {-83, -13}},
        {"cancelling lines keep their own nets", 0, {100, -100}, 100, 120, {83, -83}},
        {"no tax", 5, {3, 2}, 1, 1, {3, 2}},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.name));
        CHECK(domain::scale_to_sum(row.whole, row.weights, row.numerator, row.denominator) ==
              row.parts);
    }
}
