// Contacts: those who may be invoiced in a client's place, with their account and their clients.
#pragma once

#include "app/queries/account.h"
#include "app/queries/context.h"
#include "domain/ids.h"
#include "domain/party.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace app {

struct LinkedClient {
    domain::PartyId id;
    std::string name;
    bool is_invoiced = false; // Their invoices go to this contact.
};

struct ContactProfile {
    domain::Contact contact;
    std::vector<LinkedClient> clients; // By name, archived ones too.
    Account account;
};

[[nodiscard]] base::Result<ContactProfile> query_contact(const QueryContext& context,
                                                         domain::PartyId id);
// Contacts in use that a text finds, by name; without a text the first ones.
[[nodiscard]] base::Result<std::vector<domain::Contact>>
query_contacts(const QueryContext& context, std::string_view text, std::size_t count_max);

} // namespace app
