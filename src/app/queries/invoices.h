// Invoices: the list over the whole book, and one invoice with its money and history.
//
// The list is a window: the keys of what is found are read once for each question and revision,
// rows only for what is in sight. Drafts stand among the issued invoices, first by default. Sums
// are in the practice's currency; `others` counts what is left out of them.
#pragma once

#include "app/queries/context.h"
#include "domain/balance.h"
#include "domain/ids.h"
#include "domain/invoice.h"
#include "domain/money.h"
#include "store/invoice_rows.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace app {

enum class InvoiceFilter : std::uint8_t { all, drafts, open, overdue, paid, other };
enum class InvoiceSort : std::uint8_t { newest, number, client, issued, due, total, balance };
enum class SortOrder : std::uint8_t { ascending, descending };

struct Period {
    base::Date first;
    base::Date last;

    friend bool operator==(const Period&, const Period&) = default;
};

struct InvoiceListQuery {
    InvoiceFilter filter = InvoiceFilter::all;
    std::string search;           // A number, a client's name or an amount.
    std::optional<Period> period; // By issue date; drafts by theirs, without one always.
    std::optional<domain::PartyId> account;
    InvoiceSort sort = InvoiceSort::newest; // Drafts first, then by issue date and number.
    SortOrder order = SortOrder::descending;

    friend bool operator==(const InvoiceListQuery&, const InvoiceListQuery&) = default;
};

struct InvoiceListSummary {
    std::array<std::size_t, 6> counts{}; // By InvoiceFilter, under this search and period.
    std::size_t row_count = 0;           // Under the filter too.
    domain::Money total;                 // Live issued invoices.
    domain::Money settled;
    domain::Money balance;
    std::size_t others = 0; // Invoices in other currencies.
};

struct InvoiceRow {
    domain::InvoiceId id;
    std::string number; // Empty for a draft that never had one.
    std::string client_name;
    std::string client_latin_name;
    std::optional<base::Date> issue_date;
    std::optional<base::Date> due_date;
    std::optional<base::Instant> edited; // Of a draft.
    domain::Status status = domain::Status::draft;
    std::optional<domain::Money> total; // None while a draft's lines don't add up.
    std::optional<domain::Money> balance;
    std::string left_way; // "printed", "downloaded", "exported"; empty: it never left.
};

struct InvoiceMoney {
    domain::AllocationId allocation;
    domain::PaymentId payment;
    base::Date date;
    std::string method_name;
    std::string payer_name;
    domain::Money amount; // Live: releases taken off.
    domain::Money cash_rounding;
    std::optional<base::Date> released_on; // Nothing of it is live any more.
};

struct InvoiceWriteOff {
    domain::WriteOffId write_off;
    base::Date date;
    std::string reason;
    domain::Money amount; // Live: what was reversed is taken off; zero once all of it was.
};

struct HistoryEntry {
    base::Instant at;
    base::Uuid author;
    std::string command;
};

struct InvoiceView {
    store::IssuedDocument document; // The last version, as it was frozen.
    domain::Status status = domain::Status::open;
    domain::Money balance;
    domain::Money settled;
    std::vector<InvoiceMoney> money;         // Oldest first.
    std::vector<InvoiceWriteOff> write_offs; // Oldest first.
    std::vector<HistoryEntry> history;       // Oldest first.
    std::vector<base::Error> void_reasons;   // What stands against voiding today.
    std::vector<base::Error> revert_reasons; // ... and against reverting.
    std::string void_reason;                 // As given, once voided.
    domain::Money credit_available;          // Of the account, that could be applied.
    bool has_left = false;
};

// Keys of the rows a question finds, kept from frame to frame by App.
class InvoiceListCache;

[[nodiscard]] base::Result<InvoiceView> query_invoice(const QueryContext& context,
                                                      base::IdSource& ids, domain::InvoiceId id);

} // namespace app
