#include "domain/totals.h"

#include "base/assert.h"
#include "base/wide.h"
#include "domain/adjustment.h"
#include "domain/allocate.h"
#include "domain/limits.h"
#include "domain/tax_split.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace domain {

namespace {

using base::Code;
using base::Result;
using base::Rounding;

using TaxSet = std::vector<AppliedTax>; // Sorted by compare_groups, without reasons.

Percent charged_rate(const TaxSet& taxes) {
    std::int64_t sum = 0; // At most line_taxes_max x tax_percent_max.
    for (const AppliedTax& tax : taxes)
        if (tax.retained == Retained::no) sum += tax.rate.value.scaled;
    return {{sum}};
}

// Rules section 1: ties go to the higher rate first, then the tax code.
struct TaxSetOrder {
    bool operator()(const TaxSet& a, const TaxSet& b) const {
        const Percent rate_a = charged_rate(a);
        const Percent rate_b = charged_rate(b);
        if (rate_a != rate_b) return rate_a > rate_b;
        return std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end(),
                                                      compare_groups) < 0;
    }
};

struct GroupOrder {
    bool operator()(const AppliedTax& a, const AppliedTax& b) const {
        return compare_groups(a, b) < 0;
    }
};

// A line, or a document adjustment that names its own taxes: what carries a taxed amount.
struct Bearer {
    std::int64_t amount = 0; // In the price mode, with its share of spread adjustments.
    std::int64_t share = 0;
    std::int64_t taxable = 0;
};

// The lines, and adjustments of their own, that carry the same taxes.
struct TaxedGroup {
    std::vector<std::size_t> lines; // Indices into the input.
    std::vector<Bearer> bearers;    // The lines in order, then the adjustments.
    std::int64_t lines_sum = 0;
    std::int64_t amount = 0; // Of all bearers.
};

using Groups = std::map<TaxSet, TaxedGroup, TaxSetOrder>;

struct Computation {
    const TotalsInput& input;
    Groups groups;
    std::map<AppliedTax, std::set<std::string>, GroupOrder> reasons;
    std::map<AppliedTax, TaxGroup, GroupOrder> tax_rows;
    Totals totals;

    Money money(std::int64_t minor) const { return {minor, input.currency}; }
};

Totals zero_totals(Currency currency) {
    const Money zero{0, currency};
    return {.lines = {},
            .sum_of_lines = zero,
            .document_adjustments = {},
            .discounts = zero,
            .charges = zero,
            .net = zero,
            .groups = {},
            .tax = zero,
            .gross = zero,
            .retained = zero,
            .prepaid = zero,
            .rounding = zero,
            .payable = zero};
}

Result<void> grow(std::int64_t& sum, std::int64_t by) {
    sum = TRY(base::checked_add(sum, by));
    return {};
}

// quantity x unit price / base quantity in minor units, rounded once. The scales of six decimals
// cancel down to a divisor: q/10^6 x p/10^6 / (b/10^6) x 10^e = q x p / (b x 10^(6-e)).
Result<std::int64_t> priced_amount(const TotalsLine& line, Currency currency) {
    if (line.price_base_quantity.scaled <= 0)
        return base::fail(Code::base_quantity_not_positive, "price_base_quantity");
    const base::Int128 product = base::Int128{line.quantity.scaled} * line.unit_price.scaled;
    const base::Int128 divisor = base::Int128{line.price_base_quantity.scaled} *
                                 (base::Decimal::scale / currency.minor_per_unit());
    Result<std::int64_t> amount =
        base::narrow(base::divide(product, divisor, Rounding::half_away_from_zero));
    if (!amount.has_value()) return base::fail(Code::overflow, "quantity");
    return amount;
}

