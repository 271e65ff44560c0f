// Coverage of outlines by figures that can be worked out by hand.
#include "ui/outline.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

namespace {

ui::Outline rectangle(float left, float top, float right, float bottom) {
    ui::Outline outline;
    outline.move_to({left, top});
    outline.line_to({right, top});
    outline.line_to({right, bottom});
    outline.line_to({left, bottom});
    outline.close();
    return outline;
}

double area(const ui::Coverage& coverage) {
    return std::accumulate(coverage.values.begin(), coverage.values.end(), 0.0) / 255;
}

} // namespace

TEST_CASE("outline: a rectangle covers exactly its part of each pixel") {
    const ui::Coverage coverage = ui::covered(rectangle(1.25F, 2.5F, 4.75F, 4.0F));
    CHECK(coverage.x == 1);
    CHECK(coverage.y == 2);
    REQUIRE(coverage.width == 4);
    REQUIRE(coverage.height == 2);
    const int expected[2][4] = {{96, 128, 128, 96}, {191, 255, 255, 191}};
    for (std::size_t row = 0; row < 2; ++row)
        for (std::size_t column = 0; column < 4; ++column)
            CHECK(std::abs(int{coverage.values[row * 4 + column]} - expected[row][column]) <= 1);
}

TEST_CASE("outline: whichever way it turns, the area is the same") {
    ui::Outline turned;
    turned.move_to({0.3F, 0.2F});
    turned.line_to({0.3F, 9.6F});
    turned.line_to({8.1F, 9.6F});
    turned.line_to({8.1F, 0.2F});
    turned.close();
    CHECK(area(ui::covered(turned)) == doctest::Approx(7.8 * 9.4).epsilon(0.005));
    CHECK(area(ui::covered(rectangle(0.3F, 0.2F, 8.1F, 9.6F))) ==
          doctest::Approx(7.8 * 9.4).epsilon(0.005));
}

TEST_CASE("outline: slanted and curved edges keep their area") {
    ui::Outline triangle;
    triangle.move_to({2.5F, 1.5F});
    triangle.line_to({17.25F, 4.75F});
    triangle.line_to({6.0F, 13.0F});
    triangle.close();
    const double twice = (17.25 - 2.5) * (13.0 - 1.5) - (6.0 - 2.5) * (4.75 - 1.5);
    CHECK(area(ui::covered(triangle)) == doctest::Approx(twice / 2).epsilon(0.01));

    // A circle of radius 10 from four cubics.
    constexpr float k = 5.5228F;
    ui::Outline circle;
    circle.move_to({20, 10});
    circle.cubic_to({20, 10 + k}, {10 + k, 20}, {10, 20});
    circle.cubic_to({10 - k, 20}, {0, 10 + k}, {0, 10});
    circle.cubic_to({0, 10 - k}, {10 - k, 0}, {10, 0});
    circle.cubic_to({10 + k, 0}, {20, 10 - k}, {20, 10});
    circle.close();
    CHECK(area(ui::covered(circle)) == doctest::Approx(314.16).epsilon(0.01));
}

TEST_CASE("outline: a hole is not covered") {
    ui::Outline ring = rectangle(0, 0, 10, 10);
    ring.move_to({3, 3});
    ring.line_to({3, 7});
    ring.line_to({7, 7});
    ring.line_to({7, 3});
    ring.close();
    const ui::Coverage coverage = ui::covered(ring);
    CHECK(area(coverage) == doctest::Approx(84).epsilon(0.005));
    CHECK(coverage.values[5 * 10 + 5] == 0);
}

TEST_CASE("outline: nothing covers nothing") {
    CHECK(ui::covered(ui::Outline()).values.empty());
    ui::Outline line;
    line.move_to({1, 1});
    line.line_to({5, 1});
    line.close();
    CHECK(ui::covered(line).values.empty());
}
