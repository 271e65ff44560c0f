#include "store/columns.h"
#include "store/page_store.h"

#include <doctest/doctest.h>

TEST_CASE("columns: what a row can't mean is damage and names the column") {
    store::PageStore pages;
    auto database = store::Connection::open({.vfs = pages.vfs(),
                                             .raw_key = {},
                                             .page_count_max = store::pages_max,
                                             .contents = store::Connection::Contents::none_yet});
    REQUIRE(database.has_value());
    auto row =
        database->prepare("SELECT 9223372036854775807 AS recorded_ms, 3000000 AS issue_date, "
                          "'Euro' AS currency, x'00' AS client_id");
    REQUIRE(row.has_value());
    REQUIRE(row->bind().has_value());
    REQUIRE(*row->step());
    const auto is_damage = [](const auto& read, std::string_view name) {
        return !read.has_value() && read.error().code == base::Code::damaged &&
               read.error().field == name;
    };
    CHECK(is_damage(store::instant_column(*row, 0), "recorded_ms"));
    CHECK(is_damage(store::date_column(*row, 1), "issue_date"));
    CHECK(is_damage(store::optional_date_column(*row, 1), "issue_date"));
    CHECK(is_damage(store::currency_column(*row, 2), "currency"));
    CHECK(is_damage(store::uuid_column(*row, 3), "client_id"));
}
