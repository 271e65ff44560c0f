#include "simulation/run.h"

namespace simulation {

bool Run::execute_sql(std::string_view sql) {
    auto transaction = program_->app.book().begin();
    if (!transaction) return false;
    auto& database = program_->app.book().database();
    if (!database.execute(sql) || database.changes() == 0) return false;
    return transaction->commit().has_value();
}

void Run::mutate() {
    if (outcome_.is_planted || outcome_.steps_done < 100) return;
    switch (settings_.mutant) {
    case Mutant::none:
    case Mutant::lost_after_ack: return; // At the next crash.
    case Mutant::lost_allocation:
        outcome_.is_planted =
            execute_sql("DELETE FROM allocation WHERE id = (SELECT MAX(id) FROM allocation "
                        "WHERE amount_minor > 0)");
        break;
    case Mutant::doubled_allocation:
        outcome_.is_planted =
            execute_sql("UPDATE allocation SET amount_minor = amount_minor * 2 "
                        "WHERE id = (SELECT MAX(id) FROM allocation WHERE amount_minor > 0)");
        break;
    case Mutant::overdrawn_payment:
        outcome_.is_planted =
            execute_sql("UPDATE payment SET amount_minor = 1 WHERE id = (SELECT "
                        "MAX(payment_id) FROM allocation WHERE amount_minor > 1)");
        break;
    case Mutant::altered_total:
        outcome_.is_planted =
            execute_sql("UPDATE issued_invoice SET payable_minor = payable_minor + 1 "
                        "WHERE id = (SELECT MAX(id) FROM issued_invoice)");
        break;
    case Mutant::orphaned_allocation:
        outcome_.is_planted =
            execute_sql("DELETE FROM payment WHERE id = (SELECT MAX(payment_id) FROM allocation)");
        break;
    case Mutant::money_on_voided:
        outcome_.is_planted =
            execute_sql("INSERT INTO invoice_void (invoice_id, version, dot, date, reason) "
                        "SELECT id, version, dot, issue_date, 'planted' FROM issued_invoice "
                        "WHERE id = (SELECT id FROM invoice_now WHERE state = 0 "
                        "AND settled_minor > 0 ORDER BY id DESC LIMIT 1)");
        break;
    case Mutant::skipped_number:
        outcome_.is_planted = execute_sql("UPDATE series SET next_counter = next_counter + 1");
        break;
    case Mutant::repeated_number:
        outcome_.is_planted =
            execute_sql("UPDATE issued_invoice SET number = (SELECT MIN(number) FROM "
                        "issued_invoice) WHERE id = (SELECT MAX(id) FROM issued_invoice) "
                        "AND number <> (SELECT MIN(number) FROM issued_invoice)");
        break;
    case Mutant::altered_log:
        // Another client's body is as well packed and as well formed.
        outcome_.is_planted = execute_sql(
            "UPDATE change SET body = (SELECT body FROM change WHERE command = 'add_client' "
            "ORDER BY dot DESC LIMIT 1) WHERE dot = (SELECT MIN(dot) FROM change "
            "WHERE command = 'add_client') AND (SELECT COUNT(*) FROM change "
            "WHERE command = 'add_client') > 1");
        break;
    case Mutant::removed_change:
        outcome_.is_planted = execute_sql("DELETE FROM change WHERE command = 'record_payment'");
        break;
    case Mutant::stale_cache:
        outcome_.is_planted =
            execute_sql("UPDATE derived_invoice SET balance_minor = balance_minor + 1 "
                        "WHERE balance_minor > 0");
        break;
    case Mutant::credit_from_nothing:
        outcome_.is_planted =
            execute_sql("UPDATE derived_credit SET left_minor = left_minor + 100");
        break;
    case Mutant::unlogged_write:
        outcome_.is_planted =
            execute_sql("UPDATE master SET name = name || '!' WHERE kind = 'client'");
        break;
    }
    if (outcome_.is_planted) remember();
}

} // namespace simulation
