#include "domain/decide_write_off.h"

#include "base/assert.h"
#include "domain/checks.h"
#include "domain/limits.h"

#include <algorithm>
#include <ranges>

namespace domain {

using base::Code;
using base::Result;

Result<Events> decide_write_off(const WriteOffFacts& facts, const WriteOffInvoice& command,
                                const Context& context) {
    if (command.invoice != facts.invoice.id) return base::fail(Code::not_found, "invoice");
    const base::Date issued = facts.invoice.issue_date;
    const Money open = TRY(lowest_balance_from(facts.invoice, std::max(command.date, issued)));
    Checks checks;
    checks.dated(command.date, facts.lock_date, context.today, "date");
    checks.not_before(command.date, issued, Code::date_before_issue, "date");
    checks.required(command.reason, long_text_length_max, "reason");
    const Money amount = command.amount.value_or(open);
    if (open.minor <= 0) {
        checks.refuse(Code::nothing_open, "invoice");
    } else if (amount.currency != open.currency) {
        checks.refuse(Code::currency_mixed, "amount");
    } else {
        checks.above_zero(amount, "amount");
        if (amount.minor > open.minor)
            checks.refuse(Code::above_balance, "amount", plain_text(open));
    }
    TRY_VOID(checks.result());
    return Events{WriteOff{.id = context.new_id<WriteOffId>(),
                           .invoice = facts.invoice.id,
                           .amount = amount,
                           .reason = command.reason,
                           .dated = {.effective = command.date, .recorded = context.now}}};
}

Result<Events> decide_reverse_write_off(const WriteOffFacts& facts, const ReverseWriteOff& command,
                                        const Context& context) {
    if (command.invoice != facts.invoice.id) return base::fail(Code::not_found, "invoice");
    const auto fact = std::ranges::find(facts.write_offs, command.write_off, &WriteOff::id);
    if (fact == facts.write_offs.end()) return base::fail(Code::not_found, "write_off");
    const auto live = TRY(live_write_offs({&*fact, 1}, facts.reversals));
    Checks checks;
    if (live.empty()) checks.refuse(Code::not_written_off, "write_off");
    checks.dated(command.date, facts.lock_date, context.today, "date");
    checks.not_before(command.date, fact->dated.effective, Code::date_before_write_off, "date");
    checks.required(command.reason, long_text_length_max, "reason");
    TRY_VOID(checks.result());
    return Events{WriteOffReversal{.id = context.new_id<WriteOffReversalId>(),
                                   .write_off = fact->id,
                                   .invoice = fact->invoice,
                                   .amount = live.front().left,
                                   .reason = command.reason,
                                   .dated = {.effective = command.date, .recorded = context.now}}};
}

std::vector<WriteOffReversal> reversed_by_payment(InvoiceId invoice,
                                                  std::span<const LiveWriteOff> live, Money amount,
                                                  base::Date date, const Context& context) {
    std::vector<WriteOffReversal> reversals;
    for (const LiveWriteOff& one : live | std::views::reverse) {
        if (amount.minor <= 0) break;
        const Money part{std::min(amount.minor, one.left.minor), amount.currency};
        reversals.push_back(
            {.id = context.new_id<WriteOffReversalId>(),
             .write_off = one.id,
             .invoice = invoice,
             .amount = part,
             .reason = {},
             .dated = {.effective = std::max(date, one.date), .recorded = context.now}});
        amount.minor -= part.minor;
    }
    ASSERT(amount.minor <= 0);
    return reversals;
}

} // namespace domain
