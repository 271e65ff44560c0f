// Restoring a copy: what can't be shown does not take a book's place.
#include "fixture.h"

using app_test::Practice;

TEST_CASE("restore: a copy whose practice can't be read is refused, looked at or not") {
    // A file that SQLite finds sound, with one value that is no JSON: it was refused when
    // looked at, and restored all the same when nobody looked, in the place of a good book.
    Practice source;
    {
        auto& database = source.app().book().database();
        auto transaction = source.app().book().begin();
        REQUIRE(transaction.has_value());
        REQUIRE(database
                    .execute("UPDATE register SET value = '[' "
                             "WHERE kind = 'practice' AND field_group = 'billing'")
                    .has_value());
        REQUIRE(transaction->commit().has_value());
    }
    const base::Bytes file = source.app().book().file_bytes();
    Practice practice;
    const auto before = practice.digest();
    const auto looked = practice.app().read_copy(file);
    REQUIRE_FALSE(looked.has_value());
    CHECK(looked.error().code == base::Code::damaged);
    const auto restored = practice.app().restore_book(file);
    REQUIRE_FALSE(restored.has_value());
    CHECK(restored.error().code == base::Code::damaged);
    CHECK(practice.digest() == before);
}
