#include "app/queries/clients.h"

#include "app/queries/names.h"
#include "base/text.h"
#include "store/columns.h"
#include "store/invoice_rows.h"
#include "store/master_rows.h"
#include "store/payment_rows.h"
#include "store/records.h"

#include <algorithm>
#include <limits>
#include <map>

namespace app {

namespace {

// From this many matches on, walking the list in its order is quicker than sorting the matches.
constexpr std::int64_t few_matches_max = 500;

// The end of the range of words that begin with `prefix`.
std::string after_prefix(std::string_view prefix) {
    return std::string(prefix) + "\xF4\x8F\xBF\xBF"; // U+10FFFF
}

// Every word of the search must begin one of the record's words (one a line, sorted).
bool has_all(std::string_view words, const std::vector<std::string>& searched) {
    return std::ranges::all_of(searched, [&](const std::string& prefix) {
        return words.starts_with(prefix) || words.contains("\n" + prefix);
    });
}

base::Result<std::int64_t> count_matches(store::Connection& database, std::string_view kind,
                                         const std::string& prefix) {
    auto row = TRY(database.prepare(
        "SELECT COUNT(*) FROM (SELECT 1 FROM search_word WHERE kind = ? AND word >= ? "
        "AND word < ? LIMIT ?)"));
    TRY_VOID(row.bind(kind, prefix, after_prefix(prefix), few_matches_max + 1));
    return TRY(row.step()) ? row.integer(0) : 0;
}

// Through the words: for a prefix that few records have.
base::Result<std::vector<base::Uuid>> find_few(store::Connection& database, std::string_view kind,
                                               std::int64_t state,
                                               const std::vector<std::string>& searched,
                                               const std::string& rarest) {
    auto rows = TRY(database.prepare(
        "SELECT DISTINCT m.id, m.sort_key, m.words FROM search_word w JOIN master m ON m.id = w.id "
        "WHERE w.kind = ? AND w.word >= ? AND w.word < ? AND m.state = ? "
        "ORDER BY m.sort_key, m.id"));
    TRY_VOID(rows.bind(kind, rarest, after_prefix(rarest), state));
    std::vector<base::Uuid> ids;
    while (TRY(rows.step()))
        if (has_all(rows.text(2), searched)) ids.push_back(TRY(store::uuid_column(rows, 0)));
    return ids;
}

struct Found {
    std::vector<base::Uuid> page;
    std::size_t count = 0;
};

Found page_of(std::vector<base::Uuid> ids, std::size_t offset, std::size_t count) {
    Found found{.page = {}, .count = ids.size()};
    for (std::size_t i = offset; i < ids.size() && found.page.size() < count; ++i)
        found.page.push_back(ids[i]);
    return found;
}

// Along the names: for a prefix that many records have, and for none.
base::Result<Found> walk_names(store::Connection& database, std::string_view kind,
                               std::int64_t state, const std::vector<std::string>& searched,
                               std::size_t offset, std::size_t count) {
    auto rows = TRY(database.prepare(
        "SELECT id, words FROM master WHERE kind = ? AND state = ? ORDER BY sort_key, id"));
    TRY_VOID(rows.bind(kind, state));
    Found found;
    while (TRY(rows.step())) {
        if (!has_all(rows.text(1), searched)) continue;
        if (found.count >= offset && found.page.size() < count)
            found.page.push_back(TRY(store::uuid_column(rows, 0)));
        ++found.count;
    }
    return found;
}

base::Result<Found> unsearched(store::Connection& database, std::string_view kind,
                               std::int64_t state, std::size_t offset, std::size_t count,
                               std::size_t total) {
    auto rows = TRY(database.prepare("SELECT id FROM master WHERE kind = ? AND state = ? "
                                     "ORDER BY sort_key, id LIMIT ? OFFSET ?"));
    TRY_VOID(rows.bind(kind, state, static_cast<std::int64_t>(count),
                       static_cast<std::int64_t>(offset)));
    Found found{.page = {}, .count = total};
    while (TRY(rows.step()))
        found.page.push_back(TRY(store::uuid_column(rows, 0)));
    return found;
}

base::Result<Found> search(store::Connection& database, std::string_view kind, std::int64_t state,
                           const std::vector<std::string>& searched, std::size_t offset,
                           std::size_t count) {
    std::string rarest;
    std::int64_t fewest = few_matches_max + 1;
    for (const std::string& word : searched) {
        const std::int64_t matches = TRY(count_matches(database, kind, word));
        if (matches < fewest) {
            fewest = matches;
            rarest = word;
        }
    }
    if (fewest <= few_matches_max)
        return page_of(TRY(find_few(database, kind, state, searched, rarest)), offset, count);
    return walk_names(database, kind, state, searched, offset, count);
}

base::Result<std::size_t> count_of(store::Connection& database, std::string_view kind,
                                   std::int64_t state) {
    auto row = TRY(database.prepare("SELECT COUNT(*) FROM master WHERE kind = ? AND state = ?"));
    TRY_VOID(row.bind(kind, state));
    return TRY(row.step()) ? static_cast<std::size_t>(row.integer(0)) : 0;
}

base::Result<std::vector<AccountFigures>> figures_of(const QueryContext& context,
                                                     domain::PartyId account) {
    const domain::Money zero{0, context.practice.billing.currency};
    std::vector<AccountFigures> figures{{.owed = zero, .overdue = zero, .credit = zero}};
    const auto in = [&](domain::Currency currency) -> AccountFigures& {
        for (AccountFigures& one : figures)
            if (one.owed.currency == currency) return one;
        const domain::Money none{0, currency};
        return figures.emplace_back(none, none, none);
    };
    auto open = TRY(
        context.database.prepare("SELECT currency, balance_minor, due_date FROM derived_invoice "
                                 "WHERE account_id = ? AND balance_minor <> 0 ORDER BY due_date"));
    TRY_VOID(open.bind(store::column(account)));
    while (TRY(open.step())) {
        AccountFigures& sums = in(TRY(store::currency_column(open, 0)));
        const domain::Money balance{open.integer(1), sums.owed.currency};
        sums.owed = TRY(domain::add(sums.owed, balance));
        const auto due = TRY(store::optional_date_column(open, 2));
        if (due && *due < context.today) sums.overdue = TRY(domain::add(sums.overdue, balance));
    }
    auto credit = TRY(context.database.prepare("SELECT currency, left_minor FROM derived_credit "
                                               "WHERE payer_id = ? ORDER BY payment_id"));
    TRY_VOID(credit.bind(store::column(account)));
    while (TRY(credit.step())) {
        AccountFigures& sums = in(TRY(store::currency_column(credit, 0)));
        sums.credit = TRY(domain::add(sums.credit, {credit.integer(1), sums.credit.currency}));
    }
    return figures;
}

base::Result<ClientRow> row_of(const QueryContext& context, const base::Uuid& id) {
    const auto client = TRY(store::load_record<domain::Client>(context.database, id));
    if (!client) return base::fail(base::Code::damaged, "client");
    const auto figures = TRY(figures_of(context, {id}));
    return ClientRow{.id = {id},
                     .name = client->name,
                     .latin_name = client->latin_name,
                     .email = client->email,
                     .phone = client->phone,
                     .owed = figures.front().owed,
                     .overdue = figures.front().overdue,
                     .credit = figures.front().credit,
                     .has_other_currencies = figures.size() > 1};
}

// Accounts by what they owe in the practice's currency, greatest first; the others by name.
base::Result<Found> by_owed(const QueryContext& context, const std::vector<base::Uuid>& ids,
                            std::size_t offset, std::size_t count) {
    std::map<base::Uuid, std::int64_t> owed;
    auto rows = TRY(context.database.prepare(
        "SELECT account_id, SUM(balance_minor) AS owed FROM derived_invoice "
        "WHERE balance_minor <> 0 AND currency = ? GROUP BY account_id ORDER BY account_id"));
    TRY_VOID(rows.bind(context.practice.billing.currency.code()));
    while (TRY(rows.step()))
        owed[TRY(store::uuid_column(rows, 0))] = rows.integer(1);
    std::vector<base::Uuid> sorted = ids;
    const auto owed_by = [&](const base::Uuid& id) {
        const auto found = owed.find(id);
        return found == owed.end() ? 0 : found->second;
    };
    std::ranges::stable_sort(sorted, std::greater<>(), owed_by);
    return page_of(std::move(sorted), offset, count);
}

// The account's facts by date, each with its effect; balances are added afterwards.
base::Result<void> read_invoice_lines(const QueryContext& context, domain::PartyId account,
                                      std::vector<AccountLine>& lines) {
    auto rows = TRY(context.database.prepare(
        "SELECT i.id, i.version, i.issue_date, i.due_date, i.number, i.payable_minor, "
        "i.line_count, (SELECT l.name FROM issued_line l WHERE l.invoice_id = i.id "
        "AND l.version = i.version AND l.dot = i.dot ORDER BY l.position LIMIT 1) AS first_name, "
        "(SELECT MIN(r.date) FROM invoice_revert r WHERE r.invoice_id = i.id "
        "AND r.version = i.version) AS reverted_on, "
        "(SELECT MIN(v.date) FROM invoice_void v WHERE v.invoice_id = i.id "
        "AND v.version = i.version) AS voided_on "
        "FROM issued_invoice i WHERE i.account_id = ? AND i.currency = ? "
        "ORDER BY i.issue_date, i.number, i.version"));
    const auto currency = context.practice.billing.currency;
    TRY_VOID(rows.bind(store::column(account), currency.code()));
    while (TRY(rows.step())) {
        const domain::Money payable{rows.integer(5), currency};
        const domain::Money zero{0, currency};
        AccountLine line{.kind = AccountLineKind::invoice,
                         .date = TRY(store::date_column(rows, 2)),
                         .record = TRY(store::uuid_column(rows, 0)),
                         .number = std::string(rows.text(4)),
                         .detail = std::string(rows.text(7)),
                         .line_count = static_cast<std::size_t>(rows.integer(6)),
                         .due_date = TRY(store::optional_date_column(rows, 3)),
                         .status = std::nullopt,
                         .amount = payable,
                         .still_owed = zero,
                         .balance = zero};
        if (const auto facts = TRY(store::load_invoice_facts(context.database, {line.record}))) {
            line.status = TRY(domain::status_as_at(*facts, context.today));
            line.still_owed = TRY(domain::balance_as_at(*facts, context.today));
        }
        lines.push_back(line);
        const auto reverted = TRY(store::optional_date_column(rows, 8));
        const auto voided = TRY(store::optional_date_column(rows, 9));
        if (!reverted && !voided) continue;
        line.kind = reverted ? AccountLineKind::invoice_reverted : AccountLineKind::invoice_voided;
        line.date = reverted ? *reverted : *voided;
        line.amount = TRY(domain::negate(payable));
        lines.push_back(std::move(line));
    }
    return {};
}

base::Result<void> read_payment_lines(const QueryContext& context, domain::PartyId payer,
                                      std::vector<AccountLine>& lines) {
    auto rows = TRY(context.database.prepare(
        "SELECT p.id, p.date, p.amount_minor, p.method_id, "
        "(SELECT MIN(v.date) FROM payment_void v WHERE v.payment_id = p.id) AS voided_on, "
        "(SELECT i.number FROM allocation a JOIN issued_invoice i ON i.id = a.invoice_id "
        "WHERE a.payment_id = p.id ORDER BY a.id LIMIT 1) AS number "
        "FROM payment p WHERE p.payer_id = ? AND p.currency = ? ORDER BY p.date, p.id"));
    const auto currency = context.practice.billing.currency;
    TRY_VOID(rows.bind(store::column(payer), currency.code()));
    while (TRY(rows.step())) {
        const domain::Money amount{rows.integer(2), currency};
        const domain::Money zero{0, currency};
        const auto method = TRY(name_of_record(context.database, TRY(store::uuid_column(rows, 3))));
        AccountLine line{.kind = AccountLineKind::payment,
                         .date = TRY(store::date_column(rows, 1)),
                         .record = TRY(store::uuid_column(rows, 0)),
                         .number = std::string(rows.text(5)),
                         .detail = method.name,
                         .due_date = std::nullopt,
                         .status = std::nullopt,
                         .amount = TRY(domain::negate(amount)),
                         .still_owed = zero,
                         .balance = zero};
        lines.push_back(line);
        if (const auto voided = TRY(store::optional_date_column(rows, 4))) {
            line.kind = AccountLineKind::payment_voided;
            line.date = *voided;
            line.amount = amount;
            lines.push_back(std::move(line));
        }
    }
    return {};
}

// Allocations with their releases, which count the other way on their own day.
constexpr std::string_view moved_money =
    "WITH moved AS (SELECT invoice_id, payment_id, date, amount_minor, cash_rounding_minor "
    "FROM allocation WHERE invoice_id IN (SELECT id FROM issued_invoice WHERE account_id = ?1) "
    "OR payment_id IN (SELECT id FROM payment WHERE payer_id = ?1) "
    "UNION ALL SELECT a.invoice_id, a.payment_id, r.date, -r.amount_minor, -r.cash_rounding_minor "
    "FROM release r JOIN allocation a ON a.id = r.allocation_id "
    "WHERE a.invoice_id IN (SELECT id FROM issued_invoice WHERE account_id = ?1) "
    "OR a.payment_id IN (SELECT id FROM payment WHERE payer_id = ?1)) "
    "SELECT m.invoice_id, i.number, m.date, m.amount_minor, m.cash_rounding_minor, "
    "i.account_id = ?1 AS is_own_invoice, p.payer_id = ?1 AS is_own_payment "
    "FROM moved m JOIN payment p ON p.id = m.payment_id "
    "JOIN issued_invoice i ON i.id = m.invoice_id "
    "AND i.version = (SELECT MAX(version) FROM issued_invoice WHERE id = m.invoice_id) "
    "WHERE i.currency = ?2 ORDER BY m.date, i.number";

// Money that crossed between this account and another, and what coins could not pay.
base::Result<void> read_crossing_lines(const QueryContext& context, domain::PartyId account,
                                       std::vector<AccountLine>& lines) {
    const auto currency = context.practice.billing.currency;
    auto rows = TRY(context.database.prepare(moved_money));
    TRY_VOID(rows.bind(store::column(account), currency.code()));
    while (TRY(rows.step())) {
        const bool is_own_invoice = rows.integer(5) != 0;
        const bool is_own_payment = rows.integer(6) != 0;
        const domain::Money zero{0, currency};
        AccountLine line{.date = TRY(store::date_column(rows, 2)),
                         .record = TRY(store::uuid_column(rows, 0)),
                         .number = std::string(rows.text(1)),
                         .due_date = std::nullopt,
                         .status = std::nullopt,
                         .amount = zero,
                         .still_owed = zero,
                         .balance = zero};
        if (is_own_invoice != is_own_payment) {
            line.kind =
                is_own_invoice ? AccountLineKind::paid_by_other : AccountLineKind::paid_for_other;
            line.amount = {is_own_invoice ? -rows.integer(3) : rows.integer(3), currency};
            lines.push_back(line);
        }
        if (is_own_invoice && rows.integer(4) != 0) {
            line.kind = AccountLineKind::cash_rounding;
            line.amount = {-rows.integer(4), currency};
            lines.push_back(line);
        }
    }
    return {};
}

// Newest first.
base::Result<std::vector<AccountLine>> account_of(const QueryContext& context, domain::PartyId id) {
    std::vector<AccountLine> lines;
    TRY_VOID(read_invoice_lines(context, id, lines));
    TRY_VOID(read_payment_lines(context, id, lines));
    TRY_VOID(read_crossing_lines(context, id, lines));
    std::ranges::stable_sort(lines, {}, &AccountLine::date);
    domain::Money balance{0, context.practice.billing.currency};
    for (AccountLine& line : lines) {
        balance = TRY(domain::add(balance, line.amount));
        line.balance = balance;
    }
    std::ranges::reverse(lines);
    return lines;
}

base::Result<std::vector<PaymentRow>> payments_of(const QueryContext& context,
                                                  domain::PartyId payer) {
    auto rows = TRY(context.database.prepare(
        "SELECT id, date, currency, amount_minor, allocated_minor, is_voided, "
        "(SELECT method_id FROM payment p WHERE p.id = payment_now.id) AS method_id, "
        "(SELECT reference FROM payment p WHERE p.id = payment_now.id) AS reference "
        "FROM payment_now WHERE payer_id = ? ORDER BY date DESC, id DESC"));
    TRY_VOID(rows.bind(store::column(payer)));
    std::vector<PaymentRow> payments;
    while (TRY(rows.step())) {
        const auto currency = TRY(store::currency_column(rows, 2));
        const bool is_voided = rows.integer(5) != 0;
        const auto method = TRY(name_of_record(context.database, TRY(store::uuid_column(rows, 6))));
        payments.push_back({.id = TRY(store::id_column<domain::PaymentId>(rows, 0)),
                            .date = TRY(store::date_column(rows, 1)),
                            .method_name = method.name,
                            .reference = std::string(rows.text(7)),
                            .amount = {rows.integer(3), currency},
                            .left = {is_voided ? 0 : rows.integer(3) - rows.integer(4), currency},
                            .is_voided = is_voided});
    }
    return payments;
}

base::Result<std::size_t> count_by_party(const QueryContext& context, std::string_view sql,
                                         domain::PartyId id) {
    auto row = TRY(context.database.prepare(sql));
    TRY_VOID(row.bind(store::column(id)));
    return TRY(row.step()) ? static_cast<std::size_t>(row.integer(0)) : 0;
}

} // namespace

base::Result<std::vector<base::Uuid>> find_by_words(store::Connection& database,
                                                    std::string_view kind, std::string_view text,
                                                    std::size_t count_max) {
    const auto searched = store::search_words(text);
    if (searched.empty()) return std::vector<base::Uuid>();
    return TRY(search(database, kind, 0, searched, 0, count_max)).page;
}

base::Result<ClientList> query_clients(const QueryContext& context, const ClientListQuery& query) {
    const std::string_view kind = store::name_of(store::RecordKind::client);
    const std::int64_t state = query.state == ClientState::archived ? 1 : 0;
    ClientList list{.in_use_count = TRY(count_of(context.database, kind, 0)),
                    .archived_count = TRY(count_of(context.database, kind, 1)),
                    .found_count = 0,
                    .rows = {}};
    const auto searched = store::search_words(query.search);
    const bool sorts_by_owed = query.sort == ClientSort::owed;
    const std::size_t offset = sorts_by_owed ? 0 : query.offset;
    const std::size_t count =
        sorts_by_owed ? std::numeric_limits<std::int32_t>::max() : query.count;
    Found found = searched.empty()
                      ? TRY(unsearched(context.database, kind, state, offset, count,
                                       state == 0 ? list.in_use_count : list.archived_count))
                      : TRY(search(context.database, kind, state, searched, offset, count));
    if (sorts_by_owed) found = TRY(by_owed(context, found.page, query.offset, query.count));
    list.found_count = found.count;
    for (const base::Uuid& id : found.page)
        list.rows.push_back(TRY(row_of(context, id)));
    return list;
}

base::Result<ClientProfile> query_client(const QueryContext& context, domain::PartyId id) {
    auto client = TRY(store::load_record<domain::Client>(context.database, id.uuid));
    if (!client) return base::fail(base::Code::not_found, "client");
    ClientProfile profile{
        .client = *client,
        .contacts = {},
        .figures = TRY(figures_of(context, id)),
        .invoice_count = TRY(count_by_party(
            context, "SELECT COUNT(DISTINCT id) FROM issued_invoice WHERE account_id = ?", id)),
        .draft_count = TRY(count_by_party(
            context, "SELECT COUNT(*) FROM draft WHERE state = 0 AND account_id = ?", id)),
        .account = TRY(account_of(context, id)),
        .payments = TRY(payments_of(context, id)),
        .terms = client->terms.value_or(context.practice.billing.terms)};
    for (const domain::PartyId& contact : client->contacts)
        if (auto record = TRY(store::load_record<domain::Contact>(context.database, contact.uuid)))
            profile.contacts.push_back(*std::move(record));
    return profile;
}

} // namespace app
