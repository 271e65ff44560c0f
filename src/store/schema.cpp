#include "store/schema.h"

#include "base/text.h"
#include "store/derived.h"
#include "store/draft_rows.h"
#include "store/packed_text.h"

#include <array>
#include <string_view>

namespace store {

namespace {

constexpr char migration_1[] = {
#embed "migrations/0001.sql"
};

constexpr char migration_2[] = {
#embed "migrations/0002.sql"
};

constexpr char migration_3[] = {
#embed "migrations/0003.sql"
};

constexpr char migration_4[] = {
#embed "migrations/0004.sql"
};

struct Migration {
    int version;
    int compatible; // The oldest program version that can work with the book afterwards.
    std::string_view sql;
};

constexpr std::array migrations{
    Migration{.version = 1, .compatible = 1, .sql = {migration_1, sizeof migration_1}},
    Migration{.version = 2, .compatible = 2, .sql = {migration_2, sizeof migration_2}},
    Migration{.version = 3, .compatible = 3, .sql = {migration_3, sizeof migration_3}},
    Migration{.version = 4, .compatible = 4, .sql = {migration_4, sizeof migration_4}},
};
static_assert(migrations.back().version == schema_version);

struct Stored {
    int version = 0;
    int compatible = 0;
};

base::Result<Stored> stored(Connection& database) {
    auto table = TRY(database.prepare("SELECT COUNT(*) FROM sqlite_schema "
                                      "WHERE type = 'table' AND name = 'schema_version'"));
    TRY_VOID(table.bind());
    if (!TRY(table.step()) || table.integer(0) == 0) return Stored{};
    auto row =
        TRY(database.prepare("SELECT version, compatible FROM schema_version WHERE only_row = 1"));
    TRY_VOID(row.bind());
    if (!TRY(row.step())) return base::fail(base::Code::damaged, "schema_version");
    return Stored{.version = static_cast<int>(row.integer(0)),
                  .compatible = static_cast<int>(row.integer(1))};
}

} // namespace

base::Result<int> stored_version(Connection& database) { return TRY(stored(database)).version; }

base::Result<void> migrate(Connection& database) {
    const Stored book = TRY(stored(database));
    if (book.compatible > schema_version)
        return base::fail(base::Code::too_new, "book", base::integer_text(book.version));
    if (book.version < schema_version) {
        // The log was kept as it is until version 2.
        TRY_VOID(database.define("pack_text", [](std::string_view text, std::string_view at_hand) {
            return pack_text(text, at_hand);
        }));
    }
    for (const Migration& migration : migrations) {
        if (migration.version <= book.version) continue;
        TRY_VOID(database.execute(migration.sql));
        auto write = TRY(database.prepare("INSERT OR REPLACE INTO schema_version (only_row, "
                                          "version, compatible) VALUES (1, ?, ?)"));
        TRY_VOID(write.run(migration.version, migration.compatible));
    }
    if (book.version > 0 && book.version < 3) TRY_VOID(project_due_dates(database));
    if (book.version > 0 && book.version < 4) TRY_VOID(rebuild_derived(database));
    return {};
}

} // namespace store
