#include "store/apply.h"

#include "store/columns.h"
#include "store/derived.h"
#include "store/draft_rows.h"
#include "store/invoice_rows.h"
#include "store/master_rows.h"
#include "store/payment_rows.h"
#include "store/register_rows.h"
#include "store/series_rows.h"

#include <set>
#include <utility>

namespace store {

namespace {

// What the operations touched, to be projected once each when all are written.
struct Touched {
    std::set<std::pair<RecordKind, base::Uuid>> records;
    std::set<domain::InvoiceId> invoices;
    std::set<domain::PaymentId> payments;
};

class Writer {
  public:
    Writer(Connection& database, Dot dot, Touched& touched)
        : database_(database), dot_(dot), touched_(touched) {}

    base::Result<void> operator()(const Value& value) {
        touched_.records.emplace(value.kind, value.id);
        return write_register(database_, dot_, value);
    }
    base::Result<void> operator()(const Letterhead& letterhead) {
        return insert_letterhead(database_, dot_, letterhead);
    }
    base::Result<void> operator()(const InvoiceFact& fact) {
        touch_invoice(fact.invoice.id);
        TRY_VOID(insert_invoice(database_, dot_, fact));
        return count_number(database_, fact.invoice.number, fact.invoice.issued.effective);
    }
    base::Result<void> operator()(const domain::InvoiceVoided& fact) {
        touch_invoice(fact.invoice);
        return insert_void(database_, dot_, fact);
    }
    base::Result<void> operator()(const domain::InvoiceReverted& fact) {
        touch_invoice(fact.invoice);
        return insert_revert(database_, dot_, fact);
    }
    base::Result<void> operator()(const InvoiceLeft& fact) {
        return insert_left(database_, dot_, fact);
    }
    base::Result<void> operator()(const domain::Payment& payment) {
        touched_.payments.insert(payment.id);
        return insert_payment(database_, dot_, payment);
    }
    base::Result<void> operator()(const domain::PaymentVoid& fact) {
        touched_.payments.insert(fact.payment);
        return insert_payment_void(database_, dot_, fact);
    }
    base::Result<void> operator()(const domain::Allocation& allocation) {
        touched_.payments.insert(allocation.payment);
        touched_.invoices.insert(allocation.invoice);
        return insert_allocation(database_, dot_, allocation);
    }
    base::Result<void> operator()(const domain::Release& release) {
        TRY_VOID(touch_allocation(release.allocation));
        return insert_release(database_, dot_, release);
    }
    base::Result<void> operator()(const domain::NumbersSkipped& skip) {
        return insert_skip(database_, dot_, skip);
    }

  private:
    // Issuing and ending an invoice also changes what its draft is.
    void touch_invoice(domain::InvoiceId id) {
        touched_.invoices.insert(id);
        touched_.records.emplace(RecordKind::draft, id.uuid);
    }

    base::Result<void> touch_allocation(domain::AllocationId id) {
        auto row = TRY(database_.prepare(
            "SELECT payment_id, invoice_id FROM allocation WHERE id = ? ORDER BY id LIMIT 1"));
        TRY_VOID(row.bind(column(id)));
        if (!TRY(row.step())) return base::fail(base::Code::damaged, "release");
        touched_.payments.insert(TRY(id_column<domain::PaymentId>(row, 0)));
        touched_.invoices.insert(TRY(id_column<domain::InvoiceId>(row, 1)));
        return {};
    }

    Connection& database_;
    Dot dot_;
    Touched& touched_;
};

base::Result<void> project(Connection& database, const Origin& origin, RecordKind kind,
                           const base::Uuid& id) {
    if (is_master(kind)) return project_master(database, origin.dot, kind, id);
    if (kind == RecordKind::series) return project_series(database, origin.dot, {id});
    if (kind == RecordKind::draft)
        return project_draft(database, origin.dot, origin.recorded, {id});
    return {}; // The practice is read from its registers alone.
}

base::Result<void> project_all(Connection& database, const Origin& origin, const Touched& touched) {
    for (const auto& [kind, id] : touched.records)
        TRY_VOID(project(database, origin, kind, id));
    for (const domain::InvoiceId& id : touched.invoices)
        TRY_VOID(refresh_invoice(database, id));
    for (const domain::PaymentId& id : touched.payments)
        TRY_VOID(refresh_payment(database, id));
    return {};
}

} // namespace

base::Result<void> apply_operations(Connection& database, const Origin& origin,
                                    const Operations& operations) {
    Touched touched;
    Writer write(database, origin.dot, touched);
    for (const Operation& operation : operations)
        TRY_VOID(std::visit(write, operation));
    return project_all(database, origin, touched);
}

} // namespace store
