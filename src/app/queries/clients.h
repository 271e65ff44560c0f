// Clients: the list that is searched as one types, and one client's account.
//
// A word finds every client one of whose words begins with it, whatever its case and diacritics;
// all words must be found. An email or a phone number is one word however it is written. The list
// is read a page at a time and never whole.
#pragma once

#include "app/queries/account.h"
#include "app/queries/context.h"
#include "app/queries/invoices.h"
#include "domain/ids.h"
#include "domain/money.h"
#include "domain/party.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace app {

enum class ClientState : std::uint8_t { in_use, archived };
enum class ClientSort : std::uint8_t { name, owed };

struct ClientListQuery {
    std::string search;
    ClientState state = ClientState::in_use;
    ClientSort sort = ClientSort::name;
    SortOrder order = SortOrder::ascending;
    std::size_t offset = 0;
    std::size_t count = 50;

    friend bool operator==(const ClientListQuery&, const ClientListQuery&) = default;
};

struct ClientRow {
    domain::PartyId id;
    std::string name;
    std::string latin_name;
    std::string email;
    std::string phone;
    domain::Money owed; // In the practice's currency.
    domain::Money overdue;
    domain::Money credit;
    bool has_other_currencies = false;
};

struct ClientCounts {
    std::size_t in_use = 0;
    std::size_t archived = 0;
};

struct ClientList {
    std::size_t in_use_count = 0;
    std::size_t archived_count = 0;
    std::size_t found_count = 0; // With this search and state.
    std::vector<ClientRow> rows;
};

struct ClientProfile {
    domain::Client client;
    std::vector<domain::Contact> contacts;
    domain::Terms terms; // Their own, or the practice's.
    Account account;
};

// Goes over an index of all clients: to be asked once a change, not once a keystroke.
[[nodiscard]] base::Result<ClientCounts> count_clients(store::Connection& database);
[[nodiscard]] base::Result<ClientList> query_clients(const QueryContext& context,
                                                     const ClientListQuery& query,
                                                     const ClientCounts& counts);
[[nodiscard]] base::Result<ClientProfile> query_client(const QueryContext& context,
                                                       domain::PartyId id);

// Ids of the records of a kind (as in table `master`) that a text finds, by name; at most
// `count_max`.
[[nodiscard]] base::Result<std::vector<base::Uuid>> find_by_words(store::Connection& database,
                                                                  std::string_view kind,
                                                                  std::string_view text,
                                                                  std::size_t count_max);

} // namespace app
