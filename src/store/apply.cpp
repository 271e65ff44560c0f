#include "store/apply.h"

#include "store/derived.h"
#include "store/draft_rows.h"
#include "store/invoice_rows.h"
#include "store/master_rows.h"
#include "store/payment_rows.h"
#include "store/register_rows.h"
#include "store/series_rows.h"
#include "store/touched.h"
#include "store/write_off_rows.h"

namespace store {

namespace {

class Writer {
  public:
    Writer(Connection& database, Dot dot) : database_(database), dot_(dot) {}

    base::Result<void> operator()(const Value& value) {
        return write_register(database_, dot_, value);
    }
    base::Result<void> operator()(const Letterhead& letterhead) {
        return insert_letterhead(database_, dot_, letterhead);
    }
    base::Result<void> operator()(const InvoiceFact& fact) {
        TRY_VOID(insert_invoice(database_, dot_, fact));
        return count_number(database_, fact.invoice.number, fact.invoice.issued.effective);
    }
    base::Result<void> operator()(const domain::InvoiceVoided& fact) {
        return insert_void(database_, dot_, fact);
    }
    base::Result<void> operator()(const domain::InvoiceReverted& fact) {
        return insert_revert(database_, dot_, fact);
    }
    base::Result<void> operator()(const InvoiceLeft& fact) {
        return insert_left(database_, dot_, fact);
    }
    base::Result<void> operator()(const domain::Payment& payment) {
        return insert_payment(database_, dot_, payment);
    }
    base::Result<void> operator()(const domain::PaymentVoid& fact) {
        return insert_payment_void(database_, dot_, fact);
    }
    base::Result<void> operator()(const domain::Allocation& allocation) {
        return insert_allocation(database_, dot_, allocation);
    }
    base::Result<void> operator()(const domain::Release& release) {
        return insert_release(database_, dot_, release);
    }
    base::Result<void> operator()(const domain::WriteOff& fact) {
        return insert_write_off(database_, dot_, fact);
    }
    base::Result<void> operator()(const domain::WriteOffReversal& fact) {
        return insert_reversal(database_, dot_, fact);
    }
    base::Result<void> operator()(const domain::NumbersSkipped& skip) {
        return insert_skip(database_, dot_, skip);
    }

  private:
    Connection& database_;
    Dot dot_;
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
    Writer write(database, origin.dot);
    for (const Operation& operation : operations)
        TRY_VOID(std::visit(write, operation));
    Touched touched;
    TRY_VOID(touch(database, operations, touched));
    return project_all(database, origin, touched);
}

} // namespace store
