#include "store/attachment_rows.h"

#include "store/columns.h"

namespace store {

base::Result<void> insert_attachment(Connection& database, std::string_view media_type,
                                     base::ByteView bytes) {
    auto insert = TRY(database.prepare(
        "INSERT OR IGNORE INTO attachment (hash, media_type, bytes) VALUES (?, ?, ?)"));
    return insert.run(column(base::sha256(bytes)), media_type, bytes);
}

base::Result<bool> has_attachment(Connection& database, const base::Digest& hash) {
    auto row = TRY(database.prepare("SELECT 1 FROM attachment WHERE hash = ?"));
    TRY_VOID(row.bind(column(hash)));
    return row.step();
}

base::Result<std::optional<AttachmentRow>> load_attachment(Connection& database,
                                                           const base::Digest& hash) {
    auto row = TRY(database.prepare("SELECT media_type, bytes FROM attachment WHERE hash = ?"));
    TRY_VOID(row.bind(column(hash)));
    if (!TRY(row.step())) return std::optional<AttachmentRow>();
    const base::ByteView bytes = row.blob(1);
    return std::optional<AttachmentRow>(
        {.media_type = std::string(row.text(0)), .bytes = base::Bytes(bytes.begin(), bytes.end())});
}

} // namespace store
