// Keys of order: between any two there is a third, and a list stays in the order it was put.
#include "domain/position.h"

#include "base/random.h"
#include "domain/money.h"

#include <doctest/doctest.h>

namespace {

std::vector<domain::DraftLine> lines_at(std::initializer_list<const char*> positions) {
    std::vector<domain::DraftLine> lines;
    std::uint8_t number = 0;
    for (const char* position : positions) {
        domain::DraftLine line{.position = position};
        line.id.uuid.bytes[15] = ++number;
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace

TEST_CASE("position: a key between two sorts between them") {
    struct Row {
        const char* low;
        const char* high;
        const char* key;
    };
    const Row rows[] = {
        {"", "", "V"},
        {"1", "", "2"},
        {"9", "", "A"},
        {"z", "", "z1"},
        {"zz", "", "zz1"},
        {"", "1", "0V"},
        {"1", "2", "1V"},
        {"1", "3", "2"},
        {"1z", "2", "1zV"},
        {"1", "11", "10V"},
        {"", "01", "00V"},
        {"000001", "000002", "000001V"},
        {"V", "V1", "V0V"},
        {"000009", "", "1"},
        {"000009", "000010", "00000Z"},
        {"000010", "000011", "000010V"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.low);
        CAPTURE(row.high);
        const auto key = domain::position_between(row.low, row.high);
        REQUIRE(key.has_value());
        CHECK(*key == row.key);
    }
}

TEST_CASE("position: where nothing fits, nothing is given") {
    CHECK_FALSE(domain::position_between("2", "2").has_value());
    CHECK_FALSE(domain::position_between("3", "2").has_value());
    CHECK_FALSE(domain::position_between("a-b", "").has_value());
    CHECK_FALSE(domain::position_between("1", "100").has_value());
}

TEST_CASE("position: lines stay where they were put, however often") {
    base::Random random(7);
    std::vector<domain::DraftLine> lines = lines_at({"000001", "000002", "000003"});
    for (int turn = 0; turn < 500; ++turn) {
        const auto at = static_cast<std::size_t>(random.below(lines.size() + 1));
        domain::DraftLine line;
        line.id.uuid.bytes[15] = static_cast<std::uint8_t>(turn);
        line.id.uuid.bytes[14] = static_cast<std::uint8_t>(1 + turn / 256);
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), line);
        domain::place_line(lines, at);
        REQUIRE(domain::ordered_lines(lines) == lines);
    }
    for (const domain::DraftLine& line : lines)
        CHECK(line.position.size() < 40);
}

TEST_CASE("position: equal keys of two devices are told apart again") {
    std::vector<domain::DraftLine> lines = lines_at({"4", "4", "5"});
    domain::DraftLine between;
    between.id.uuid.bytes[15] = 9;
    lines.insert(lines.begin() + 1, between);
    domain::place_line(lines, 1);
    CHECK(domain::ordered_lines(lines) == lines);
}
