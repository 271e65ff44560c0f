// Typed registers: loading a client, a tax or the practice, and what saving one would write.
//
// Thin over store/register_rows: JSON becomes the domain's record and back. A record that was
// deleted is as one that never was; an archived one is there and says so.
#pragma once

#include "store/register_rows.h"
#include "store/shapes.h"

#include <optional>
#include <vector>

namespace store {

template <typename T>
inline constexpr RecordKind kind_of = RecordKind::practice;
template <>
inline constexpr RecordKind kind_of<domain::Client> = RecordKind::client;
template <>
inline constexpr RecordKind kind_of<domain::Contact> = RecordKind::contact;
template <>
inline constexpr RecordKind kind_of<domain::Service> = RecordKind::service;
template <>
inline constexpr RecordKind kind_of<domain::Product> = RecordKind::product;
template <>
inline constexpr RecordKind kind_of<domain::TaxDefinition> = RecordKind::tax;
template <>
inline constexpr RecordKind kind_of<domain::Location> = RecordKind::location;
template <>
inline constexpr RecordKind kind_of<domain::Practitioner> = RecordKind::practitioner;
template <>
inline constexpr RecordKind kind_of<domain::PaymentMethod> = RecordKind::payment_method;
template <>
inline constexpr RecordKind kind_of<SeriesRecord> = RecordKind::series;

// Reads the book's own JSON, completed by the id: what does not fit is `damaged`, with its record.
template <typename T> // NOLINTNEXTLINE(performance-unnecessary-value-param)
[[nodiscard]] base::Result<T> record_from(Json json, const base::Uuid& id) {
    if constexpr (requires(T record) { record.id; }) json["id"] = to_text(id);
    auto record = from_json<T>(json);
    if (!record)
        return base::fail(base::Code::damaged, std::string(name_of(kind_of<T>)),
                          record.error().field);
    return *std::move(record);
}

template <typename T>
[[nodiscard]] base::Result<std::optional<T>> load_record(Connection& database,
                                                         const base::Uuid& id) {
    auto json = TRY(read_record(database, id));
    if (!json) return std::optional<T>();
    return std::optional<T>(TRY(record_from<T>(*std::move(json), id)));
}

// All records of a kind in use or archived, by name.
[[nodiscard]] base::Result<std::vector<base::Uuid>> ids_of(Connection& database, RecordKind kind);
template <typename T>
[[nodiscard]] base::Result<std::vector<T>> load_all(Connection& database) {
    std::vector<T> records;
    for (const base::Uuid& id : TRY(ids_of(database, kind_of<T>)))
        if (auto record = TRY(load_record<T>(database, id))) records.push_back(*std::move(record));
    return records;
}

// The groups that saving `record` would write; none when nothing differs.
template <typename T>
[[nodiscard]] base::Result<std::vector<Value>> changes_to(Connection& database, const T& record) {
    return changed_groups(database, kind_of<T>, record.id.uuid, to_json(record));
}

} // namespace store
