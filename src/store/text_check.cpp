#include "store/text_check.h"

#include "base/text.h"

#include <string>

namespace store {

namespace {

constexpr int text_type = 3; // SQLITE_TEXT

std::string quoted(std::string_view name) {
    std::string text = "\"";
    for (const char letter : name) {
        text += letter;
        if (letter == '"') text += letter;
    }
    return text + '"';
}

base::Result<void> check_table(Connection& database, std::string_view table) {
    auto rows = TRY(database.prepare("SELECT * FROM " + quoted(table)));
    TRY_VOID(rows.bind());
    while (TRY(rows.step()))
        for (int column = 0; column < rows.column_count(); ++column)
            if (rows.column_type(column) == text_type && !base::is_utf8(rows.text(column)))
                return base::fail(base::Code::damaged, "file", std::string(table));
    return {};
}

} // namespace

base::Result<void> check_texts(Connection& database) {
    auto tables = TRY(database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' "
                                       "AND rootpage > 0 ORDER BY name"));
    TRY_VOID(tables.bind());
    while (TRY(tables.step()))
        TRY_VOID(check_table(database, tables.text(0)));
    return {};
}

} // namespace store
