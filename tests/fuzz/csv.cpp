// Files to import come from any program: whatever the bytes, there is a plan or a refusal, and a
// plan without faults is a command that the book takes.
#include "base/csv.h"
#include "app/imports/import.h"
#include "app/imports/import_json.h"
#include "base/assert.h"
#include "base/text.h"
#include "fuzz/draw.h"
#include "fuzz/practice.h"
#include "fuzz/targets.h"
#include "store/digest.h"

#include <algorithm>

namespace {

void read_table(base::ByteView file) {
    const auto table = base::read_csv(file);
    if (!table.has_value()) return;
    ASSERT(!table->heading.empty());
    ASSERT(!table->rows.empty());
    std::size_t line = 0;
    for (const base::CsvRow& row : table->rows) {
        ASSERT(row.line > line);
        line = row.line;
        ASSERT(row.fault.has_value() || row.cells.size() == table->heading.size());
        ASSERT(std::ranges::all_of(row.cells, base::is_utf8));
    }
}

void import_file(app::App& app, app::ImportKind kind, base::ByteView file,
                 const app::ImportOptions& options) {
    const base::Digest before = *store::digest_of(app.book().database());
    const auto plan = app.plan_import(kind, file, options);
    ASSERT(*store::digest_of(app.book().database()) == before);
    if (!plan.has_value()) return;
    for (const store::Json& line : app::plan_json(*plan))
        ASSERT(!store::canonical_text(line).empty());
    const auto command = app::import_command(*plan);
    if (!command.has_value()) return;
    const base::Uuid id = app.new_id();
    ASSERT(app.execute(id, *command).has_value());
    ASSERT(app.execute(app::Undo{id}).has_value());
}

} // namespace

// The first byte chooses the kind, the marks of numbers and what is done with repeated rows.
void fuzz::csv(base::ByteView input) {
    Draw draw(input);
    const std::uint8_t choice = draw.byte();
    const base::ByteView file = draw.rest();
    read_table(file);
    platform::SimStorage storage = practice();
    Program program(storage);
    app::ImportOptions options;
    if (choice & 4U) options.decimal_mark = app::DecimalMark::comma;
    options.repeated = choice & 8U ? app::RepeatedRows::add : app::RepeatedRows::leave_out;
    import_file(program.app, static_cast<app::ImportKind>(choice % 4 % 3), file, options);
}
