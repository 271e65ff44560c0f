// The one computation of an invoice's totals.
//
// List, editor, preview, PDF, e-invoice, report and payment screen all show what `compute_totals`
// returns; nothing else adds up lines. Exact integer arithmetic, rounded half away from zero where
// the rules say and nowhere else; independent of line order where taxes are rounded per rate. It
// knows nothing of payments: what is open is domain/balance.h.
#pragma once

#include "base/decimal.h"
#include "base/result.h"
#include "domain/money.h"
#include "domain/tax.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace domain {

enum class PriceMode : std::uint8_t { net, tax_inclusive };
enum class TaxRounding : std::uint8_t { per_rate, per_line };

enum class AdjustmentKind : std::uint8_t { discount, charge };

// A discount or charge: a percentage or an amount in the invoice's currency and price mode. An
// amount has the sign of what it is taken from: on a line of -100.00 a discount is -10.00.
struct Adjustment {
    AdjustmentKind kind = AdjustmentKind::discount;
    std::variant<Percent, Money> size;
    std::string reason;

    friend bool operator==(const Adjustment&, const Adjustment&) = default;
};

// On the whole document. Without `taxes` it is spread over the tax groups of the lines; with them
// (also with none: an untaxed surcharge) it stands in that group.
struct DocumentAdjustment {
    Adjustment adjustment;
    std::optional<std::vector<AppliedTax>> taxes;

    friend bool operator==(const DocumentAdjustment&, const DocumentAdjustment&) = default;
};

struct TotalsLine {
    base::Decimal quantity;
    base::Decimal unit_price;
    base::Decimal price_base_quantity = base::Decimal::whole(1); // The price is for so many.
    std::vector<Adjustment> adjustments; // A percentage is of quantity x price, not compounded.
    std::vector<AppliedTax> taxes;

    friend bool operator==(const TotalsLine&, const TotalsLine&) = default;
};

// How the payable amount is rounded (BT-114): not at all, to a multiple of `step_minor` (5 for
// 0.05), or by an amount that a received document states.
struct RoundToStep {
    std::int64_t step_minor;
    friend bool operator==(const RoundToStep&, const RoundToStep&) = default;
};
struct StatedRounding {
    Money amount;
    friend bool operator==(const StatedRounding&, const StatedRounding&) = default;
};
using DocumentRounding = std::variant<std::monostate, RoundToStep, StatedRounding>;

struct TotalsInput {
    Currency currency;
    PriceMode price_mode = PriceMode::net;
    TaxRounding tax_rounding = TaxRounding::per_rate;
    std::vector<TotalsLine> lines;
    std::vector<DocumentAdjustment> adjustments;
    std::optional<Money> prepaid; // Paid before and outside the ledger (BT-113).
    DocumentRounding rounding;
};

// Amounts of a line. `amount`, `adjustments` and `net_of_adjustments` are in the price mode (gross
// where prices include tax) and are what the line prints; `taxable` is free of tax and bears the
// line's share of spread document adjustments.
struct LineTotals {
    Money amount;                   // quantity x unit price / base quantity.
    std::vector<Money> adjustments; // Of each discount or charge, positive as it was given.
    Money net_of_adjustments;       // EN 16931 line net (BT-131).
    Money document_share;           // Spread document charges less discounts, in the price mode.
    Money taxable;

    friend bool operator==(const LineTotals&, const LineTotals&) = default;
};

// One (tax, category, rate): a printed tax row.
struct TaxGroup {
    AppliedTax tax;
    Money base;
    Money amount;

    friend bool operator==(const TaxGroup&, const TaxGroup&) = default;
};

struct Totals {
    std::vector<LineTotals> lines;
    Money sum_of_lines; // BT-106.
    std::vector<Money> document_adjustments;
    Money discounts;              // BT-107, document level.
    Money charges;                // BT-108, document level.
    Money net;                    // BT-109.
    std::vector<TaxGroup> groups; // In the order of compare_groups; retained ones last.
    Money tax;                    // BT-110, without retained taxes.
    Money gross;                  // BT-112: "the total".
    Money retained;
    Money prepaid;  // BT-113.
    Money rounding; // BT-114.
    Money payable;  // BT-115 = gross - retained - prepaid + rounding.

    friend bool operator==(const Totals&, const Totals&) = default;
};

// Computes the totals. Errors, with the field at fault ("lines[3].adjustments[0]"):
// percent_negative, percent_above_limit, base_quantity_not_positive, discount_above_line,
// discount_above_sum, adjustment_sign, tax_repeated, currency_mixed, overflow, out_of_range
// (taxes).
[[nodiscard]] base::Result<Totals> compute_totals(const TotalsInput& input);

// The payable amount rounded to what coins can pay: (10.02, 5) -> 10.00.
[[nodiscard]] base::Result<Money> round_for_cash(Money amount, std::int64_t step_minor);

} // namespace domain
