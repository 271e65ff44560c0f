#include "domain/payment_plan.h"

#include "base/wide.h"
#include "domain/adjustment.h"
#include "domain/checks.h"
#include "domain/limits.h"

#include <algorithm>

namespace domain {

namespace {

using base::Code;
using base::Result;

// An invoice in the order in which it is paid, and the most that may go to it.
struct Target {
    const OpenInvoice* invoice = nullptr;
    std::int64_t wanted = 0;
};

const OpenInvoice* find_open(const PaymentContextFacts& facts, InvoiceId id) {
    const auto found = std::ranges::find(facts.open_invoices, id, &OpenInvoice::id);
    return found == facts.open_invoices.end() ? nullptr : &*found;
}

Result<std::vector<Target>> chosen_targets(const PaymentContextFacts& facts,
                                           const RecordPayment& command, Checks& checks) {
    std::vector<Target> targets;
    for (std::size_t i = 0; i < command.chosen->size(); ++i) {
        const ChosenAmount& chosen = (*command.chosen)[i];
        const std::string at = indexed("chosen", i);
        const OpenInvoice* const invoice = find_open(facts, chosen.invoice);
        const auto same = [&](const Target& target) { return target.invoice == invoice; };
        if (invoice == nullptr)
            checks.refuse(Code::not_found, at + ".invoice");
        else if (std::ranges::any_of(targets, same))
            checks.refuse(Code::not_unique, at + ".invoice");
        else if (invoice->balance.currency != command.amount.currency ||
                 chosen.amount.currency != command.amount.currency)
            checks.refuse(Code::currency_mixed, at + ".amount");
        else if (const Money most = TRY(most_payable(*invoice)); chosen.amount.minor > most.minor)
            checks.refuse(Code::above_balance, at + ".amount", plain_text(most));
        else
            checks.above_zero(chosen.amount, at + ".amount");
        targets.push_back({.invoice = invoice, .wanted = chosen.amount.minor});
    }
    checks.range(static_cast<std::int64_t>(targets.size()), 0,
                 static_cast<std::int64_t>(payment_allocations_max), "chosen");
    return targets;
}

bool pays_others(AutoAllocation setting) {
    return setting == AutoAllocation::oldest_first || setting == AutoAllocation::newest_first;
}

Result<std::vector<Target>> automatic_targets(const PaymentContextFacts& facts,
                                              const RecordPayment& command, Checks& checks) {
    std::vector<Target> targets;
    if (command.for_invoice.has_value()) {
        const OpenInvoice* const invoice = find_open(facts, *command.for_invoice);
        if (invoice == nullptr)
            checks.refuse(Code::not_found, "for_invoice");
        else if (invoice->balance.currency != command.amount.currency)
            checks.refuse(Code::currency_mixed, "amount");
        else
            targets.push_back({.invoice = invoice, .wanted = TRY(most_payable(*invoice)).minor});
    }
    if (!pays_others(facts.auto_allocation)) return targets;
    const auto others = static_cast<std::ptrdiff_t>(targets.size());
    for (const OpenInvoice& invoice : facts.open_invoices)
        if (invoice.account == command.payer && invoice.id != command.for_invoice &&
            invoice.balance.currency == command.amount.currency)
            targets.push_back({.invoice = &invoice, .wanted = invoice.balance.minor});
    const auto is_older = [](const Target& a, const Target& b) {
        if (a.invoice->issue_date != b.invoice->issue_date)
            return a.invoice->issue_date < b.invoice->issue_date;
        return a.invoice->number != b.invoice->number ? a.invoice->number < b.invoice->number
                                                      : a.invoice->id < b.invoice->id;
    };
    std::sort(targets.begin() + others, targets.end(), is_older);
    if (facts.auto_allocation == AutoAllocation::newest_first)
        std::reverse(targets.begin() + others, targets.end());
    if (targets.size() > payment_allocations_max) targets.resize(payment_allocations_max);
    return targets;
}

// Rules 2.8: cash of exactly what the coins can pay of the first few balances settles them. Returns
// how many of the targets, and what the coins leave over.
struct CoinSettlement {
    std::size_t count = 0;
    std::int64_t rounding = 0; // Balance less cash; negative when the cash is the larger.
};

Result<CoinSettlement> settled_by_coins(const PaymentContextFacts& facts,
                                        const std::vector<Target>& targets, Money paid) {
    if (facts.method.kind != MethodKind::cash || facts.cash_step_minor <= 1)
        return CoinSettlement{};
    std::int64_t due = 0;
    for (std::size_t i = 0; i < targets.size() && due < paid.minor + facts.cash_step_minor; ++i) {
        // Part of the last invoice chosen, but all that coins can pay of it, settles it too. What
        // was written off of it need not be paid.
        const std::int64_t balance = targets[i].invoice->balance.minor;
        const Money whole{TRY(base::checked_add(due, balance)), paid.currency};
        due = TRY(base::checked_add(due, targets[i].wanted));
        if (whole == paid) return CoinSettlement{};
        if (TRY(round_for_cash(whole, facts.cash_step_minor)) == paid)
            return CoinSettlement{.count = i + 1, .rounding = whole.minor - paid.minor};
    }
    return CoinSettlement{};
}

} // namespace

Result<Money> most_payable(const OpenInvoice& invoice) {
    return add(invoice.balance, TRY(sum_left(invoice.written_off, invoice.balance.currency)));
}

Result<AllocationPlan> plan_payment(const PaymentContextFacts& facts,
                                    const RecordPayment& command) {
    Checks checks;
    checks.above_zero(command.amount, "amount");
    const std::vector<Target> targets =
        TRY(command.chosen.has_value() ? chosen_targets(facts, command, checks)
                                       : automatic_targets(facts, command, checks));
    TRY_VOID(checks.result());

    const CoinSettlement coins = TRY(settled_by_coins(facts, targets, command.amount));
    AllocationPlan plan{.allocations = {}, .brought_back = {}, .kept_as_credit = command.amount};
    std::int64_t& left = plan.kept_as_credit.minor;
    std::int64_t unmet = 0; // Of what a person chose; at most 500 x amount_minor_max.
    for (const Target& target : targets)
        unmet += target.wanted;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const bool takes_rest = i + 1 == coins.count;
        const std::int64_t amount = takes_rest ? left : std::min(left, targets[i].wanted);
        if (amount <= 0) continue;
        const OpenInvoice& invoice = *targets[i].invoice;
        const std::int64_t rounding = takes_rest ? coins.rounding : 0;
        const std::int64_t beyond = amount + rounding - invoice.balance.minor;
        plan.brought_back.push_back({std::max<std::int64_t>(beyond, 0), command.amount.currency});
        plan.allocations.push_back(
            {.id = {},
             .payment = {},
             .invoice = invoice.id,
             .amount = {amount, command.amount.currency},
             .cash_rounding = {rounding, command.amount.currency},
             .dated = {.effective = std::max(command.date, invoice.issue_date), .recorded = {}}});
        left -= amount;
        unmet -= amount;
    }
    if (command.chosen.has_value() && coins.count == 0 && unmet > 0)
        return base::fail(Code::above_payment, "chosen", plain_text(command.amount));
    return plan;
}

bool needs_confirmation(const RecordPayment& command, const AllocationPlan& plan) {
    const bool is_aimed =
        command.for_invoice.has_value() || command.chosen.has_value() || !plan.allocations.empty();
    return is_aimed && plan.kept_as_credit.minor > 0 && command.overpayment == Overpayment::refuse;
}

} // namespace domain
