#include "store/replay.h"

#include "store/apply.h"
#include "store/attachment_rows.h"
#include "store/change_log.h"
#include "store/columns.h"

namespace store {

namespace {

base::Result<void> copy_local(Connection& from, Connection& to) {
    auto devices = TRY(from.prepare("SELECT number, id FROM device ORDER BY number"));
    auto insert_device = TRY(to.prepare("INSERT INTO device (number, id) VALUES (?, ?)"));
    TRY_VOID(devices.bind());
    while (TRY(devices.step()))
        TRY_VOID(insert_device.run(devices.integer(0), devices.blob(1)));
    auto book = TRY(from.prepare("SELECT practice_id, device_number FROM book ORDER BY only_row"));
    auto insert_book =
        TRY(to.prepare("INSERT INTO book (only_row, practice_id, device_number) VALUES (1, ?, ?)"));
    TRY_VOID(book.bind());
    while (TRY(book.step()))
        TRY_VOID(insert_book.run(book.blob(0), book.integer(1)));
    auto files = TRY(from.prepare("SELECT media_type, bytes FROM attachment ORDER BY hash"));
    TRY_VOID(files.bind());
    while (TRY(files.step()))
        TRY_VOID(insert_attachment(to, files.text(0), files.blob(1)));
    return {};
}

} // namespace

base::Result<void> replay(Connection& from, Connection& to) {
    TRY_VOID(copy_local(from, to));
    return for_each_change(from, [&](const Change& change) -> base::Result<void> {
        TRY_VOID(copy_change(to, change));
        return apply_operations(to, {.dot = change.dot, .recorded = change.recorded},
                                TRY(parse_body(change.body)));
    });
}

} // namespace store
