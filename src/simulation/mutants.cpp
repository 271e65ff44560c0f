#include "base/assert.h"
#include "simulation/run.h"

namespace simulation {

namespace {

// What the mutant does to the book.
std::string_view sql_of(Mutant mutant) {
    switch (mutant) {
    case Mutant::none:
    case Mutant::lost_after_ack: return {}; // At the next crash.
    case Mutant::lost_allocation:
        return "DELETE FROM allocation WHERE id = (SELECT MAX(id) FROM allocation "
               "WHERE amount_minor > 0)";
    case Mutant::doubled_allocation:
        return "UPDATE allocation SET amount_minor = amount_minor * 2 "
               "WHERE id = (SELECT MAX(id) FROM allocation WHERE amount_minor > 0)";
    case Mutant::overdrawn_payment:
        return "UPDATE payment SET amount_minor = 1 WHERE id = (SELECT "
               "MAX(payment_id) FROM allocation WHERE amount_minor > 1)";
    case Mutant::altered_total:
        return "UPDATE issued_invoice SET payable_minor = payable_minor + 1 "
               "WHERE id = (SELECT MAX(id) FROM issued_invoice)";
    case Mutant::orphaned_allocation:
        return "DELETE FROM payment WHERE id = (SELECT MAX(payment_id) FROM allocation)";
    case Mutant::money_on_voided:
        return "INSERT INTO invoice_void (invoice_id, version, dot, date, reason) "
               "SELECT id, version, dot, issue_date, 'planted' FROM issued_invoice "
               "WHERE id = (SELECT id FROM invoice_now WHERE state = 0 "
               "AND settled_minor > 0 ORDER BY id DESC LIMIT 1)";
    case Mutant::doubled_write_off:
        return "UPDATE write_off SET amount_minor = amount_minor * 2 "
               "WHERE id = (SELECT MAX(id) FROM write_off)";
    case Mutant::lost_reversal:
        return "DELETE FROM write_off_reversal WHERE id = (SELECT MAX(id) FROM write_off_reversal)";
    case Mutant::skipped_number: return "UPDATE series SET next_counter = next_counter + 1";
    case Mutant::repeated_number:
        return "UPDATE issued_invoice SET number = (SELECT MIN(number) FROM "
               "issued_invoice) WHERE id = (SELECT MAX(id) FROM issued_invoice) "
               "AND number <> (SELECT MIN(number) FROM issued_invoice)";
    case Mutant::altered_log:
        // Another client's body is as well packed and as well formed.
        return "UPDATE change SET body = (SELECT body FROM change WHERE command = 'add_client' "
               "ORDER BY dot DESC LIMIT 1) WHERE dot = (SELECT MIN(dot) FROM change "
               "WHERE command = 'add_client') AND (SELECT COUNT(*) FROM change "
               "WHERE command = 'add_client') > 1";
    case Mutant::removed_change: return "DELETE FROM change WHERE command = 'record_payment'";
    case Mutant::stale_cache:
        return "UPDATE derived_invoice SET balance_minor = balance_minor + 1 "
               "WHERE balance_minor > 0";
    case Mutant::credit_from_nothing:
        return "UPDATE derived_credit SET left_minor = left_minor + 100";
    case Mutant::unlogged_write:
        return "UPDATE master SET name = name || '!' WHERE kind = 'client'";
    }
    UNREACHABLE();
}

} // namespace

bool Run::execute_sql(std::string_view sql) {
    auto transaction = program_->app.book().begin();
    if (!transaction) return false;
    auto& database = program_->app.book().database();
    if (!database.execute(sql) || database.changes() == 0) return false;
    return transaction->commit().has_value();
}

void Run::mutate() {
    if (outcome_.is_planted || outcome_.steps_done < 100) return;
    const std::string_view sql = sql_of(settings_.mutant);
    if (sql.empty()) return;
    outcome_.is_planted = execute_sql(sql);
    if (outcome_.is_planted) remember();
}

} // namespace simulation