Result<LineTotals> line_totals(const TotalsLine& line, Currency currency) {
    const std::int64_t amount = TRY(priced_amount(line, currency));
    const std::vector<std::reference_wrapper<const Adjustment>> adjustments(
        line.adjustments.begin(), line.adjustments.end());
    const AdjustmentSums sums = TRY(size_adjustments(adjustments, amount, currency));

    // Rules 2.7: a discount never takes a line past zero.
    const std::int64_t before_discounts = TRY(base::checked_add(amount, sums.charges_minor));
    const std::int64_t net = TRY(base::checked_subtract(before_discounts, sums.discounts_minor));
    if ((before_discounts >= 0 && net < 0) || (before_discounts <= 0 && net > 0))
        return base::fail(Code::discount_above_line, "adjustments");

    LineTotals totals{.amount = {amount, currency},
                      .adjustments = {},
                      .net_of_adjustments = {net, currency},
                      .document_share = {0, currency},
                      .taxable = {0, currency}};
    for (const std::int64_t minor : sums.amounts_minor)
        totals.adjustments.push_back({minor, currency});
    return totals;
}

Result<TaxSet> tax_set(const std::vector<AppliedTax>& taxes, Computation& work) {
    if (taxes.size() > line_taxes_max)
        return base::fail(Code::out_of_range, "taxes", std::to_string(line_taxes_max));
    TaxSet set = taxes;
    for (std::size_t i = 0; i < set.size(); ++i) {
        AppliedTax& tax = set[i];
        if (tax.rate.value.scaled < 0)
            return base::fail(Code::percent_negative, indexed("taxes", i));
        if (tax.rate.value > base::Decimal::whole(tax_percent_max))
            return base::fail(Code::percent_above_limit, indexed("taxes", i),
                              std::to_string(tax_percent_max));
        std::string reason = std::move(tax.exemption_reason);
        tax.exemption_reason.clear();
        tax.definition.reset();
        if (!reason.empty()) work.reasons[tax].insert(std::move(reason));
    }
    std::ranges::sort(set, GroupOrder{});
    if (std::ranges::adjacent_find(set) != set.end())
        return base::fail(Code::tax_repeated, "taxes");
    return set;
}

Result<void> add_lines(Computation& work) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < work.input.lines.size(); ++i) {
        const TotalsLine& line = work.input.lines[i];
        Result<LineTotals> totals = line_totals(line, work.input.currency);
        if (!totals.has_value()) return base::fail(within(indexed("lines", i), totals.error()));
        const Result<TaxSet> taxes = tax_set(line.taxes, work);
        if (!taxes.has_value()) return base::fail(within(indexed("lines", i), taxes.error()));
        const std::int64_t net = totals->net_of_adjustments.minor;
        TaxedGroup& group = work.groups[*taxes];
        group.lines.push_back(i);
        group.bearers.push_back({.amount = net});
        TRY_VOID(grow(group.lines_sum, net));
        TRY_VOID(grow(sum, net));
        work.totals.lines.push_back(*std::move(totals));
    }
    work.totals.sum_of_lines = work.money(sum);
    return {};
}

// Spreads over the groups, and inside each over its lines; `sign` is -1 for discounts.
Result<void> spread(Computation& work, std::int64_t amount, int sign) {
    if (amount == 0) return {};
    if (work.groups.empty())
        work.groups[{}].bearers.push_back({}); // A surcharge on no lines stands untaxed.
    std::vector<std::int64_t> weights;
    weights.reserve(work.groups.size());
    for (const auto& [taxes, group] : work.groups)
        weights.push_back(group.lines_sum);
    const std::vector<std::int64_t> group_parts = allocate(amount, weights);

    std::size_t at = 0;
    for (auto& [taxes, group] : work.groups) {
        std::vector<std::int64_t> line_weights;
        line_weights.reserve(group.lines.size());
        for (const std::size_t line : group.lines)
            line_weights.push_back(work.totals.lines[line].net_of_adjustments.minor);
        if (line_weights.empty()) line_weights.push_back(0);
        const std::vector<std::int64_t> parts = allocate(group_parts[at++], line_weights);
        for (std::size_t i = 0; i < parts.size(); ++i)
            TRY_VOID(grow(group.bearers[i].share, sign * parts[i]));
    }
    return {};
}

