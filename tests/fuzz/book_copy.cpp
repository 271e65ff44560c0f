// The file of a copy comes from outside: looked at and restored, or refused. A book with such a
// past may be wrong in what it says, but nothing it says may stop the program.
#include "base/assert.h"
#include "fuzz/draw.h"
#include "fuzz/practice.h"
#include "fuzz/targets.h"
#include "store/page_store.h"
#include "store/verify.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::size_t changes_max = 16;

struct Column {
    std::string table;
    std::string name;
};

const base::Bytes& whole_copy() {
    static const base::Bytes copy = [] {
        platform::SimStorage storage = fuzz::practice();
        fuzz::Program program(storage);
        return program.app.book().file_bytes();
    }();
    return copy;
}

store::Connection open(store::PageStore& pages, base::ByteView file) {
    for (std::size_t at = 0; at < file.size(); at += store::page_size)
        ASSERT(pages.load_page(static_cast<store::PageNumber>(at / store::page_size) + 1,
                               file.subspan(at, store::page_size)));
    auto connection = store::Connection::open({.vfs = pages.vfs(),
                                               .raw_key = {},
                                               .page_count_max = store::pages_max,
                                               .contents = store::Connection::Contents::existing});
    ASSERT(connection.has_value());
    return *std::move(connection);
}

// Every column of every table, in a fixed order.
const std::vector<Column>& columns() {
    static const std::vector<Column> all = [] {
        store::PageStore pages;
        store::Connection connection = open(pages, whole_copy());
        auto rows = connection.prepare("SELECT t.name, c.name FROM sqlite_schema t "
                                       "JOIN pragma_table_info(t.name) c WHERE t.type = 'table' "
                                       "ORDER BY t.name, c.cid");
        ASSERT(rows.has_value());
        ASSERT(rows->bind().has_value());
        std::vector<Column> found;
        while (*rows->step())
            found.push_back({std::string(rows->text(0)), std::string(rows->text(1))});
        return found;
    }();
    return all;
}

template <typename Value>
void put(store::Connection& connection, const Column& column, std::int64_t row,
         const Value& value) {
    const std::string& name = column.name;
    auto update = connection.prepare("UPDATE OR REPLACE " + column.table + " SET " + name +
                                     " = ? WHERE " + name + " IS (SELECT " + name + " FROM " +
                                     column.table + " LIMIT 1 OFFSET ?)");
    if (update.has_value()) (void)update->run(value, row); // Of the wrong type it is refused.
}

// Writes a value into a column, as whoever has the file could.
void change_cell(store::Connection& connection, fuzz::Draw& draw) {
    const Column& column = columns()[draw.below(columns().size())];
    const std::int64_t row = draw.byte() % 4;
    switch (draw.byte() % 6) {
    case 0: return put(connection, column, row, std::int64_t{draw.byte()});
    case 1: return put(connection, column, row, static_cast<std::int64_t>(draw.number(8)));
    case 2: return put(connection, column, row, -static_cast<std::int64_t>(draw.number(2)));
    case 3: return put(connection, column, row, fuzz::text_of(draw.run()));
    case 4: return put(connection, column, row, draw.run());
    case 5: {
        auto remove = connection.prepare("DELETE FROM " + column.table);
        if (remove.has_value()) (void)remove->run();
    }
    }
}

base::Bytes with_changed_cells(fuzz::Draw& draw) {
    store::PageStore pages;
    {
        store::Connection connection = open(pages, whole_copy());
        ASSERT(connection.execute("PRAGMA ignore_check_constraints=ON").has_value());
        ASSERT(connection.execute("BEGIN IMMEDIATE").has_value());
        const std::size_t changes = draw.byte() % changes_max;
        for (std::size_t count = 0; count < changes && !draw.is_empty(); ++count)
            change_cell(connection, draw);
        ASSERT(connection.execute("COMMIT").has_value());
    }
    base::Bytes file;
    for (store::PageNumber number = 1; number <= pages.page_count(); ++number) {
        const auto page = pages.page(number);
        file.insert(file.end(), page.begin(), page.end());
    }
    return file;
}

// Overwrites short runs of bytes anywhere.
void patch(base::Bytes& file, fuzz::Draw& draw) {
    while (!draw.is_empty()) {
        const std::size_t at = draw.number(3) % file.size();
        const base::ByteView bytes = draw.run();
        std::ranges::copy(bytes.first(std::min(bytes.size(), file.size() - at)),
                          file.begin() + static_cast<std::ptrdiff_t>(at));
    }
}

// As the page does: looks first, then restores into an empty store and goes on working.
void restore(base::ByteView file) {
    platform::SimStorage storage;
    fuzz::Program program(storage);
    app::App& app = program.app;
    const bool is_readable = app.read_copy(file).has_value();
    const bool is_restored = app.restore_book(file).has_value();
    ASSERT(is_readable || !is_restored);
    if (!is_restored) return;
    program.settle();
    fuzz::ask_everything(app);
    (void)store::verify_book(app.book().database());
    constexpr std::array<std::string_view, 6> commands{
        R"({"command":"add_client","kind":"person","name":"Ciara"})",
        R"({"command":"duplicate_invoice","invoice":"019a9b2c-0000-7000-8000-00000000000a"})",
        R"({"command":"finalize_invoice","invoice":"019a9b2c-0000-7000-8000-00000000000c"})",
        R"({"command":"apply_credit","invoice":"019a9b2c-0000-7000-8000-00000000000b",)"
        R"("date":"2026-11-20"})",
        R"({"command":"void_invoice","invoice":"019a9b2c-0000-7000-8000-00000000000a",)"
        R"("date":"2026-11-20","reason":"Wrong","allocations":"release"})",
        R"({"command":"undo","undone":"019a9b2c-0000-7000-8000-000000000108"})"};
    for (const std::string_view command : commands)
        (void)app.execute_json(command);
    program.settle();
}

} // namespace

// First 'F': the file itself; else changes to a whole copy: cells, then runs of bytes.
void fuzz::book_copy(base::ByteView input) {
    Draw draw(input);
    if (draw.byte() == 'F') return restore(draw.rest());
    base::Bytes file = with_changed_cells(draw);
    patch(file, draw);
    restore(file);
}
