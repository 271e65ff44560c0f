#include "store/invoice_rows.h"

#include "store/change_log.h"
#include "store/columns.h"
#include "store/shapes.h"

namespace store {

namespace {

base::Result<void> insert_lines(Connection& database, Dot dot,
                                const domain::IssuedInvoice& invoice) {
    auto insert = TRY(database.prepare(
        "INSERT INTO issued_line (invoice_id, version, dot, position, name, supply_date, "
        "source_id, practitioner_id, location_id, quantity_scaled, unit_price_scaled, "
        "amount_minor, taxable_minor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    for (std::size_t i = 0; i < invoice.lines.size(); ++i) {
        const domain::IssuedLine& line = invoice.lines[i];
        std::optional<base::Uuid> source;
        if (const auto* service = std::get_if<domain::ServiceId>(&line.source))
            source = service->uuid;
        else if (const auto* product = std::get_if<domain::ProductId>(&line.source))
            source = product->uuid;
        const auto source_column = source ? std::optional(column(*source)) : std::nullopt;
        TRY_VOID(insert.run(column(invoice.id), invoice.version, dot.value,
                            static_cast<std::int64_t>(i + 1), line.name, column(line.supply_date),
                            source_column, column(line.practitioner), column(line.location),
                            line.quantity.scaled, line.unit_price.scaled,
                            invoice.totals.lines[i].net_of_adjustments.minor,
                            invoice.totals.lines[i].taxable.minor));
    }
    return {};
}

base::Result<Letterhead> load_letterhead(Connection& database, const base::Digest& digest) {
    auto row = TRY(database.prepare("SELECT body FROM letterhead WHERE hash = ?"));
    TRY_VOID(row.bind(column(digest)));
    if (!TRY(row.step())) return base::fail(base::Code::damaged, "letterhead");
    return from_json<Letterhead>(TRY(parse_json(row.text(0))));
}

// The invoice's last version in the change that issued it.
base::Result<InvoiceFact> fact_in(const Change& change, domain::InvoiceId id) {
    for (Operation& operation : TRY(parse_body(change.body))) {
        auto* fact = std::get_if<InvoiceFact>(&operation);
        if (fact != nullptr && fact->invoice.id == id) return std::move(*fact);
    }
    return base::fail(base::Code::damaged, "invoice");
}

base::Result<void> read_entries(Connection& database, domain::InvoiceFacts& facts) {
    const auto add = [&](domain::EntryKind kind, base::Date date, std::int64_t minor) {
        if (minor != 0)
            facts.entries.push_back({.kind = kind, .date = date, .amount_minor = minor});
    };
    auto allocations = TRY(database.prepare("SELECT date, amount_minor, cash_rounding_minor "
                                            "FROM allocation WHERE invoice_id = ? ORDER BY id"));
    TRY_VOID(allocations.bind(column(facts.id)));
    while (TRY(allocations.step())) {
        const base::Date date = TRY(date_column(allocations, 0));
        add(domain::EntryKind::allocation, date, allocations.integer(1));
        add(domain::EntryKind::cash_rounding, date, allocations.integer(2));
    }
    auto releases = TRY(database.prepare(
        "SELECT r.date, r.amount_minor, r.cash_rounding_minor FROM allocation a "
        "JOIN release r ON r.allocation_id = a.id WHERE a.invoice_id = ? ORDER BY r.id"));
    TRY_VOID(releases.bind(column(facts.id)));
    while (TRY(releases.step())) {
        const base::Date date = TRY(date_column(releases, 0));
        add(domain::EntryKind::release, date, releases.integer(1));
        add(domain::EntryKind::cash_rounding, date, -releases.integer(2));
    }
    auto write_offs =
        TRY(database.prepare("SELECT date, amount_minor FROM write_off WHERE invoice_id = ?1 "
                             "UNION ALL SELECT r.date, -r.amount_minor FROM write_off w "
                             "JOIN write_off_reversal r ON r.write_off_id = w.id "
                             "WHERE w.invoice_id = ?1 ORDER BY date"));
    TRY_VOID(write_offs.bind(column(facts.id)));
    while (TRY(write_offs.step()))
        add(domain::EntryKind::write_off, TRY(date_column(write_offs, 0)), write_offs.integer(1));
    return {};
}

base::Result<domain::OpenInvoice> open_invoice_of(const Statement& row) {
    const auto currency = TRY(currency_column(row, 5));
    return domain::OpenInvoice{.id = TRY(id_column<domain::InvoiceId>(row, 0)),
                               .account = TRY(id_column<domain::PartyId>(row, 1)),
                               .issue_date = TRY(date_column(row, 2)),
                               .due_date = TRY(optional_date_column(row, 3)),
                               .number = std::string(row.text(4)),
                               .balance = {row.integer(6), currency}};
}

} // namespace

base::Result<void> insert_letterhead(Connection& database, Dot dot, const Letterhead& letterhead) {
    auto insert = TRY(
        database.prepare("INSERT OR IGNORE INTO letterhead (hash, dot, body) VALUES (?, ?, ?)"));
    return insert.run(column(letterhead_digest(letterhead)), dot.value,
                      canonical_text(to_json(letterhead)));
}

base::Result<bool> has_letterhead(Connection& database, const base::Digest& digest) {
    auto row = TRY(database.prepare("SELECT 1 FROM letterhead WHERE hash = ?"));
    TRY_VOID(row.bind(column(digest)));
    return row.step();
}

base::Result<void> insert_invoice(Connection& database, Dot dot, const InvoiceFact& fact) {
    const domain::IssuedInvoice& invoice = fact.invoice;
    if (invoice.totals.lines.size() != invoice.lines.size())
        return base::fail(base::Code::totals_differ, "totals.lines");
    auto insert = TRY(database.prepare(
        "INSERT INTO issued_invoice (id, version, dot, client_id, account_id, number, series_id, "
        "year, counter, issue_date, due_date, tax_point, currency, net_minor, tax_minor, "
        "gross_minor, payable_minor, line_count) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    TRY_VOID(
        insert.run(column(invoice.id), invoice.version, dot.value, column(invoice.client.id),
                   column(invoice.recipient.id), invoice.number.text, column(invoice.number.series),
                   invoice.number.year, invoice.number.counter, column(invoice.issued.effective),
                   column(invoice.due_date), column(invoice.tax_point), invoice.currency.code(),
                   invoice.totals.net.minor, invoice.totals.tax.minor, invoice.totals.gross.minor,
                   invoice.totals.payable.minor, static_cast<std::int64_t>(invoice.lines.size())));
    return insert_lines(database, dot, invoice);
}

base::Result<void> insert_void(Connection& database, Dot dot, const domain::InvoiceVoided& fact) {
    auto insert = TRY(database.prepare("INSERT INTO invoice_void (invoice_id, version, dot, date, "
                                       "reason) VALUES (?, ?, ?, ?, ?)"));
    return insert.run(column(fact.invoice), fact.version, dot.value, column(fact.dated.effective),
                      fact.reason);
}

base::Result<void> insert_revert(Connection& database, Dot dot,
                                 const domain::InvoiceReverted& fact) {
    auto insert = TRY(database.prepare("INSERT INTO invoice_revert (invoice_id, version, dot, "
                                       "date, reason) VALUES (?, ?, ?, ?, ?)"));
    return insert.run(column(fact.invoice), fact.version, dot.value, column(fact.dated.effective),
                      fact.reason);
}

base::Result<void> insert_left(Connection& database, Dot dot, const InvoiceLeft& fact) {
    auto insert = TRY(database.prepare(
        "INSERT INTO invoice_left (invoice_id, version, dot, way) VALUES (?, ?, ?, ?)"));
    return insert.run(column(fact.invoice), fact.version, dot.value, fact.way);
}

base::Result<std::optional<IssuedDocument>> load_issued(Connection& database,
                                                        domain::InvoiceId id) {
    auto row = TRY(database.prepare("SELECT dot FROM issued_invoice WHERE id = ? "
                                    "ORDER BY version DESC, dot LIMIT 1"));
    TRY_VOID(row.bind(column(id)));
    if (!TRY(row.step())) return std::optional<IssuedDocument>();
    const auto change = TRY(find_change(database, {row.integer(0)}));
    if (!change) return base::fail(base::Code::damaged, "change");
    InvoiceFact fact = TRY(fact_in(*change, id));
    Letterhead letterhead = TRY(load_letterhead(database, fact.letterhead));
    fact.invoice.sender = std::move(letterhead.sender);
    return std::optional<IssuedDocument>(
        {.invoice = std::move(fact.invoice), .appearance = std::move(letterhead.appearance)});
}

base::Result<std::optional<domain::InvoiceFacts>> load_invoice_facts(Connection& database,
                                                                     domain::InvoiceId id) {
    auto row = TRY(database.prepare(
        "SELECT account_id, currency, payable_minor, issue_date, due_date, "
        "(SELECT MIN(r.date) FROM invoice_revert r WHERE r.invoice_id = i.id "
        "AND r.version = i.version) AS reverted_on, "
        "(SELECT MIN(v.date) FROM invoice_void v WHERE v.invoice_id = i.id) AS voided_on "
        "FROM issued_invoice i WHERE id = ? ORDER BY version DESC, dot LIMIT 1"));
    TRY_VOID(row.bind(column(id)));
    if (!TRY(row.step())) return std::optional<domain::InvoiceFacts>();
    domain::InvoiceFacts facts{
        .id = id,
        .account = TRY(id_column<domain::PartyId>(row, 0)),
        .payable = {row.integer(2), TRY(currency_column(row, 1))},
        .issue_date = TRY(date_column(row, 3)),
        .due_date = TRY(optional_date_column(row, 4)),
        .reverted_on = TRY(optional_date_column(row, 5)),
        .voided_on = TRY(optional_date_column(row, 6)),
        .entries = {},
    };
    TRY_VOID(read_entries(database, facts));
    return std::optional<domain::InvoiceFacts>(std::move(facts));
}

base::Result<bool> has_left(Connection& database, domain::InvoiceId id) {
    auto row = TRY(database.prepare(
        "SELECT 1 FROM invoice_left WHERE invoice_id = ? "
        "AND version = (SELECT MAX(version) FROM issued_invoice WHERE id = ?) LIMIT 1"));
    TRY_VOID(row.bind(column(id), column(id)));
    return row.step();
}

base::Result<std::optional<domain::OpenInvoice>> load_open_invoice(Connection& database,
                                                                   domain::InvoiceId id) {
    auto row = TRY(database.prepare("SELECT id, account_id, issue_date, due_date, number, "
                                    "currency, payable_minor - settled_minor - written_off_minor "
                                    "FROM invoice_now WHERE id = ? AND state = 0 "
                                    "ORDER BY id LIMIT 1"));
    TRY_VOID(row.bind(column(id)));
    if (!TRY(row.step())) return std::optional<domain::OpenInvoice>();
    return std::optional<domain::OpenInvoice>(TRY(open_invoice_of(row)));
}

base::Result<std::vector<domain::OpenInvoice>>
load_open_invoices(Connection& database, domain::PartyId account, domain::Currency currency) {
    auto rows = TRY(database.prepare(
        "SELECT id, account_id, issue_date, due_date, number, currency, balance_minor "
        "FROM derived_invoice WHERE account_id = ? AND balance_minor <> 0 AND currency = ? "
        "ORDER BY due_date IS NULL, due_date, issue_date, number"));
    TRY_VOID(rows.bind(column(account), currency.code()));
    std::vector<domain::OpenInvoice> invoices;
    while (TRY(rows.step()))
        invoices.push_back(TRY(open_invoice_of(rows)));
    return invoices;
}

} // namespace store
