#include "domain/payment.h"

#include <algorithm>

namespace domain {

using base::Result;

Result<LiveAllocation> live_as_at(const Allocation& allocation,
                                  const std::vector<Release>& releases, base::Date day) {
    LiveAllocation live{.amount = {0, allocation.amount.currency},
                        .cash_rounding = {0, allocation.amount.currency}};
    if (allocation.dated.effective > day) return live;
    live = {.amount = allocation.amount, .cash_rounding = allocation.cash_rounding};
    for (const Release& release : releases) {
        if (release.allocation != allocation.id || release.dated.effective > day) continue;
        live.amount = TRY(subtract(live.amount, release.amount));
        live.cash_rounding = TRY(subtract(live.cash_rounding, release.cash_rounding));
    }
    return live;
}

Result<Money> credit_as_at(const PaymentFacts& facts, base::Date day) {
    Money credit = facts.payment.amount;
    const bool is_voided = facts.voided.has_value() && facts.voided->dated.effective <= day;
    if (facts.payment.received.effective > day || is_voided) return Money{0, credit.currency};
    for (const Allocation& allocation : facts.allocations) {
        const LiveAllocation live = TRY(live_as_at(allocation, facts.releases, day));
        credit = TRY(subtract(credit, live.amount));
    }
    return credit;
}

Result<Money> lowest_credit_from(const PaymentFacts& facts, base::Date day) {
    Money lowest = TRY(credit_as_at(facts, day));
    const auto look_at = [&](base::Date then) -> Result<void> {
        if (then > day) lowest.minor = std::min(lowest.minor, TRY(credit_as_at(facts, then)).minor);
        return {};
    };
    for (const Allocation& allocation : facts.allocations)
        TRY_VOID(look_at(allocation.dated.effective));
    if (facts.voided.has_value()) TRY_VOID(look_at(facts.voided->dated.effective));
    return lowest;
}

} // namespace domain