// Rules 2.2 and 2.3: after the line discounts, before tax; spread jointly, so that discounts that
// add up to the whole sum leave exactly zero in every group.
Result<void> spread_adjustments(Computation& work, const AdjustmentSums& sums) {
    std::int64_t discounts = 0;
    std::int64_t charges = 0;
    for (std::size_t i = 0; i < work.input.adjustments.size(); ++i) {
        const DocumentAdjustment& given = work.input.adjustments[i];
        if (given.taxes.has_value()) continue;
        const bool is_discount = given.adjustment.kind == AdjustmentKind::discount;
        TRY_VOID(grow(is_discount ? discounts : charges, sums.amounts_minor[i]));
    }
    const std::int64_t sum = work.totals.sum_of_lines.minor;
    if (sum >= 0 ? discounts > sum : discounts < sum)
        return base::fail(Code::discount_above_sum, "adjustments",
                          plain_text(work.totals.sum_of_lines));
    TRY_VOID(spread(work, discounts, -1));
    TRY_VOID(spread(work, charges, 1));
    for (auto& [taxes, group] : work.groups)
        for (Bearer& bearer : group.bearers)
            TRY_VOID(grow(bearer.amount, bearer.share));
    return {};
}

Result<void> add_own_taxed_adjustments(Computation& work, const AdjustmentSums& sums) {
    for (std::size_t i = 0; i < work.input.adjustments.size(); ++i) {
        const DocumentAdjustment& given = work.input.adjustments[i];
        if (!given.taxes.has_value()) continue;
        const Result<TaxSet> taxes = tax_set(*given.taxes, work);
        if (!taxes.has_value()) return base::fail(within(indexed("adjustments", i), taxes.error()));
        const std::int64_t amount = sums.amounts_minor[i];
        const bool is_discount = given.adjustment.kind == AdjustmentKind::discount;
        work.groups[*taxes].bearers.push_back(
            {.amount = is_discount ? TRY(base::checked_negate(amount)) : amount});
    }
    return {};
}

Result<void> adjust_document(Computation& work) {
    std::vector<std::reference_wrapper<const Adjustment>> adjustments;
    adjustments.reserve(work.input.adjustments.size());
    for (const DocumentAdjustment& given : work.input.adjustments)
        adjustments.emplace_back(given.adjustment);
    const AdjustmentSums sums =
        TRY(size_adjustments(adjustments, work.totals.sum_of_lines.minor, work.input.currency));
    for (const std::int64_t minor : sums.amounts_minor)
        work.totals.document_adjustments.push_back(work.money(minor));
    work.totals.discounts = work.money(sums.discounts_minor);
    work.totals.charges = work.money(sums.charges_minor);
    TRY_VOID(spread_adjustments(work, sums));
    return add_own_taxed_adjustments(work, sums);
}

Result<void> add_to_row(Computation& work, const AppliedTax& tax, std::int64_t base_minor,
                        std::int64_t amount_minor) {
    TaxGroup& row =
        work.tax_rows
            .try_emplace(tax, TaxGroup{.tax = tax, .base = work.money(0), .amount = work.money(0)})
            .first->second;
    TRY_VOID(grow(row.base.minor, base_minor));
    return grow(row.amount.minor, amount_minor);
}

Result<void> add_split_to_rows(Computation& work, const TaxSet& taxes, const TaxSplit& split) {
    for (std::size_t i = 0; i < taxes.size(); ++i)
        TRY_VOID(add_to_row(work, taxes[i], split.net_minor, split.taxes_minor[i]));
    return {};
}

// Rules 2.4 and 2.5, option per line: each bearer is rounded by itself.
Result<void> tax_per_line(Computation& work, const TaxSet& taxes, TaxedGroup& group) {
    for (Bearer& bearer : group.bearers) {
        const TaxSplit split = TRY(split_tax(bearer.amount, taxes, work.input.price_mode));
        bearer.taxable = split.net_minor;
        TRY_VOID(add_split_to_rows(work, taxes, split));
    }
    return {};
}

// Rules 2.5, per rate: the group's net is rounded once and spread to its bearers.
Result<void> tax_per_rate(Computation& work, const TaxSet& taxes, TaxedGroup& group) {
    const TaxSplit split = TRY(split_tax(group.amount, taxes, work.input.price_mode));
    TRY_VOID(add_split_to_rows(work, taxes, split));
    std::vector<std::int64_t> amounts;
    amounts.reserve(group.bearers.size());
    for (const Bearer& bearer : group.bearers)
        amounts.push_back(bearer.amount);
    const std::int64_t hundred = base::Decimal::whole(100).scaled;
    const std::int64_t included =
        work.input.price_mode == PriceMode::tax_inclusive ? charged_rate(taxes).value.scaled : 0;
    const std::vector<std::int64_t> nets =
        scale_to_sum(split.net_minor, amounts, hundred, hundred + included);
    for (std::size_t i = 0; i < nets.size(); ++i)
        group.bearers[i].taxable = nets[i];
    return {};
}

