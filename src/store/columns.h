// How the types of base and domain stand in columns: ids and digests as BLOB, dates as
// days, instants as milliseconds.
//
// `column` on the way in, `*_column` on the way out. A row that was written by us and does not read
// back is damage, not input: `damaged` names the column.
#pragma once

#include "base/bytes.h"
#include "base/date.h"
#include "base/hash.h"
#include "base/id.h"
#include "base/instant.h"
#include "domain/context.h"
#include "domain/money.h"
#include "store/sqlite.h"

#include <cstdint>
#include <optional>

namespace store {

inline base::ByteView column(const base::Uuid& id) { return id.bytes; }
inline base::ByteView column(const base::Digest& digest) { return digest; }
template <typename Tag>
base::ByteView column(const base::Id<Tag>& id) {
    return column(id.uuid);
}
template <typename Tag>
std::optional<base::ByteView> column(const std::optional<base::Id<Tag>>& id) {
    return id ? std::optional(column(*id)) : std::nullopt;
}
inline std::int64_t column(base::Date date) { return date.days_since_epoch(); }
inline std::optional<std::int64_t> column(const std::optional<base::Date>& date) {
    return date ? std::optional(column(*date)) : std::nullopt;
}

// The none id for a NULL.
[[nodiscard]] base::Result<base::Uuid> uuid_column(const Statement& row, int index);
template <typename AnyId>
[[nodiscard]] base::Result<AnyId> id_column(const Statement& row, int index) {
    return AnyId{TRY(uuid_column(row, index))};
}
template <typename AnyId>
[[nodiscard]] base::Result<std::optional<AnyId>> optional_id_column(const Statement& row,
                                                                    int index) {
    if (row.is_null(index)) return std::optional<AnyId>();
    return std::optional<AnyId>(TRY(id_column<AnyId>(row, index)));
}
[[nodiscard]] base::Result<base::Digest> digest_column(const Statement& row, int index);
[[nodiscard]] base::Result<base::Date> date_column(const Statement& row, int index);
[[nodiscard]] base::Result<base::Instant> instant_column(const Statement& row, int index);
[[nodiscard]] base::Result<std::optional<base::Date>> optional_date_column(const Statement& row,
                                                                           int index);
[[nodiscard]] base::Result<domain::Currency> currency_column(const Statement& row, int index);
// A fact's day and the instant of its change, which is read back through the dot.
[[nodiscard]] base::Result<domain::Dated> dated_columns(const Statement& row, int date,
                                                        int recorded_ms);

} // namespace store
