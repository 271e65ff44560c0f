#include "store/touched.h"

#include "store/columns.h"

namespace store {

namespace {

class Toucher {
  public:
    Toucher(Connection& database, Touched& touched) : database_(database), touched_(touched) {}

    base::Result<void> operator()(const Value& value) {
        touched_.records.emplace(value.kind, value.id);
        return {};
    }
    base::Result<void> operator()(const InvoiceFact& fact) {
        return touch_invoice(fact.invoice.id);
    }
    base::Result<void> operator()(const domain::InvoiceVoided& fact) {
        return touch_invoice(fact.invoice);
    }
    base::Result<void> operator()(const domain::InvoiceReverted& fact) {
        return touch_invoice(fact.invoice);
    }
    base::Result<void> operator()(const domain::Payment& payment) {
        touched_.payments.insert(payment.id);
        return {};
    }
    base::Result<void> operator()(const domain::PaymentVoid& fact) {
        touched_.payments.insert(fact.payment);
        return {};
    }
    base::Result<void> operator()(const domain::Allocation& allocation) {
        touched_.payments.insert(allocation.payment);
        touched_.invoices.insert(allocation.invoice);
        return {};
    }
    base::Result<void> operator()(const domain::Release& release) {
        auto row = TRY(database_.prepare(
            "SELECT payment_id, invoice_id FROM allocation WHERE id = ? ORDER BY id LIMIT 1"));
        TRY_VOID(row.bind(column(release.allocation)));
        if (!TRY(row.step())) return base::fail(base::Code::damaged, "release");
        touched_.payments.insert(TRY(id_column<domain::PaymentId>(row, 0)));
        touched_.invoices.insert(TRY(id_column<domain::InvoiceId>(row, 1)));
        return {};
    }
    base::Result<void> operator()(const domain::WriteOff& fact) {
        touched_.invoices.insert(fact.invoice);
        return {};
    }
    base::Result<void> operator()(const domain::WriteOffReversal& fact) {
        touched_.invoices.insert(fact.invoice);
        return {};
    }
    // Kept by themselves: nothing follows from them.
    base::Result<void> operator()(const Letterhead&) { return {}; }
    base::Result<void> operator()(const InvoiceLeft&) { return {}; }
    base::Result<void> operator()(const domain::NumbersSkipped&) { return {}; }

  private:
    // Issuing and ending an invoice also changes what its draft is.
    base::Result<void> touch_invoice(domain::InvoiceId id) {
        touched_.invoices.insert(id);
        touched_.records.emplace(RecordKind::draft, id.uuid);
        return {};
    }

    Connection& database_;
    Touched& touched_;
};

} // namespace

base::Result<void> touch(Connection& database, const Operations& operations, Touched& touched) {
    Toucher toucher(database, touched);
    for (const Operation& operation : operations)
        TRY_VOID(std::visit(toucher, operation));
    return {};
}

} // namespace store
