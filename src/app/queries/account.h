// One account as it stands: what it owes, every fact that moved it, the payments of its payer.
//
// An account belongs to a party: a client, or a contact who is invoiced in a client's place.
// Figures are per currency and never added across; lines are in the practice's currency, newest
// first, each with the balance after it.
#pragma once

#include "app/queries/context.h"
#include "app/queries/invoices.h"
#include "domain/ids.h"
#include "domain/money.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace app {

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
    written_off,
    write_off_reversed,
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

struct Account {
    std::vector<AccountFigures> figures; // The practice's currency first, always there.
    std::size_t invoice_count = 0;       // Issued to this account.
    std::size_t draft_count = 0;
    std::vector<AccountLine> lines;   // Newest first, in the practice's currency.
    std::vector<PaymentRow> payments; // Newest first.
};

[[nodiscard]] base::Result<Account> query_account(const QueryContext& context, domain::PartyId id);
[[nodiscard]] base::Result<std::vector<AccountFigures>> query_figures(const QueryContext& context,
                                                                      domain::PartyId account);

} // namespace app
