// Registers: the values of the field groups of every record that is not a fact.
//
// A record is the JSON of its groups put together. A group keeps every value that no other value
// has seen; what stands in a record meanwhile is the greatest by (stamp, device). A local write has
// seen all of them, so it leaves one.
#pragma once

#include "store/dot.h"
#include "store/operation.h"
#include "store/sqlite.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace store {

[[nodiscard]] base::Result<void> write_register(Connection& database, Dot dot, const Value& value);

// Group name to value, null values included.
using Groups = std::map<std::string, Json, std::less<>>;
[[nodiscard]] base::Result<Groups> read_groups(Connection& database, const base::Uuid& record);

// Forgets a record's values: an issued draft lives on as a fact.
[[nodiscard]] base::Result<void> drop_register(Connection& database, const base::Uuid& record);

// The group a field of a record belongs to. Two devices that change different groups of one record
// both keep their change.
[[nodiscard]] std::string_view group_of(RecordKind kind, std::string_view field);

// The groups of `record` whose value differs from what the book holds, as values to be written.
// `record` is the whole record as JSON, with or without its id.
[[nodiscard]] base::Result<std::vector<Value>>
changed_groups(Connection& database, RecordKind kind, const base::Uuid& id, const Json& record);

// The record put together; nothing if it was never written or is deleted.
[[nodiscard]] base::Result<std::optional<Json>> read_record(Connection& database,
                                                            const base::Uuid& id);

} // namespace store
