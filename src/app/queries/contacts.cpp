#include "app/queries/contacts.h"

#include "app/queries/clients.h"
#include "app/queries/names.h"
#include "base/text.h"
#include "store/columns.h"
#include "store/records.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

// The clients that name the contact. No table holds the links, so their registers are looked
// through: 20,000 clients take a few milliseconds, for a screen that is seldom opened.
base::Result<std::vector<LinkedClient>> clients_of(const QueryContext& context,
                                                   domain::PartyId contact) {
    auto rows = TRY(context.database.prepare(
        "SELECT DISTINCT m.id, m.sort_key FROM register r JOIN master m ON m.id = r.record_id "
        "WHERE m.kind = ? AND m.state < 2 AND r.field_group = 'contacts' "
        "AND instr(r.value, ?) > 0 ORDER BY m.sort_key, m.id"));
    TRY_VOID(rows.bind(store::name_of(store::RecordKind::client), base::to_text(contact)));
    std::vector<LinkedClient> clients;
    while (TRY(rows.step())) {
        const auto id = TRY(store::id_column<domain::PartyId>(rows, 0));
        const auto client = TRY(store::load_record<domain::Client>(context.database, id.uuid));
        // A value that lost to another device's may still stand in the register.
        if (!client || !std::ranges::contains(client->contacts, contact)) continue;
        clients.push_back(
            {.id = id, .name = client->name, .is_invoiced = client->invoice_to == contact});
    }
    return clients;
}

base::Result<std::vector<base::Uuid>> first_contacts(const QueryContext& context,
                                                     std::size_t count_max) {
    auto rows = TRY(context.database.prepare(
        "SELECT id FROM master WHERE kind = ? AND state = 0 ORDER BY sort_key, id LIMIT ?"));
    TRY_VOID(rows.bind(store::name_of(store::RecordKind::contact),
                       static_cast<std::int64_t>(count_max)));
    std::vector<base::Uuid> ids;
    while (TRY(rows.step()))
        ids.push_back(TRY(store::uuid_column(rows, 0)));
    return ids;
}

} // namespace

base::Result<ContactProfile> query_contact(const QueryContext& context, domain::PartyId id) {
    if (!TRY(is_record(context.database, store::RecordKind::contact, id.uuid)))
        return base::fail(base::Code::not_found, "contact");
    auto contact = TRY(store::load_record<domain::Contact>(context.database, id.uuid));
    if (!contact) return base::fail(base::Code::not_found, "contact");
    return ContactProfile{.contact = *std::move(contact),
                          .clients = TRY(clients_of(context, id)),
                          .account = TRY(query_account(context, id))};
}

base::Result<std::vector<domain::Contact>>
query_contacts(const QueryContext& context, std::string_view text, std::size_t count_max) {
    const auto ids =
        base::trimmed(text).empty()
            ? TRY(first_contacts(context, count_max))
            : TRY(find_by_words(context.database, store::name_of(store::RecordKind::contact), text,
                                count_max));
    std::vector<domain::Contact> contacts;
    for (const base::Uuid& id : ids)
        if (auto contact = TRY(store::load_record<domain::Contact>(context.database, id)))
            contacts.push_back(*std::move(contact));
    return contacts;
}

} // namespace app
