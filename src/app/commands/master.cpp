// Master data: clients, contacts, the catalogue, taxes, people, places, payment methods.
#include "app/commands/context.h"

#include "base/assert.h"
#include "domain/adjustment.h"
#include "domain/checks.h"
#include "domain/limits.h"
#include "domain/validate.h"
#include "store/records.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <vector>

namespace app {

namespace {

store::RecordKind record_kind(MasterKind kind) {
    switch (kind) {
    case MasterKind::client: return store::RecordKind::client;
    case MasterKind::contact: return store::RecordKind::contact;
    case MasterKind::service: return store::RecordKind::service;
    case MasterKind::product: return store::RecordKind::product;
    case MasterKind::tax: return store::RecordKind::tax;
    case MasterKind::location: return store::RecordKind::location;
    case MasterKind::practitioner: return store::RecordKind::practitioner;
    case MasterKind::payment_method: return store::RecordKind::payment_method;
    }
    UNREACHABLE();
}

template <typename T>
base::Result<void> must_exist(const CommandContext& context, const base::Id<T>& id,
                              store::RecordKind kind, std::string field) {
    auto row = TRY(context.database.prepare(
        "SELECT 1 FROM master WHERE id = ? AND kind = ? AND state < 2 ORDER BY id"));
    TRY_VOID(row.bind(base::ByteView(id.uuid.bytes), store::name_of(kind)));
    if (!TRY(row.step())) return base::fail(base::Code::not_found, std::move(field));
    return {};
}

template <typename T>
base::Result<void> check_taxes(const CommandContext& context, const T& record) {
    if constexpr (requires { record.taxes; }) {
        for (std::size_t i = 0; i < record.taxes.size(); ++i)
            TRY_VOID(must_exist(context, record.taxes[i], store::RecordKind::tax,
                                "taxes[" + base::integer_text(static_cast<std::int64_t>(i)) + "]"));
    }
    return {};
}

base::Result<void> check_links(const CommandContext& context, const domain::Client& client) {
    for (std::size_t i = 0; i < client.contacts.size(); ++i)
        TRY_VOID(must_exist(context, client.contacts[i], store::RecordKind::contact,
                            "contacts[" + base::integer_text(static_cast<std::int64_t>(i)) + "]"));
    if (client.invoice_to)
        TRY_VOID(must_exist(context, *client.invoice_to, store::RecordKind::contact, "invoice_to"));
    return {};
}

template <typename T>
base::Result<void> check(const CommandContext& context, const T& record) {
    TRY_VOID(domain::validate(record));
    TRY_VOID(check_taxes(context, record));
    if constexpr (std::same_as<T, domain::Client>) TRY_VOID(check_links(context, record));
    return {};
}

template <typename T>
base::Result<Outcome> write(const CommandContext& context, const T& record) {
    Outcome outcome{.record = record.id.uuid};
    append(outcome.operations, TRY(store::changes_to(context.database, record)));
    return outcome;
}

template <typename T>
base::Result<Outcome> add(const CommandContext& context, T record) {
    if (record.id.is_none())
        record.id.uuid = context.domain.ids.next(context.domain.now);
    else if (!TRY(store::read_groups(context.database, record.id.uuid)).empty())
        return base::fail(base::Code::already_exists, "id");
    TRY_VOID(check(context, record));
    return write(context, record);
}

// All faults of all records at once.
template <typename T>
base::Result<Outcome> add_all(const CommandContext& context, const std::vector<T>& records) {
    constexpr std::size_t count_max = domain::imported_records_max;
    if (records.empty()) return base::fail(base::Code::missing, "records");
    if (records.size() > count_max)
        return base::fail(base::Code::out_of_range, "records", std::to_string(count_max));
    Outcome outcome;
    domain::Checks checks;
    std::set<base::Uuid> ids;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const std::string at = domain::indexed("records", i);
        auto added = add(context, records[i]);
        if (!added) {
            checks.refuse(added.error(), at);
            continue;
        }
        if (!ids.insert(added->record).second)
            checks.refuse(base::Code::already_exists, at + ".id");
        std::ranges::move(added->operations, std::back_inserter(outcome.operations));
    }
    TRY_VOID(checks.result());
    return outcome;
}

template <typename T>
base::Result<Outcome> edit(const CommandContext& context, const T& record) {
    TRY_VOID(must_exist(context, record.id, store::kind_of<T>, "id"));
    TRY_VOID(check(context, record));
    return write(context, record);
}

base::Result<Outcome> set_archived(const CommandContext& context, MasterKind kind,
                                   const base::Uuid& id, bool archived) {
    struct AnyTag;
    TRY_VOID(must_exist(context, base::Id<AnyTag>{id}, record_kind(kind), "id"));
    auto record = TRY(store::read_record(context.database, id));
    if (!record) return base::fail(base::Code::not_found, "id");
    if (archived)
        (*record)["is_archived"] = true;
    else
        record->erase("is_archived");
    Outcome outcome{.record = id};
    append(outcome.operations,
           TRY(store::changed_groups(context.database, record_kind(kind), id, *record)));
    if (!archived && outcome.operations.empty()) return base::fail(base::Code::not_archived, "id");
    return outcome;
}

} // namespace

