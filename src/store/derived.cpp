#include "store/derived.h"

#include "store/columns.h"

#include <string>
#include <string_view>

namespace store {

namespace {

constexpr std::string_view invoice_columns =
    "issue_date, id, state, account_id, client_id, number, due_date, currency, payable_minor, "
    "settled_minor, written_off_minor, balance_minor";

// A voided or reverted invoice owes nothing.
constexpr std::string_view invoice_rows =
    "SELECT issue_date, id, state, account_id, client_id, number, due_date, currency, "
    "payable_minor, settled_minor, written_off_minor, "
    "CASE state WHEN 0 THEN payable_minor - settled_minor - written_off_minor ELSE 0 END "
    "AS balance_minor "
    "FROM invoice_now";

constexpr std::string_view credit_columns = "payer_id, currency, payment_id, left_minor";

constexpr std::string_view credit_rows =
    "SELECT payer_id, currency, id AS payment_id, amount_minor - allocated_minor AS left_minor "
    "FROM payment_now WHERE is_voided = 0 AND amount_minor > allocated_minor";

std::string insert_into(std::string_view table, std::string_view columns, std::string_view rows) {
    return "INSERT INTO " + std::string(table) + " (" + std::string(columns) + ") " +
           std::string(rows);
}

base::Result<std::int64_t> count(Connection& database, std::string_view table,
                                 std::string_view columns, std::string_view rows) {
    const std::string held = "SELECT " + std::string(columns) + " FROM " + std::string(table);
    const std::string wanted = std::string(rows);
    auto query = TRY(database.prepare("SELECT (SELECT COUNT(*) FROM (" + held + " EXCEPT " +
                                      wanted + ")) + " + "(SELECT COUNT(*) FROM (" + wanted +
                                      " EXCEPT " + held + "))"));
    TRY_VOID(query.bind());
    if (!TRY(query.step())) return base::fail(base::Code::damaged, std::string(table));
    return query.integer(0);
}

} // namespace

base::Result<void> refresh_invoice(Connection& database, domain::InvoiceId id) {
    // An earlier version may have stood under another issue date.
    auto erase = TRY(database.prepare("DELETE FROM derived_invoice WHERE id = ?1 AND issue_date IN "
                                      "(SELECT issue_date FROM issued_invoice WHERE id = ?1)"));
    TRY_VOID(erase.run(column(id)));
    auto insert = TRY(database.prepare(
        insert_into("derived_invoice", invoice_columns, invoice_rows) + " WHERE id = ?"));
    return insert.run(column(id));
}

base::Result<void> refresh_payment(Connection& database, domain::PaymentId id) {
    auto erase = TRY(database.prepare(
        "DELETE FROM derived_credit WHERE payment_id = ?1 AND (payer_id, currency) IN "
        "(SELECT payer_id, currency FROM payment WHERE id = ?1)"));
    TRY_VOID(erase.run(column(id)));
    auto insert = TRY(database.prepare(insert_into("derived_credit", credit_columns, credit_rows) +
                                       " AND id = ?"));
    return insert.run(column(id));
}

base::Result<void> rebuild_derived(Connection& database) {
    TRY_VOID(database.execute("DELETE FROM derived_invoice; DELETE FROM derived_credit;"));
    TRY_VOID(database.execute(insert_into("derived_invoice", invoice_columns, invoice_rows)));
    return database.execute(insert_into("derived_credit", credit_columns, credit_rows));
}

base::Result<std::int64_t> derived_differences(Connection& database) {
    return TRY(count(database, "derived_invoice", invoice_columns, invoice_rows)) +
           TRY(count(database, "derived_credit", credit_columns, credit_rows));
}

} // namespace store
