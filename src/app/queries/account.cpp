#include "app/queries/account.h"

#include "app/queries/names.h"
#include "store/columns.h"
#include "store/invoice_rows.h"
#include "store/payment_rows.h"

#include <algorithm>

namespace app {

namespace {

// A fact that moved the account by `amount`. The balance after it is added when all are in order.
AccountLine moved_by(domain::Money amount, AccountLineKind kind, base::Date date,
                     const base::Uuid& record) {
    const domain::Money zero{0, amount.currency};
    return {.kind = kind,
            .date = date,
            .record = record,
            .amount = amount,
            .still_owed = zero,
            .balance = zero};
}

// The fact, and what took it back on its own day if anything did.
base::Result<void> add_with_end(std::vector<AccountLine>& lines, AccountLine line,
                                AccountLineKind end, std::optional<base::Date> ended_on) {
    lines.push_back(line);
    if (!ended_on) return {};
    line.kind = end;
    line.date = *ended_on;
    line.amount = TRY(domain::negate(line.amount));
    lines.push_back(std::move(line));
    return {};
}

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
        AccountLine line =
            moved_by({rows.integer(5), currency}, AccountLineKind::invoice,
                     TRY(store::date_column(rows, 2)), TRY(store::uuid_column(rows, 0)));
        line.number = rows.text(4);
        line.detail = rows.text(7);
        line.line_count = static_cast<std::size_t>(rows.integer(6));
        line.due_date = TRY(store::optional_date_column(rows, 3));
        if (const auto facts = TRY(store::load_invoice_facts(context.database, {line.record}))) {
            line.status = TRY(domain::status_as_at(*facts, context.today));
            line.still_owed = TRY(domain::balance_as_at(*facts, context.today));
        }
        const auto reverted = TRY(store::optional_date_column(rows, 8));
        const auto voided = TRY(store::optional_date_column(rows, 9));
        const AccountLineKind end =
            reverted ? AccountLineKind::invoice_reverted : AccountLineKind::invoice_voided;
        TRY_VOID(add_with_end(lines, std::move(line), end, reverted ? reverted : voided));
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
        AccountLine line =
            moved_by({-rows.integer(2), currency}, AccountLineKind::payment,
                     TRY(store::date_column(rows, 1)), TRY(store::uuid_column(rows, 0)));
        line.number = rows.text(5);
        line.detail = TRY(name_of_record(context.database, TRY(store::uuid_column(rows, 3)))).name;
        TRY_VOID(add_with_end(lines, std::move(line), AccountLineKind::payment_voided,
                              TRY(store::optional_date_column(rows, 4))));
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
        AccountLine line =
            moved_by({0, currency}, AccountLineKind::paid_by_other,
                     TRY(store::date_column(rows, 2)), TRY(store::uuid_column(rows, 0)));
        line.number = rows.text(1);
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

base::Result<void> read_write_off_lines(const QueryContext& context, domain::PartyId account,
                                        std::vector<AccountLine>& lines) {
    const auto currency = context.practice.billing.currency;
    auto rows = TRY(context.database.prepare(
        "WITH given_up AS (SELECT invoice_id, id, date, amount_minor, 0 AS is_back FROM write_off "
        "UNION ALL SELECT invoice_id, id, date, amount_minor, 1 FROM write_off_reversal) "
        "SELECT g.invoice_id, i.number, g.date, g.amount_minor, g.is_back "
        "FROM issued_invoice i JOIN given_up g ON g.invoice_id = i.id "
        "WHERE i.account_id = ? AND i.currency = ? "
        "AND i.version = (SELECT MAX(version) FROM issued_invoice WHERE id = i.id) "
        "ORDER BY g.date, g.id"));
    TRY_VOID(rows.bind(store::column(account), currency.code()));
    while (TRY(rows.step())) {
        const bool is_back = rows.integer(4) != 0;
        AccountLine line =
            moved_by({is_back ? rows.integer(3) : -rows.integer(3), currency},
                     is_back ? AccountLineKind::write_off_reversed : AccountLineKind::written_off,
                     TRY(store::date_column(rows, 2)), TRY(store::uuid_column(rows, 0)));
        line.number = rows.text(1);
        lines.push_back(std::move(line));
    }
    return {};
}

// Newest first.
base::Result<std::vector<AccountLine>> lines_of(const QueryContext& context, domain::PartyId id) {
    std::vector<AccountLine> lines;
    TRY_VOID(read_invoice_lines(context, id, lines));
    TRY_VOID(read_payment_lines(context, id, lines));
    TRY_VOID(read_crossing_lines(context, id, lines));
    TRY_VOID(read_write_off_lines(context, id, lines));
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

base::Result<std::vector<AccountFigures>> query_figures(const QueryContext& context,
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

base::Result<Account> query_account(const QueryContext& context, domain::PartyId id) {
    return Account{
        .figures = TRY(query_figures(context, id)),
        .invoice_count = TRY(count_by_party(
            context, "SELECT COUNT(DISTINCT id) FROM issued_invoice WHERE account_id = ?", id)),
        .draft_count = TRY(count_by_party(
            context, "SELECT COUNT(*) FROM draft WHERE state = 0 AND account_id = ?", id)),
        .lines = TRY(lines_of(context, id)),
        .payments = TRY(payments_of(context, id))};
}

} // namespace app
