#include "store/book_row.h"

#include "store/columns.h"

namespace store {

namespace {

base::Result<std::int64_t> add_device(Connection& database, domain::DeviceId device) {
    auto insert = TRY(database.prepare(
        "INSERT INTO device (number, id) SELECT COALESCE(MAX(number), 0) + 1, ? FROM device"));
    TRY_VOID(insert.run(column(device)));
    return database.last_insert_rowid();
}

} // namespace

base::Result<base::Uuid> practice_id(Connection& database) {
    auto row = TRY(database.prepare("SELECT practice_id FROM book WHERE only_row = 1"));
    TRY_VOID(row.bind());
    if (!TRY(row.step())) return base::fail(base::Code::not_found, "practice");
    return uuid_column(row, 0);
}

base::Result<domain::DeviceId> own_device(Connection& database) {
    auto row = TRY(database.prepare("SELECT d.id FROM book b JOIN device d "
                                    "ON d.number = b.device_number WHERE b.only_row = 1"));
    TRY_VOID(row.bind());
    if (!TRY(row.step())) return base::fail(base::Code::not_found, "practice");
    return id_column<domain::DeviceId>(row, 0);
}

base::Result<bool> has_practice(Connection& database) {
    auto row = TRY(database.prepare("SELECT COUNT(*) FROM book"));
    TRY_VOID(row.bind());
    return TRY(row.step()) && row.integer(0) == 1;
}

base::Result<void> write_book_row(Connection& database, const base::Uuid& practice,
                                  domain::DeviceId device) {
    const std::int64_t number = TRY(add_device(database, device));
    auto insert = TRY(database.prepare(
        "INSERT INTO book (only_row, practice_id, device_number) VALUES (1, ?, ?)"));
    return insert.run(column(practice), number);
}

base::Result<void> adopt_device(Connection& database, domain::DeviceId device) {
    const std::int64_t number = TRY(add_device(database, device));
    auto update = TRY(database.prepare("UPDATE book SET device_number = ? WHERE only_row = 1"));
    return update.run(number);
}

} // namespace store
