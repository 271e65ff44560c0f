#include "store/payment_rows.h"

#include "store/columns.h"

namespace store {

namespace {

base::Result<std::optional<domain::Payment>> load_payment(Connection& database,
                                                          domain::PaymentId id) {
    auto row = TRY(database.prepare(
        "SELECT p.payer_id, p.date, p.currency, p.amount_minor, p.method_id, p.reference, "
        "p.tendered_memo, p.note, c.recorded_ms FROM payment p JOIN change c ON c.dot = p.dot "
        "WHERE p.id = ? ORDER BY p.id"));
    TRY_VOID(row.bind(column(id)));
    if (!TRY(row.step())) return std::optional<domain::Payment>();
    return std::optional<domain::Payment>({.id = id,
                                           .payer = TRY(id_column<domain::PartyId>(row, 0)),
                                           .amount = {row.integer(3), TRY(currency_column(row, 2))},
                                           .method = TRY(id_column<domain::MethodId>(row, 4)),
                                           .reference = std::string(row.text(5)),
                                           .tendered_memo = std::string(row.text(6)),
                                           .note = std::string(row.text(7)),
                                           .received = TRY(dated_columns(row, 1, 8))});
}

base::Result<std::vector<domain::Allocation>>
load_allocations(Connection& database, domain::PaymentId id, domain::Currency currency) {
    auto rows = TRY(database.prepare(
        "SELECT a.id, a.invoice_id, a.amount_minor, a.cash_rounding_minor, a.date, c.recorded_ms "
        "FROM allocation a JOIN change c ON c.dot = a.dot WHERE a.payment_id = ? ORDER BY a.id"));
    TRY_VOID(rows.bind(column(id)));
    std::vector<domain::Allocation> allocations;
    while (TRY(rows.step()))
        allocations.push_back({.id = TRY(id_column<domain::AllocationId>(rows, 0)),
                               .payment = id,
                               .invoice = TRY(id_column<domain::InvoiceId>(rows, 1)),
                               .amount = {rows.integer(2), currency},
                               .cash_rounding = {rows.integer(3), currency},
                               .dated = TRY(dated_columns(rows, 4, 5))});
    return allocations;
}

base::Result<std::vector<domain::Release>> load_releases(Connection& database, domain::PaymentId id,
                                                         domain::Currency currency) {
    auto rows = TRY(database.prepare(
        "SELECT r.id, r.allocation_id, r.amount_minor, r.cash_rounding_minor, r.reason, r.date, "
        "c.recorded_ms FROM allocation a JOIN release r ON r.allocation_id = a.id "
        "JOIN change c ON c.dot = r.dot WHERE a.payment_id = ? ORDER BY r.id"));
    TRY_VOID(rows.bind(column(id)));
    std::vector<domain::Release> releases;
    while (TRY(rows.step()))
        releases.push_back({.id = TRY(id_column<domain::ReleaseId>(rows, 0)),
                            .allocation = TRY(id_column<domain::AllocationId>(rows, 1)),
                            .amount = {rows.integer(2), currency},
                            .cash_rounding = {rows.integer(3), currency},
                            .reason = std::string(rows.text(4)),
                            .dated = TRY(dated_columns(rows, 5, 6))});
    return releases;
}

base::Result<std::optional<domain::PaymentVoid>> load_void(Connection& database,
                                                           domain::PaymentId id) {
    auto row = TRY(database.prepare(
        "SELECT v.reason, v.date, c.recorded_ms FROM payment_void v "
        "JOIN change c ON c.dot = v.dot WHERE v.payment_id = ? ORDER BY v.dot LIMIT 1"));
    TRY_VOID(row.bind(column(id)));
    if (!TRY(row.step())) return std::optional<domain::PaymentVoid>();
    return std::optional<domain::PaymentVoid>({.payment = id,
                                               .reason = std::string(row.text(0)),
                                               .dated = TRY(dated_columns(row, 1, 2))});
}

} // namespace

base::Result<void> insert_payment(Connection& database, Dot dot, const domain::Payment& payment) {
    auto insert = TRY(database.prepare(
        "INSERT INTO payment (id, dot, payer_id, date, currency, amount_minor, method_id, "
        "reference, tendered_memo, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    return insert.run(column(payment.id), dot.value, column(payment.payer),
                      column(payment.received.effective), payment.amount.currency.code(),
                      payment.amount.minor, column(payment.method), payment.reference,
                      payment.tendered_memo, payment.note);
}

base::Result<void> insert_payment_void(Connection& database, Dot dot,
                                       const domain::PaymentVoid& fact) {
    auto insert = TRY(database.prepare(
        "INSERT INTO payment_void (payment_id, dot, date, reason) VALUES (?, ?, ?, ?)"));
    return insert.run(column(fact.payment), dot.value, column(fact.dated.effective), fact.reason);
}

base::Result<void> insert_allocation(Connection& database, Dot dot,
                                     const domain::Allocation& allocation) {
    auto insert =
        TRY(database.prepare("INSERT INTO allocation (invoice_id, id, dot, payment_id, date, "
                             "amount_minor, cash_rounding_minor) VALUES (?, ?, ?, ?, ?, ?, ?)"));
    return insert.run(column(allocation.invoice), column(allocation.id), dot.value,
                      column(allocation.payment), column(allocation.dated.effective),
                      allocation.amount.minor, allocation.cash_rounding.minor);
}

base::Result<void> insert_release(Connection& database, Dot dot, const domain::Release& release) {
    auto insert =
        TRY(database.prepare("INSERT INTO release (allocation_id, id, dot, date, amount_minor, "
                             "cash_rounding_minor, reason) VALUES (?, ?, ?, ?, ?, ?, ?)"));
    return insert.run(column(release.allocation), column(release.id), dot.value,
                      column(release.dated.effective), release.amount.minor,
                      release.cash_rounding.minor, release.reason);
}

base::Result<std::optional<domain::PaymentFacts>> load_payment_facts(Connection& database,
                                                                     domain::PaymentId id) {
    const auto payment = TRY(load_payment(database, id));
    if (!payment) return std::optional<domain::PaymentFacts>();
    const domain::Currency currency = payment->amount.currency;
    return std::optional<domain::PaymentFacts>(
        {.payment = *payment,
         .allocations = TRY(load_allocations(database, id, currency)),
         .releases = TRY(load_releases(database, id, currency)),
         .voided = TRY(load_void(database, id))});
}

base::Result<std::vector<AllocationPlace>> allocations_of(Connection& database,
                                                          domain::InvoiceId invoice) {
    auto rows = TRY(
        database.prepare("SELECT id, payment_id FROM allocation WHERE invoice_id = ? ORDER BY id"));
    TRY_VOID(rows.bind(column(invoice)));
    std::vector<AllocationPlace> places;
    while (TRY(rows.step()))
        places.push_back({.allocation = TRY(id_column<domain::AllocationId>(rows, 0)),
                          .payment = TRY(id_column<domain::PaymentId>(rows, 1))});
    return places;
}

base::Result<std::vector<domain::HeldCredit>>
load_credit(Connection& database, domain::PartyId payer, domain::Currency currency) {
    auto rows = TRY(database.prepare(
        "SELECT c.payment_id, p.date, c.left_minor FROM derived_credit c "
        "JOIN payment p ON p.id = c.payment_id WHERE c.payer_id = ? AND c.currency = ? "
        "ORDER BY p.date, c.payment_id"));
    TRY_VOID(rows.bind(column(payer), currency.code()));
    std::vector<domain::HeldCredit> credit;
    while (TRY(rows.step()))
        credit.push_back({.payment = TRY(id_column<domain::PaymentId>(rows, 0)),
                          .received = TRY(date_column(rows, 1)),
                          .left = {rows.integer(2), currency}});
    return credit;
}

} // namespace store
