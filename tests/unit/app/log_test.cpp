// The log as it stands in the book: packed, and whole only when it says what was written.
#include "fixture.h"

#include "store/change_log.h"
#include "store/packed_text.h"
#include "store/verify.h"

using app_test::Practice;

namespace {

// The body of the last change replaced by these bytes.
void write_last_body(Practice& practice, base::ByteView bytes) {
    auto& database = practice.app().book().database();
    auto write =
        database.prepare("UPDATE change SET body = ? WHERE dot = (SELECT MAX(dot) FROM change)");
    REQUIRE(write.has_value());
    auto transaction = practice.app().book().begin();
    REQUIRE(transaction.has_value());
    REQUIRE(write->run(bytes).has_value());
    REQUIRE(transaction->commit().has_value());
}

// Bodies after `lesson` changes need own words, those before don't; the sizes of all.
std::vector<std::size_t> check_words(Practice& practice, std::size_t lesson) {
    auto rows = practice.app().book().database().prepare(
        "SELECT substr(body, 1, 1), length(body) FROM change ORDER BY dot");
    REQUIRE(rows.has_value());
    REQUIRE(rows->bind().has_value());
    std::vector<std::size_t> sizes;
    while (rows->step().value_or(false)) {
        CHECK(rows->blob(0)[0] == (sizes.size() < lesson ? 1 : store::own_words_first));
        sizes.push_back(static_cast<std::size_t>(rows->integer(1)));
    }
    return sizes;
}

} // namespace

TEST_CASE("log: bodies are packed, what is read of them is plain") {
    Practice practice;
    practice.client("Grace Adeyemi");
    auto rows = practice.app().book().database().prepare(
        "SELECT body, typeof(body) FROM change ORDER BY dot DESC LIMIT 1");
    REQUIRE(rows.has_value());
    REQUIRE(rows->bind().has_value());
    REQUIRE(rows->step().value_or(false));
    CHECK(rows->text(1) == "blob");
    const auto trail = practice.app().audit_trail(std::nullopt, 1);
    REQUIRE(trail.has_value());
    REQUIRE(trail->size() == 1);
    CHECK(trail->front().body.starts_with(R"([{"group":"address")"));
    CHECK(rows->blob(0).size() < trail->front().body.size() / 2);
}

TEST_CASE("log: the same body packed otherwise is the same book") {
    Practice practice;
    practice.client("Grace Adeyemi");
    const auto before = practice.digest();
    const auto body = practice.app().audit_trail(std::nullopt, 1)->front().body;
    // Deflate without compression: a block that is stored as it is.
    base::Bytes stored{1, 1};
    for (const std::size_t size : {body.size(), ~body.size()})
        for (const int shift : {0, 8})
            stored.push_back(static_cast<std::uint8_t>(size >> shift));
    stored.insert(stored.end(), body.begin(), body.end());
    write_last_body(practice, stored);
    CHECK(practice.digest() == before);
    CHECK(store::verify_book(practice.app().book().database())->empty());
}

TEST_CASE("log: a body that can't be unpacked is damage, one that says more breaks the chain") {
    Practice practice;
    practice.client("Grace Adeyemi");
    auto& database = practice.app().book().database();
    write_last_body(practice, base::Bytes{1, 0xff, 0xff});
    const auto trail = practice.app().audit_trail(std::nullopt, 1);
    REQUIRE_FALSE(trail.has_value());
    CHECK(static_cast<int>(trail.error().code) == static_cast<int>(base::Code::damaged));
    CHECK_FALSE(store::verify_chain(database).has_value());
    write_last_body(practice, *store::pack_text("[]"));
    CHECK(practice.app().audit_trail(std::nullopt, 1).has_value());
    CHECK_FALSE(store::verify_chain(database).has_value());
}

TEST_CASE("log: an editing session's saves are one change, packed anew each time") {
    Practice practice;
    const auto client = practice.client("Grace Adeyemi");
    auto draft = practice.app().new_draft(client);
    REQUIRE(draft.has_value());
    const auto session = practice.app().new_id();
    for (const char* memo : {"one", "two", "three"}) {
        draft->memo = memo;
        REQUIRE(practice.app().execute(app::SaveDraft{.draft = *draft, .session = session}));
    }
    const auto trail = practice.app().audit_trail(std::nullopt, 2);
    REQUIRE(trail.has_value());
    CHECK((*trail)[0].body.contains("three"));
    CHECK_FALSE((*trail)[0].body.contains("two"));
    CHECK((*trail)[1].command == "add_client");
    CHECK(store::verify_book(practice.app().book().database())->empty());
}

TEST_CASE("log: the book learns its own words and packs later bodies with them") {
    Practice practice;
    for (int i = 0; i < 300; ++i)
        practice.client("Grace Adeyemi " + std::to_string(i));
    const auto sizes = check_words(practice, 256);
    REQUIRE(sizes.size() == 301);
    CHECK(sizes.back() < sizes[200] * 2 / 3);
    CHECK(store::verify_book(practice.app().book().database())->empty());
    const auto before = practice.digest();
    practice.restart();
    CHECK(practice.digest() == before);
    CHECK(practice.app().audit_trail(std::nullopt, 301)->size() == 301);
}
