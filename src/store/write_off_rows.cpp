#include "store/write_off_rows.h"

#include "store/columns.h"

namespace store {

base::Result<void> insert_write_off(Connection& database, Dot dot, const domain::WriteOff& fact) {
    auto insert =
        TRY(database.prepare("INSERT INTO write_off (id, dot, invoice_id, date, amount_minor, "
                             "reason) VALUES (?, ?, ?, ?, ?, ?)"));
    return insert.run(column(fact.id), dot.value, column(fact.invoice),
                      column(fact.dated.effective), fact.amount.minor, fact.reason);
}

base::Result<void> insert_reversal(Connection& database, Dot dot,
                                   const domain::WriteOffReversal& fact) {
    auto insert =
        TRY(database.prepare("INSERT INTO write_off_reversal (write_off_id, id, dot, invoice_id, "
                             "date, amount_minor, reason) VALUES (?, ?, ?, ?, ?, ?, ?)"));
    return insert.run(column(fact.write_off), column(fact.id), dot.value, column(fact.invoice),
                      column(fact.dated.effective), fact.amount.minor, fact.reason);
}

base::Result<WriteOffs> load_write_offs(Connection& database, domain::InvoiceId invoice,
                                        domain::Currency currency) {
    WriteOffs all;
    auto rows = TRY(database.prepare(
        "SELECT w.id, w.amount_minor, w.reason, w.date, c.recorded_ms FROM write_off w "
        "JOIN change c ON c.dot = w.dot WHERE w.invoice_id = ? ORDER BY w.id"));
    TRY_VOID(rows.bind(column(invoice)));
    while (TRY(rows.step()))
        all.facts.push_back({.id = TRY(id_column<domain::WriteOffId>(rows, 0)),
                             .invoice = invoice,
                             .amount = {rows.integer(1), currency},
                             .reason = std::string(rows.text(2)),
                             .dated = TRY(dated_columns(rows, 3, 4))});
    auto back = TRY(database.prepare(
        "SELECT r.id, r.write_off_id, r.amount_minor, r.reason, r.date, c.recorded_ms "
        "FROM write_off w JOIN write_off_reversal r ON r.write_off_id = w.id "
        "JOIN change c ON c.dot = r.dot WHERE w.invoice_id = ? ORDER BY r.id"));
    TRY_VOID(back.bind(column(invoice)));
    while (TRY(back.step()))
        all.reversals.push_back({.id = TRY(id_column<domain::WriteOffReversalId>(back, 0)),
                                 .write_off = TRY(id_column<domain::WriteOffId>(back, 1)),
                                 .invoice = invoice,
                                 .amount = {back.integer(2), currency},
                                 .reason = std::string(back.text(3)),
                                 .dated = TRY(dated_columns(back, 4, 5))});
    return all;
}

} // namespace store