// Rules 2.4, per rate: base x rate rounded once per (tax, category, rate). In inclusive prices only
// retained taxes are a rate on the base; the charged ones were taken out of the gross.
Result<void> round_once_per_rate(Computation& work) {
    if (work.input.tax_rounding != TaxRounding::per_rate) return {};
    for (auto& [tax, row] : work.tax_rows)
        if (work.input.price_mode == PriceMode::net || tax.retained == Retained::yes)
            row.amount.minor =
                TRY(percent_of(row.base.minor, tax.rate, Rounding::half_away_from_zero));
    return {};
}

Result<void> tax_groups(Computation& work) {
    std::int64_t net = 0;
    for (auto& [taxes, group] : work.groups) {
        for (const Bearer& bearer : group.bearers)
            TRY_VOID(grow(group.amount, bearer.amount));
        TRY_VOID(work.input.tax_rounding == TaxRounding::per_line
                     ? tax_per_line(work, taxes, group)
                     : tax_per_rate(work, taxes, group));
        for (std::size_t i = 0; i < group.bearers.size(); ++i) {
            TRY_VOID(grow(net, group.bearers[i].taxable));
            if (i >= group.lines.size()) continue;
            LineTotals& line = work.totals.lines[group.lines[i]];
            line.document_share = work.money(group.bearers[i].share);
            line.taxable = work.money(group.bearers[i].taxable);
        }
    }
    work.totals.net = work.money(net);
    return round_once_per_rate(work);
}

Result<void> collect_rows(Computation& work) {
    for (auto& [tax, row] : work.tax_rows) {
        for (const std::string& reason : work.reasons[tax]) {
            if (!row.tax.exemption_reason.empty()) row.tax.exemption_reason += "; ";
            row.tax.exemption_reason += reason;
        }
        Money& sum = tax.retained == Retained::yes ? work.totals.retained : work.totals.tax;
        TRY_VOID(grow(sum.minor, row.amount.minor));
        work.totals.groups.push_back(std::move(row));
    }
    return {};
}

Result<Money> document_rounding(const DocumentRounding& rounding, Money due) {
    if (const auto* const stated = std::get_if<StatedRounding>(&rounding)) {
        if (stated->amount.currency != due.currency)
            return base::fail(Code::currency_mixed, "rounding");
        return stated->amount;
    }
    if (const auto* const step = std::get_if<RoundToStep>(&rounding))
        return subtract(TRY(round_for_cash(due, step->step_minor)), due);
    return Money{0, due.currency};
}

Result<void> add_up(Computation& work) {
    Totals& totals = work.totals;
    totals.gross = TRY(add(totals.net, totals.tax));
    totals.prepaid = work.input.prepaid.value_or(totals.prepaid);
    if (totals.prepaid.currency != work.input.currency)
        return base::fail(Code::currency_mixed, "prepaid");
    const Money due = TRY(subtract(TRY(subtract(totals.gross, totals.retained)), totals.prepaid));
    totals.rounding = TRY(document_rounding(work.input.rounding, due));
    totals.payable = TRY(add(due, totals.rounding));
    return {};
}

} // namespace

Result<Totals> compute_totals(const TotalsInput& input) {
    Computation work{.input = input,
                     .groups = {},
                     .reasons = {},
                     .tax_rows = {},
                     .totals = zero_totals(input.currency)};
    TRY_VOID(add_lines(work));
    TRY_VOID(adjust_document(work));
    TRY_VOID(tax_groups(work));
    TRY_VOID(collect_rows(work));
    TRY_VOID(add_up(work));
    return std::move(work.totals);
}

Result<Money> round_for_cash(Money amount, std::int64_t step_minor) {
    return Money{
        TRY(base::round_to_multiple(amount.minor, step_minor, Rounding::half_away_from_zero)),
        amount.currency};
}

} // namespace domain
