#include "documents/einvoice_findings.h"

#include <array>

namespace documents {

namespace {

using base::Int128;
using domain::AdjustmentKind;
using domain::Money;

// Validators round tax amounts to whole units before they look for zero.
bool is_zero_when_rounded(std::int64_t minor, domain::Currency currency) {
    return base::divide(minor, currency.minor_per_unit(), base::Rounding::half_away_from_zero) == 0;
}

bool is_zero_rate(const std::optional<domain::Percent>& rate) {
    return !rate || base::divide(rate->value.scaled, base::Decimal::scale,
                                 base::Rounding::half_away_from_zero) == 0;
}

Int128 sum_of(const std::vector<EInvoiceAdjustment>& adjustments, AdjustmentKind kind) {
    Int128 sum = 0;
    for (const EInvoiceAdjustment& one : adjustments)
        if (one.kind == kind) sum += minor_or_zero(one.amount);
    return sum;
}

bool has_kind(const std::vector<EInvoiceAdjustment>& adjustments, AdjustmentKind kind) {
    for (const EInvoiceAdjustment& one : adjustments)
        if (one.kind == kind) return true;
    return false;
}

bool equals(const std::optional<Money>& amount, Int128 minor) {
    return amount && amount->minor == minor;
}

// A stated sum of allowances or charges; it may be left out where there are none.
bool is_sum_of(const std::optional<Money>& total, const EInvoice& invoice, AdjustmentKind kind) {
    if (!total) return !has_kind(invoice.adjustments, kind);
    return total->minor == sum_of(invoice.adjustments, kind);
}

void check_presence(const EInvoiceTotals& totals, EInvoiceFindings& to) {
    to.expect(totals.lines.has_value(), "BR-12", "BT-106", "lines", "the sum of lines is missing");
    to.expect(totals.net.has_value(), "BR-13", "BT-109", "lines", "the net total is missing");
    to.expect(totals.gross.has_value(), "BR-14", "BT-112", "lines", "the total is missing");
    to.expect(totals.payable.has_value(), "BR-15", "BT-115", "lines", "the amount due is missing");
}

void check_sums(const EInvoice& invoice, EInvoiceFindings& to) {
    const EInvoiceTotals& totals = invoice.totals;
    Int128 lines = 0;
    for (const EInvoiceLine& line : invoice.lines)
        lines += minor_or_zero(line.net);
    to.expect(equals(totals.lines, lines), "BR-CO-10", "BT-106", "lines",
              "the sum of lines is not what the lines add up to");
    to.expect(is_sum_of(totals.allowances, invoice, AdjustmentKind::discount), "BR-CO-11", "BT-107",
              "adjustments", "the sum of discounts is not what they add up to");
    to.expect(is_sum_of(totals.charges, invoice, AdjustmentKind::charge), "BR-CO-12", "BT-108",
              "adjustments", "the sum of charges is not what they add up to");
    to.expect(totals.lines && equals(totals.net, Int128{totals.lines->minor} -
                                                     minor_or_zero(totals.allowances) +
                                                     minor_or_zero(totals.charges)),
              "BR-CO-13", "BT-109", "lines", "the net total is not lines - discounts + charges");
    Int128 tax = 0;
    for (const VatBreakdown& row : invoice.breakdown)
        tax += minor_or_zero(row.tax);
    to.expect(invoice.breakdown.empty() || equals(totals.vat, tax), "BR-CO-14", "BT-110", "taxes",
              "the VAT is not what the VAT breakdown adds up to");
    to.expect(!invoice.currency ||
                  (totals.vat && totals.net &&
                   equals(totals.gross, Int128{totals.net->minor} + totals.vat->minor)),
              "BR-CO-15", "BT-112", "lines", "the total is not the net total + VAT");
    to.expect(totals.gross && equals(totals.payable, Int128{totals.gross->minor} -
                                                         minor_or_zero(totals.prepaid) +
                                                         minor_or_zero(totals.rounding)),
              "BR-CO-16", "BT-115", "lines", "the amount due is not total - paid + rounding");
}

void check_breakdown(const EInvoice& invoice, EInvoiceFindings& to) {
    to.expect(!invoice.breakdown.empty(), "BR-CO-18", "BG-23", "lines.taxes",
              "the VAT breakdown is missing");
    for (const VatBreakdown& row : invoice.breakdown) {
        to.expect(row.taxable.has_value(), "BR-45", "BT-116", "taxes", "a VAT row needs its base");
        to.expect(row.tax.has_value(), "BR-46", "BT-117", "taxes", "a VAT row needs its tax");
        to.expect(!row.vat.code.empty(), "BR-47", "BT-118", "taxes", "a VAT row needs a category");
        to.expect(row.vat.rate.has_value() || row.vat.code == "O", "BR-48", "BT-119", "taxes",
                  "a VAT row needs a rate");
        const bool is_right =
            is_zero_rate(row.vat.rate)
                ? row.tax && is_zero_when_rounded(row.tax->minor, row.tax->currency)
                : is_tax_near(row);
        to.expect(is_right, "BR-CO-17", "BT-117", "taxes", "the tax of a row is not base x rate");
    }
}

// BR-DEC: no amount has more than two decimals, also in currencies of three.
bool has_two_decimals(const std::optional<Money>& amount) {
    return !amount || amount->currency.exponent() <= 2 || amount->minor % 10 == 0;
}

struct DecimalRule {
    std::string_view rule;
    std::string_view term;
};

void check_decimals(const std::optional<Money>& amount, DecimalRule rule, std::string_view field,
                    EInvoiceFindings& to) {
    to.expect(has_two_decimals(amount), rule.rule, rule.term, field,
              "e-invoices have two decimals, and this amount has three");
}

void check_adjustment_decimals(const EInvoiceAdjustment& one, std::array<DecimalRule, 4> rules,
                               std::string_view field, EInvoiceFindings& to) {
    const bool is_charge = one.kind == AdjustmentKind::charge;
    check_decimals(one.amount, rules[is_charge ? 2 : 0], field, to);
    check_decimals(one.base, rules[is_charge ? 3 : 1], field, to);
}

void check_all_decimals(const EInvoice& invoice, EInvoiceFindings& to) {
    for (const EInvoiceAdjustment& one : invoice.adjustments)
        check_adjustment_decimals(one,
                                  {{{"BR-DEC-01", "BT-92"},
                                    {"BR-DEC-02", "BT-93"},
                                    {"BR-DEC-05", "BT-99"},
                                    {"BR-DEC-06", "BT-100"}}},
                                  "adjustments", to);
    const EInvoiceTotals& totals = invoice.totals;
    check_decimals(totals.lines, {"BR-DEC-09", "BT-106"}, "lines", to);
    check_decimals(totals.allowances, {"BR-DEC-10", "BT-107"}, "adjustments", to);
    check_decimals(totals.charges, {"BR-DEC-11", "BT-108"}, "adjustments", to);
    check_decimals(totals.net, {"BR-DEC-12", "BT-109"}, "lines", to);
    check_decimals(totals.vat, {"BR-DEC-13", "BT-110"}, "taxes", to);
    check_decimals(totals.gross, {"BR-DEC-14", "BT-112"}, "lines", to);
    check_decimals(totals.prepaid, {"BR-DEC-16", "BT-113"}, "prepaid", to);
    check_decimals(totals.rounding, {"BR-DEC-17", "BT-114"}, "rounding", to);
    check_decimals(totals.payable, {"BR-DEC-18", "BT-115"}, "lines", to);
    for (const VatBreakdown& row : invoice.breakdown) {
        check_decimals(row.taxable, {"BR-DEC-19", "BT-116"}, "taxes", to);
        check_decimals(row.tax, {"BR-DEC-20", "BT-117"}, "taxes", to);
    }
    for (std::size_t i = 0; i < invoice.lines.size(); ++i) {
        check_decimals(invoice.lines[i].net, {"BR-DEC-23", "BT-131"},
                       path_in("lines", i, "unit_price"), to);
        for (const EInvoiceAdjustment& one : invoice.lines[i].adjustments)
            check_adjustment_decimals(one,
                                      {{{"BR-DEC-24", "BT-136"},
                                        {"BR-DEC-25", "BT-137"},
                                        {"BR-DEC-27", "BT-141"},
                                        {"BR-DEC-28", "BT-142"}}},
                                      path_in("lines", i, "adjustments"), to);
    }
}

} // namespace

std::int64_t minor_or_zero(const std::optional<Money>& amount) {
    return amount ? amount->minor : 0;
}

bool is_tax_near(const VatBreakdown& row) {
    if (!row.taxable || !row.tax || !row.vat.rate) return false;
    const auto size = [](std::int64_t value) { return value < 0 ? -Int128{value} : Int128{value}; };
    const Int128 wanted =
        base::divide(size(row.taxable->minor) * row.vat.rate->value.scaled,
                     Int128{100} * base::Decimal::scale, base::Rounding::half_away_from_zero);
    const Int128 difference = size(row.tax->minor) - wanted;
    const Int128 unit = row.tax->currency.minor_per_unit();
    return difference < unit && difference > -unit;
}

void check_totals(const EInvoice& invoice, EInvoiceFindings& findings) {
    check_presence(invoice.totals, findings);
    check_sums(invoice, findings);
    check_breakdown(invoice, findings);
    check_all_decimals(invoice, findings);
}

} // namespace documents
