#include "store/register_rows.h"

#include "base/assert.h"
#include "store/columns.h"

#include <array>
#include <span>

namespace store {

namespace {

struct GroupedField {
    std::string_view field;
    std::string_view group;
};

constexpr std::array party_fields{
    GroupedField{"email", "contact"},       GroupedField{"phone", "contact"},
    GroupedField{"address", "address"},     GroupedField{"tax_number", "billing"},
    GroupedField{"reference", "billing"},   GroupedField{"language", "billing"},
    GroupedField{"terms", "billing"},       GroupedField{"contacts", "contacts"},
    GroupedField{"invoice_to", "contacts"}, GroupedField{"notes", "notes"},
    GroupedField{"is_archived", "life"},
};

constexpr std::array catalog_fields{
    GroupedField{"unit", "price"},       GroupedField{"unit_price", "price"},
    GroupedField{"price_mode", "price"}, GroupedField{"taxes", "price"},
    GroupedField{"is_archived", "life"},
};

constexpr std::array other_fields{GroupedField{"is_archived", "life"},
                                  GroupedField{"is_closed", "life"}};

// Of the practice each part is a group: identity, billing, appearance.
constexpr std::array practice_fields{GroupedField{"identity", "identity"},
                                     GroupedField{"billing", "billing"},
                                     GroupedField{"appearance", "appearance"}};

std::span<const GroupedField> grouped_fields(RecordKind kind) {
    switch (kind) {
    case RecordKind::client:
    case RecordKind::contact: return party_fields;
    case RecordKind::service:
    case RecordKind::product: return catalog_fields;
    case RecordKind::practice: return practice_fields;
    case RecordKind::tax:
    case RecordKind::location:
    case RecordKind::practitioner:
    case RecordKind::payment_method:
    case RecordKind::series:
    case RecordKind::draft:
    case RecordKind::device: return other_fields;
    }
    UNREACHABLE();
}

} // namespace

base::Result<void> write_register(Connection& database, Dot dot, const Value& value) {
    auto covered =
        TRY(database.prepare("DELETE FROM register WHERE record_id = ? AND field_group = ?"));
    TRY_VOID(covered.run(column(value.id), value.group));
    auto insert = TRY(database.prepare("INSERT INTO register (record_id, field_group, dot, kind, "
                                       "value) VALUES (?, ?, ?, ?, ?)"));
    return insert.run(column(value.id), value.group, dot.value, name_of(value.kind),
                      canonical_text(value.value));
}

base::Result<Groups> read_groups(Connection& database, const base::Uuid& record) {
    auto rows = TRY(database.prepare(
        "SELECT r.field_group, r.value FROM register r JOIN change c ON c.dot = r.dot "
        "JOIN device d ON d.number = r.dot >> 40 WHERE r.record_id = ? "
        "ORDER BY r.field_group, c.stamp_ms DESC, c.stamp_counter DESC, d.id DESC"));
    TRY_VOID(rows.bind(column(record)));
    Groups groups;
    while (TRY(rows.step())) {
        if (groups.contains(rows.text(0))) continue;
        auto value = parse_json(rows.text(1));
        if (!value) return base::fail(base::Code::damaged, std::string(rows.text(0)));
        groups.emplace(rows.text(0), *std::move(value));
    }
    return groups;
}

base::Result<void> drop_register(Connection& database, const base::Uuid& record) {
    auto erase = TRY(database.prepare("DELETE FROM register WHERE record_id = ?"));
    return erase.run(column(record));
}

std::string_view group_of(RecordKind kind, std::string_view field) {
    for (const auto& grouped : grouped_fields(kind))
        if (grouped.field == field) return grouped.group;
    return "main";
}

base::Result<std::vector<Value>> changed_groups(Connection& database, RecordKind kind,
                                                const base::Uuid& id, const Json& record) {
    Groups wanted;
    for (const auto& grouped : grouped_fields(kind))
        wanted.try_emplace(std::string(grouped.group), Json::object());
    for (const auto& [field, value] : record.items())
        if (field != "id")
            wanted.try_emplace(std::string(group_of(kind, field)), Json::object())
                .first->second[field] = value;
    const Groups held = TRY(read_groups(database, id));
    std::vector<Value> changed;
    for (auto& [group, value] : wanted) {
        const auto found = held.find(group);
        const bool is_new = found == held.end() ? !value.empty() : found->second != value;
        if (is_new) changed.push_back({.kind = kind, .id = id, .group = group, .value = value});
    }
    return changed;
}

base::Result<std::optional<Json>> read_record(Connection& database, const base::Uuid& id) {
    const Groups groups = TRY(read_groups(database, id));
    if (groups.empty()) return std::optional<Json>();
    Json record = Json::object();
    for (const auto& [group, value] : groups) {
        if (!value.is_object()) return std::optional<Json>(); // `life` is null: deleted.
        record.update(value);
    }
    return std::optional<Json>(std::move(record));
}

} // namespace store
