#include "base/wide.h"

#include <doctest/doctest.h>

#include <limits>

namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();

} // namespace

TEST_CASE("wide: sums and products outside int64 are errors, not wraps") {
    CHECK(base::checked_add(largest, 0) == largest);
    CHECK(base::checked_add(largest, 1).error().code == base::Code::overflow);
    CHECK(base::checked_subtract(smallest, 1).error().code == base::Code::overflow);
    CHECK(base::checked_multiply(largest, -1) == -largest);
    CHECK(base::checked_multiply(smallest, -1).error().code == base::Code::overflow);
    CHECK(base::checked_negate(smallest).error().code == base::Code::overflow);
}

TEST_CASE("wide: division rounds half away from zero, for both signs") {
    struct Row {
        std::int64_t numerator, denominator, rounded, floored;
    };
    for (const Row& row :
         {Row{5, 2, 3, 2}, Row{-5, 2, -3, -3}, Row{5, -2, -3, -3}, Row{-5, -2, 3, 2},
          Row{1, 2, 1, 0}, Row{-1, 2, -1, -1}, Row{1, 3, 0, 0}, Row{-1, 3, 0, -1}, Row{2, 3, 1, 0},
          Row{-2, 3, -1, -1}, Row{6, 3, 2, 2}, Row{0, 7, 0, 0}, Row{largest, 1, largest, largest},
          Row{smallest, 1, smallest, smallest}}) {
        CAPTURE(row.numerator);
        CAPTURE(row.denominator);
        CHECK(base::divide(row.numerator, row.denominator, base::Rounding::half_away_from_zero) ==
              row.rounded);
        CHECK(base::divide(row.numerator, row.denominator, base::Rounding::floor) == row.floored);
    }
}

TEST_CASE("wide: a product may leave int64 as long as the quotient does not") {
    using base::Rounding;
    CHECK(base::multiply_divide(largest, largest, largest, Rounding::half_away_from_zero) ==
          largest);
    CHECK(base::multiply_divide(smallest, smallest, smallest, Rounding::half_away_from_zero) ==
          smallest);
    CHECK(base::multiply_divide(largest, 2, 1, Rounding::half_away_from_zero).error().code ==
          base::Code::overflow);
}

TEST_CASE("wide: rounding to coins") {
    struct Row {
        std::int64_t value, step, rounded;
    };
    for (const Row& row : {Row{1002, 5, 1000}, Row{1003, 5, 1005}, Row{-1002, 5, -1000},
                           Row{-1003, 5, -1005}, Row{1005, 10, 1010}, Row{0, 5, 0}, Row{7, 1, 7}})
        CHECK(base::round_to_multiple(row.value, row.step, base::Rounding::half_away_from_zero) ==
              row.rounded);
    CHECK_FALSE(
        base::round_to_multiple(largest, 10, base::Rounding::half_away_from_zero).has_value());
}
