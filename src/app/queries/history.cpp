#include "app/queries/history.h"

#include "app/queries/names.h"
#include "store/body_packing.h"
#include "store/book_row.h"
#include "store/columns.h"
#include "store/dot.h"
#include "store/operation.h"

#include <algorithm>
#include <concepts>
#include <limits>
#include <set>
#include <variant>

namespace app {

namespace {

ChangeSubject subject_of(store::RecordKind kind) {
    using store::RecordKind;
    switch (kind) {
    case RecordKind::client: return ChangeSubject::client;
    case RecordKind::contact: return ChangeSubject::contact;
    case RecordKind::service: return ChangeSubject::service;
    case RecordKind::product: return ChangeSubject::product;
    case RecordKind::tax: return ChangeSubject::tax;
    case RecordKind::location: return ChangeSubject::location;
    case RecordKind::practitioner: return ChangeSubject::practitioner;
    case RecordKind::payment_method: return ChangeSubject::payment_method;
    case RecordKind::series: return ChangeSubject::numbering;
    case RecordKind::draft: return ChangeSubject::draft;
    case RecordKind::practice:
    case RecordKind::device: return ChangeSubject::practice;
    }
    return ChangeSubject::practice;
}

// Reads what `operation` is about into the change; false for what only goes with another.
bool read_subject(const store::Operation& operation, ChangeRow& change) {
    const auto is_about = [&change](ChangeSubject subject, const base::Uuid& record,
                                    const std::string& reason = {}) {
        change.subject = subject;
        change.record = record;
        change.reason = reason;
        return true;
    };
    return std::visit(
        [&]<typename T>(const T& op) {
            if constexpr (std::same_as<T, store::Value>)
                return is_about(subject_of(op.kind), op.id);
            else if constexpr (std::same_as<T, store::InvoiceFact>)
                return is_about(ChangeSubject::invoice, op.invoice.id.uuid);
            else if constexpr (std::same_as<T, domain::Payment>)
                return is_about(ChangeSubject::payment, op.id.uuid);
            else if constexpr (std::same_as<T, domain::PaymentVoid>)
                return is_about(ChangeSubject::payment, op.payment.uuid, op.reason);
            else if constexpr (std::same_as<T, domain::Allocation> ||
                               std::same_as<T, store::InvoiceLeft>)
                return is_about(ChangeSubject::invoice, op.invoice.uuid);
            else if constexpr (std::same_as<T, domain::InvoiceVoided> ||
                               std::same_as<T, domain::InvoiceReverted> ||
                               std::same_as<T, domain::WriteOff> ||
                               std::same_as<T, domain::WriteOffReversal>)
                return is_about(ChangeSubject::invoice, op.invoice.uuid, op.reason);
            else if constexpr (std::same_as<T, domain::NumbersSkipped>)
                return is_about(ChangeSubject::numbering, op.series.uuid, op.reason);
            else if constexpr (std::same_as<T, domain::Release>)
                // The invoice is found by what was given back.
                return is_about(ChangeSubject::invoice, op.allocation.uuid, op.reason);
            else
                return false; // A letterhead.
        },
        operation);
}

// The first operation that is about something; a voided invoice's before the money that it frees.
void find_subject(const store::Operations& operations, ChangeRow& change) {
    const auto voids = [](const store::Operation& operation) {
        return std::holds_alternative<domain::InvoiceVoided>(operation);
    };
    const auto first = std::ranges::find_if(operations, voids);
    if (first != operations.end()) {
        (void)read_subject(*first, change); // Always about its invoice.
        return;
    }
    for (const store::Operation& operation : operations)
        if (read_subject(operation, change)) return;
}

// How many records of the subject's kind were written: those of an import, or of its undoing.
std::size_t count_records(const store::Operations& operations, ChangeSubject subject) {
    std::set<base::Uuid> records;
    for (const store::Operation& operation : operations)
        if (const auto* const value = std::get_if<store::Value>(&operation))
            if (subject_of(value->kind) == subject) records.insert(value->id);
    return std::max<std::size_t>(records.size(), 1);
}

base::Result<void> name_invoice(store::Connection& database, ChangeRow& change) {
    auto release =
        TRY(database.prepare("SELECT invoice_id FROM allocation WHERE id = ? ORDER BY invoice_id"));
    TRY_VOID(release.bind(store::column(change.record)));
    if (TRY(release.step())) change.record = TRY(store::uuid_column(release, 0));
    auto issued = TRY(database.prepare("SELECT client_id, number FROM issued_invoice WHERE id = ? "
                                       "ORDER BY version DESC LIMIT 1"));
    TRY_VOID(issued.bind(store::column(change.record)));
    if (TRY(issued.step())) {
        change.name = TRY(name_of_record(database, TRY(store::uuid_column(issued, 0)))).name;
        change.number = std::string(issued.text(1));
        change.is_there = true;
        return {};
    }
    auto draft =
        TRY(database.prepare("SELECT state, client_id FROM draft WHERE id = ? ORDER BY id"));
    TRY_VOID(draft.bind(store::column(change.record)));
    if (!TRY(draft.step())) return {};
    change.is_there = draft.integer(0) == 0;
    if (!draft.is_null(1))
        change.name = TRY(name_of_record(database, TRY(store::uuid_column(draft, 1)))).name;
    return {};
}

base::Result<void> name_payment(store::Connection& database, ChangeRow& change) {
    auto payment = TRY(database.prepare(
        "SELECT payer_id, currency, amount_minor FROM payment WHERE id = ? ORDER BY id"));
    TRY_VOID(payment.bind(store::column(change.record)));
    if (!TRY(payment.step())) return {};
    change.name = TRY(name_of_record(database, TRY(store::uuid_column(payment, 0)))).name;
    change.is_there = true;
    change.amount = domain::Money{payment.integer(2), TRY(store::currency_column(payment, 1))};
    return {};
}

base::Result<void> name_record(store::Connection& database, ChangeRow& change) {
    auto record = TRY(database.prepare("SELECT name, state FROM master WHERE id = ? ORDER BY id"));
    TRY_VOID(record.bind(store::column(change.record)));
    if (!TRY(record.step())) return {};
    change.name = std::string(record.text(0));
    change.is_there = record.integer(1) < 2; // In use or archived.
    return {};
}

base::Result<void> name_subject(const QueryContext& context, ChangeRow& change) {
    switch (change.subject) {
    case ChangeSubject::practice:
    case ChangeSubject::numbering: change.is_there = true; return {};
    case ChangeSubject::draft:
    case ChangeSubject::invoice: return name_invoice(context.database, change);
    case ChangeSubject::payment: return name_payment(context.database, change);
    case ChangeSubject::client:
    case ChangeSubject::contact:
    case ChangeSubject::service:
    case ChangeSubject::product:
    case ChangeSubject::tax:
    case ChangeSubject::location:
    case ChangeSubject::practitioner:
    case ChangeSubject::payment_method: return name_record(context.database, change);
    }
    UNREACHABLE();
}

} // namespace

base::Result<std::vector<AuditEntry>>
query_audit_trail(const QueryContext& context, std::optional<AuditKey> before, std::size_t count) {
    auto rows = TRY(context.database.prepare(
        "SELECT c.dot, c.recorded_ms, c.author, d.id, c.command_id, c.command, c.body "
        "FROM change c JOIN device d ON d.number = c.dot >> 40 WHERE c.dot < ? "
        "ORDER BY c.dot DESC LIMIT ?"));
    TRY_VOID(rows.bind(before ? before->dot : std::numeric_limits<std::int64_t>::max(),
                       static_cast<std::int64_t>(count)));
    std::vector<AuditEntry> entries;
    while (TRY(rows.step()))
        entries.push_back({.key = {rows.integer(0)},
                           .at = TRY(store::instant_column(rows, 1)),
                           .author = TRY(store::uuid_column(rows, 2)),
                           .device = TRY(store::uuid_column(rows, 3)),
                           .sequence = store::Dot{rows.integer(0)}.sequence(),
                           .command_id = TRY(store::uuid_column(rows, 4)),
                           .command = std::string(rows.text(5)),
                           .body = TRY(store::unpack_body(context.database, rows.blob(6)))});
    return entries;
}

base::Result<std::vector<ChangeRow>>
query_changes(const QueryContext& context, std::optional<AuditKey> before, std::size_t count) {
    const domain::DeviceId device = TRY(store::own_device(context.database));
    std::vector<ChangeRow> changes;
    for (AuditEntry& entry : TRY(query_audit_trail(context, before, count))) {
        ChangeRow change{.key = entry.key,
                         .at = entry.at,
                         .author = entry.author,
                         .is_by_this_device = entry.device == device.uuid,
                         .command = std::move(entry.command)};
        const store::Operations operations = TRY(store::parse_body(entry.body));
        find_subject(operations, change);
        change.record_count = count_records(operations, change.subject);
        TRY_VOID(name_subject(context, change));
        changes.push_back(std::move(change));
    }
    return changes;
}

} // namespace app
