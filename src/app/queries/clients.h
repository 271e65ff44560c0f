// Clients: the list that is searched as one types, and one client's account.
//
// A word finds every client one of whose words begins with it, whatever its case and diacritics;
// all words must be found. The list is read a page at a time and never whole.
#pragma once

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
    std::size_t offset = 0;
    std::size_t count = 50;
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

struct ClientList {
    std::size_t in_use_count = 0;
    std::size_t archived_count = 0;
    std::size_t found_count = 0; // With this search and state.
    std::vector<ClientRow> rows;
};

// An account's figures in one currency.
struct AccountFigures {
    domain::Money owed;
    domain::Money overdue;
    domain::Money credit;
};

enum class AccountLineKind : std::uint8_t {
    invoice,
    invoice_voided,
    invoice_reverted,
    payment,
    payment_voided,
    paid_by_other,  // Another payer's money on an invoice of this account.
    paid_for_other, // This payer's money on an invoice of another account.
    cash_rounding,  // What coins could not pay.
};

// A fact that moved the account, with the balance after it: what is owed less credit held.
struct AccountLine {
    AccountLineKind kind = AccountLineKind::invoice;
    base::Date date;
    base::Uuid record;  // The invoice or payment.
    std::string number; // Of the invoice; of a payment the first invoice it pays.
    std::string detail; // The first line's name, or the method's.
    std::size_t line_count = 0;
    std::optional<base::Date> due_date;
    std::optional<domain::Status> status; // Of the invoice now.
    domain::Money amount;                 // Signed: an invoice raises, a payment lowers.
    domain::Money still_owed;             // Of the invoice now.
    domain::Money balance;
};

struct PaymentRow {
    domain::PaymentId id;
    base::Date date;
    std::string method_name;
    std::string reference;
    domain::Money amount;
    domain::Money left; // Not allocated.
    bool is_voided = false;
};

struct ClientProfile {
    domain::Client client;
    std::vector<domain::Contact> contacts;
    std::vector<AccountFigures> figures; // The practice's currency first, always there.
    std::size_t invoice_count = 0;       // Issued to this account.
    std::size_t draft_count = 0;
    std::vector<AccountLine> account; // Newest first, in the practice's currency.
    std::vector<PaymentRow> payments; // Newest first.
    domain::Terms terms;              // Their own, or the practice's.
};

[[nodiscard]] base::Result<ClientList> query_clients(const QueryContext& context,
                                                     const ClientListQuery& query);
[[nodiscard]] base::Result<ClientProfile> query_client(const QueryContext& context,
                                                       domain::PartyId id);

// Ids of the records of a kind (as in table `master`) that a text finds, by name; at most
// `count_max`.
[[nodiscard]] base::Result<std::vector<base::Uuid>> find_by_words(store::Connection& database,
                                                                  std::string_view kind,
                                                                  std::string_view text,
                                                                  std::size_t count_max);

} // namespace app
