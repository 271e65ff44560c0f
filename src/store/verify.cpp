#include "store/verify.h"

#include "base/text.h"
#include "store/change_log.h"
#include "store/columns.h"
#include "store/derived.h"
#include "store/invoice_rows.h"

#include <string_view>

namespace store {

namespace {

using Findings = std::vector<std::string>;

base::Result<void> check_documents(Connection& database, Findings& findings) {
    auto rows = TRY(database.prepare("SELECT DISTINCT id, number FROM issued_invoice ORDER BY id"));
    TRY_VOID(rows.bind());
    while (TRY(rows.step())) {
        const auto id = TRY(id_column<domain::InvoiceId>(rows, 0));
        const auto document = load_issued(database, id);
        if (!document || !*document) {
            findings.push_back("invoice " + std::string(rows.text(1)) + ": its document is gone");
            continue;
        }
        const auto totals = domain::verify_totals((*document)->invoice);
        if (!totals)
            findings.push_back("invoice " + std::string(rows.text(1)) + ": totals differ (" +
                               totals.error().field + ")");
    }
    return {};
}

// Every row of `sql` is a finding: what, which.
base::Result<void> check_none(Connection& database, std::string_view sql, std::string_view rule,
                              Findings& findings) {
    auto rows = TRY(database.prepare(sql));
    TRY_VOID(rows.bind());
    while (TRY(rows.step()))
        findings.push_back(std::string(rows.text(0)) + ": " + std::string(rule));
    return {};
}

base::Result<void> check_money(Connection& database, Findings& findings) {
    TRY_VOID(check_none(database,
                        "SELECT number FROM invoice_now "
                        "WHERE settled_minor + written_off_minor > payable_minor ORDER BY number",
                        "more is settled than was payable", findings));
    TRY_VOID(check_none(database,
                        "SELECT lower(hex(w.id)) FROM write_off w JOIN write_off_reversal r "
                        "ON r.write_off_id = w.id "
                        "GROUP BY w.id HAVING SUM(r.amount_minor) > w.amount_minor ORDER BY w.id",
                        "more is reversed than was written off", findings));
    TRY_VOID(check_none(database,
                        "SELECT lower(hex(id)) FROM payment_now "
                        "WHERE allocated_minor > amount_minor OR allocated_minor < 0 ORDER BY id",
                        "more of the payment is allocated than was paid", findings));
    TRY_VOID(check_none(database,
                        "SELECT lower(hex(id)) FROM payment_now "
                        "WHERE is_voided = 1 AND allocated_minor <> 0 ORDER BY id",
                        "a voided payment is allocated", findings));
    TRY_VOID(check_none(database,
                        "SELECT number FROM invoice_now WHERE state <> 0 "
                        "AND (settled_minor <> 0 OR written_off_minor <> 0) ORDER BY number",
                        "money is put to an invoice that is not live", findings));
    TRY_VOID(check_none(
        database,
        "SELECT lower(hex(a.id)) FROM allocation a LEFT JOIN payment p ON p.id = a.payment_id "
        "LEFT JOIN issued_invoice i ON i.id = a.invoice_id "
        "WHERE p.id IS NULL OR i.id IS NULL ORDER BY a.id",
        "an allocation names what is not there", findings));
    return check_none(
        database,
        "SELECT lower(hex(a.id)) FROM allocation a JOIN release r ON r.allocation_id = a.id "
        "GROUP BY a.id HAVING SUM(r.amount_minor) > a.amount_minor ORDER BY a.id",
        "more is released than was allocated", findings);
}

// Counters of a series and year run from its first to its last without a gap, save those skipped;
// one number belongs to one invoice.
base::Result<void> check_numbers(Connection& database, Findings& findings) {
    TRY_VOID(check_none(database,
                        "SELECT number FROM issued_invoice GROUP BY number "
                        "HAVING COUNT(DISTINCT id) > 1 ORDER BY number",
                        "the number was given twice", findings));
    return check_none(
        database,
        "SELECT s.letter || ' ' || i.year FROM "
        "(SELECT series_id, year, COUNT(DISTINCT counter) AS given, MAX(counter) AS last "
        "FROM issued_invoice GROUP BY series_id, year) i JOIN series s ON s.id = i.series_id "
        "WHERE i.last - i.given <> COALESCE((SELECT SUM(MIN(k.last_counter, i.last) "
        "- k.first_counter + 1) FROM number_skip k WHERE k.series_id = i.series_id "
        "AND k.year = i.year AND k.first_counter <= i.last), 0) ORDER BY s.letter, i.year",
        "the series has a gap", findings);
}

base::Result<void> check_file(Connection& database, Findings& findings) {
    auto rows = TRY(database.prepare("PRAGMA quick_check"));
    TRY_VOID(rows.bind());
    while (TRY(rows.step()))
        if (rows.text(0) != "ok") findings.push_back("file: " + std::string(rows.text(0)));
    return {};
}

} // namespace

base::Result<std::vector<std::string>> verify_book(Connection& database) {
    Findings findings;
    if (const auto chain = verify_chain(database); !chain)
        findings.push_back("log: " + chain.error().field + " is missing or was altered");
    TRY_VOID(check_documents(database, findings));
    TRY_VOID(check_money(database, findings));
    TRY_VOID(check_numbers(database, findings));
    const std::int64_t differences = TRY(derived_differences(database));
    if (differences != 0)
        findings.push_back("caches: " + base::integer_text(differences) +
                           " rows are not what the facts say");
    TRY_VOID(check_file(database, findings));
    return findings;
}

} // namespace store
