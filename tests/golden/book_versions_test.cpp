// Books of every released schema version open, migrate and keep what they say.
//
// tests/golden/book_vN/book.sqlite was written by the program of version N (`folio new`, `execute`
// of commands.jsonl with --today=2026-11-20 --seed=1, `export`). A shipped one is never changed.
#include "app/app.h"
#include "folders.h"
#include "platform/ports/key_derivation.h"
#include "platform/sim/clock.h"
#include "platform/sim/disk.h"
#include "platform/sim/time_zones.h"
#include "store/schema.h"
#include "store/verify.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <string>
#include <vector>

namespace {

class NoKeys final : public platform::KeyDerivation {
  public:
    void start(std::string_view, const platform::BookSalt&) override {}
    State state() override { return State::idle; }
    std::optional<platform::BookKey> take() override { return std::nullopt; }
};

base::Bytes read_bytes(const std::string& path) {
    std::FILE* const file = std::fopen(path.c_str(), "rb");
    REQUIRE(file != nullptr);
    base::Bytes bytes;
    std::uint8_t chunk[65536];
    for (std::size_t count = 1; count > 0;) {
        count = std::fread(chunk, 1, sizeof chunk, file);
        bytes.insert(bytes.end(), chunk, chunk + count);
    }
    std::fclose(file);
    return bytes;
}

std::vector<std::string> lines_of(const std::string& path) {
    const auto bytes = read_bytes(path);
    std::vector<std::string> lines(1);
    for (const std::uint8_t byte : bytes) {
        if (byte == '\n')
            lines.emplace_back();
        else
            lines.back() += static_cast<char>(byte);
    }
    std::erase(lines, "");
    return lines;
}

} // namespace

TEST_CASE("books: every released version opens, migrates and says what it said") {
    struct Row {
        int version;
        std::size_t invoices;
        std::int64_t balance_minor;
    };
    constexpr Row rows[] = {{.version = 1, .invoices = 3, .balance_minor = 12'300},
                            {.version = 2, .invoices = 3, .balance_minor = 12'300},
                            {.version = 3, .invoices = 3, .balance_minor = 12'300},
                            {.version = 4, .invoices = 3, .balance_minor = 0}};
    for (const Row& row : rows) {
        CAPTURE(row.version);
        platform::SimClock clock({1'795'176'000'000}); // 20 November 2026, noon.
        platform::SimStorage storage;
        platform::SimDisk disk(storage, base::Random(1), {});
        platform::SimEntropy entropy(1);
        NoKeys keys;
        platform::SimTimeZones time_zones;
        app::App app({.disk = disk,
                      .clock = clock,
                      .entropy = entropy,
                      .keys = keys,
                      .time_zones = time_zones});
        app.book().open("book");
        for (int turn = 0; turn < 20; ++turn)
            REQUIRE(app.step().has_value());
        const std::string folder =
            folders::in_checkout("tests/golden/book_v" + std::to_string(row.version));
        const auto file = read_bytes(folder + "/book.sqlite");
        REQUIRE(app.restore_book(file).has_value());
        for (int turn = 0; turn < 20; ++turn)
            REQUIRE(app.step().has_value());
        CHECK(store::stored_version(app.book().database()).value_or(0) == store::schema_version);
        const auto summary = app.invoices({});
        REQUIRE(summary.has_value());
        CHECK(summary->counts[0] == row.invoices);
        CHECK(summary->balance.minor == row.balance_minor);
        const auto findings = store::verify_book(app.book().database());
        REQUIRE(findings.has_value());
        CHECK(findings->empty());
        // What was done then is known now: the same command again changes nothing.
        const std::uint64_t revision = app.revision();
        for (const std::string& line : lines_of(folder + "/commands.jsonl")) {
            const auto receipt = app.execute_json(line);
            REQUIRE(receipt.has_value());
            CHECK(receipt->record != base::Uuid{});
        }
        CHECK(app.revision() == revision);
    }
}