base::Result<Outcome> handle(const CommandContext& context, const Add<domain::Client>& command) {
    return add(context, command.record);
}
base::Result<Outcome> handle(const CommandContext& context, const Edit<domain::Client>& command) {
    return edit(context, command.record);
}
base::Result<Outcome> handle(const CommandContext& context, const Add<domain::Contact>& command) {
    return add(context, command.record);
}
base::Result<Outcome> handle(const CommandContext& context, const Edit<domain::Contact>& command) {
    return edit(context, command.record);
}
base::Result<Outcome> handle(const CommandContext& context, const Add<domain::Service>& command) {
    return add(context, command.record);
}
base::Result<Outcome> handle(const CommandContext& context, const Edit<domain::Service>& command) {
    return edit(context, command.record);
}
base::Result<Outcome> handle(const CommandContext& context, const Add<domain::Product>& command) {
    return add(context, command.record);
}
base::Result<Outcome> handle(const CommandContext& context, const Edit<domain::Product>& command) {
    return edit(context, command.record);
}
base::Result<Outcome> handle(const CommandContext& context,
                             const Add<domain::TaxDefinition>& command) {
    return add(context, command.record);
}
base::Result<Outcome> handle(const CommandContext& context,
                             const Edit<domain::TaxDefinition>& command) {
    return edit(context, command.record);
}
base::Result<Outcome> handle(const CommandContext& context, const Add<domain::Location>& command) {
    return add(context, command.record);
}
base::Result<Outcome> handle(const CommandContext& context, const Edit<domain::Location>& command) {
    return edit(context, command.record);
}
base::Result<Outcome> handle(const CommandContext& context,
                             const Add<domain::Practitioner>& command) {
    return add(context, command.record);
}
base::Result<Outcome> handle(const CommandContext& context,
                             const Edit<domain::Practitioner>& command) {
    return edit(context, command.record);
}
base::Result<Outcome> handle(const CommandContext& context,
                             const Add<domain::PaymentMethod>& command) {
    return add(context, command.record);
}
base::Result<Outcome> handle(const CommandContext& context,
                             const Edit<domain::PaymentMethod>& command) {
    return edit(context, command.record);
}
base::Result<Outcome> handle(const CommandContext& context, const Import<domain::Client>& command) {
    return add_all(context, command.records);
}
base::Result<Outcome> handle(const CommandContext& context,
                             const Import<domain::Service>& command) {
    return add_all(context, command.records);
}
base::Result<Outcome> handle(const CommandContext& context,
                             const Import<domain::Product>& command) {
    return add_all(context, command.records);
}
base::Result<Outcome> handle(const CommandContext& context, const Archive& command) {
    return set_archived(context, command.kind, command.id, true);
}
base::Result<Outcome> handle(const CommandContext& context, const Restore& command) {
    return set_archived(context, command.kind, command.id, false);
}

} // namespace app
