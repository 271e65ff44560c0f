// A book as lines of JSON and back.
#include "bookkeeper.h"

#include "store/book_json.h"
#include "store/schema.h"
#include "store/verify.h"

#include <algorithm>
#include <string>
#include <vector>

using app_test::Bookkeeper;
using app_test::Practice;

namespace {

std::string lines_of(Practice& practice) {
    std::string text;
    const auto written = practice.app().export_json([&](std::string_view line) {
        text += line;
        text += '\n';
    });
    REQUIRE(written.has_value());
    return text;
}

std::string story(const base::Error& error) {
    std::string text =
        std::to_string(static_cast<int>(error.code)) + " " + error.field + " " + error.detail;
    for (const base::Error& other : error.also)
        text += "; " + story(other);
    return text;
}

// An empty book.
struct Empty {
    platform::SimClock clock{{1'795'176'000'000}};
    platform::SimStorage storage;
    app_test::Program program{storage, clock, 77};
    app::App& app() { return program.app; }
};

// The line with this number, from 1, changed.
std::string with_line(const std::string& text, std::size_t number, std::string_view from,
                      std::string_view to) {
    std::size_t at = 0;
    for (std::size_t line = 1; line < number; ++line)
        at = text.find('\n', at) + 1;
    std::string changed = text;
    const std::size_t found = changed.find(from, at);
    REQUIRE(found != std::string::npos);
    changed.replace(found, from.size(), to);
    return changed;
}

} // namespace

TEST_CASE("book as JSON: read into an empty book it has the same digest") {
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        CAPTURE(seed);
        Practice practice;
        Bookkeeper bookkeeper(practice, seed);
        for (int step = 0; step < 150; ++step)
            bookkeeper.act();
        practice.settle();
        const std::string text = lines_of(practice);
        Empty empty;
        const auto filled =
            empty.app().book().fill_anew([&](store::Connection& database) -> base::Result<void> {
                TRY_VOID(store::migrate(database));
                return store::read_book_json(database, text);
            });
        if (!filled) MESSAGE(story(filled.error()));
        REQUIRE(filled.has_value());
        const auto digest = store::digest_of(empty.app().book().database());
        REQUIRE(digest.has_value());
        CHECK(*digest == practice.digest());
        const auto findings = store::verify_book(empty.app().book().database());
        REQUIRE(findings.has_value());
        CHECK(findings->empty());
    }
}

TEST_CASE("book as JSON: imported it is a copy, with its own device and the old receipts") {
    Practice practice;
    const auto client = practice.client("Żaneta Wójcik");
    const auto invoice = practice.draft(client, 100'00);
    const base::Uuid command = practice.app().new_id();
    const auto issued = practice.app().execute(command, app::FinalizeInvoice{.invoice = invoice});
    REQUIRE(issued.has_value());
    Empty empty;
    REQUIRE(empty.app().import_json(lines_of(practice)).has_value());
    empty.program.settle();
    const auto view = empty.app().invoice(invoice);
    REQUIRE(view.has_value());
    CHECK(view->document.invoice.number.text == issued->number);
    const auto again = empty.app().execute(command, app::FinalizeInvoice{.invoice = invoice});
    REQUIRE(again.has_value());
    CHECK(again->number == issued->number);
    const auto second = empty.app().import_json(lines_of(practice));
    REQUIRE_FALSE(second.has_value());
    CHECK(second.error().code == base::Code::already_set_up);
    // Numbers go on in a series of its own.
    auto draft = empty.app().new_draft(client);
    REQUIRE(draft.has_value());
    draft->lines.push_back({.id = {empty.app().new_id()},
                            .position = "1",
                            .name = "Session",
                            .unit_price = {50'000'000}});
    REQUIRE(empty.app().execute(app::SaveDraft{.draft = *draft}).has_value());
    const auto next = empty.app().execute(app::FinalizeInvoice{.invoice = draft->id});
    REQUIRE(next.has_value());
    CHECK(next->number != issued->number);
    CHECK(next->number == "INV-A0001");
}

TEST_CASE("book as JSON: what is cut, altered or newer is refused with its line, whole") {
    Practice practice;
    practice.invoice(practice.client("Anna"), 100'00);
    const std::string text = lines_of(practice);
    const std::size_t count = static_cast<std::size_t>(std::ranges::count(text, '\n'));
    struct Row {
        const char* name;
        std::string text;
        base::Code code;
        const char* detail;
    };
    const std::size_t second_end = text.find('\n', text.find('\n') + 1) + 1;
    const std::string without_second =
        text.substr(0, text.find('\n') + 1) + text.substr(second_end);
    const std::vector<Row> rows = {
        {"nothing", "", base::Code::missing, ""},
        {"no JSON", text + "?\n", base::Code::line_refused, nullptr},
        {"a newer format", with_line(text, 1, "\"format\":1", "\"format\":2"),
         base::Code::line_refused, "1"},
        {"another kind of line", text + "{\"photo\":{}}\n", base::Code::line_refused, nullptr},
        {"a change without its book", text.substr(text.find('\n') + 1), base::Code::line_refused,
         "1"},
        {"a name altered", with_line(text, 3, "Anna", "Anne"), base::Code::damaged, ""},
        {"a change left out", without_second, base::Code::damaged, ""},
        {"a line twice", text + text.substr(text.rfind('\n', text.size() - 2) + 1),
         base::Code::line_refused, nullptr},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.name));
        Empty empty;
        const auto read = empty.app().import_json(row.text);
        REQUIRE_FALSE(read.has_value());
        CHECK(static_cast<int>(read.error().code) == static_cast<int>(row.code));
        if (row.code == base::Code::line_refused)
            CHECK(read.error().detail ==
                  (row.detail != nullptr ? row.detail : std::to_string(count + 1)));
        CHECK(empty.app().book().phase() == app::BookPhase::empty);
    }
}
