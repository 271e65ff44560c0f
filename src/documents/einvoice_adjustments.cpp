#include "documents/einvoice_adjustments.h"

#include "base/wide.h"
#include "domain/adjustment.h"
#include "domain/allocate.h"

#include <algorithm>
#include <span>
#include <string>

namespace documents {

namespace {

using base::Code;
using base::Result;
using domain::Adjustment;
using domain::AdjustmentKind;
using domain::AppliedTax;
using domain::DocumentAdjustment;
using domain::IssuedInvoice;
using domain::Money;
using domain::TaxCategory;

constexpr std::string_view not_subject = "O";
constexpr std::string_view discount_reason = "95"; // UNCL5189: discount.
constexpr std::string_view charge_reason = "ZZZ";  // UNCL7161: mutually defined.

VatCategory category_of(const AppliedTax& tax) {
    VatCategory vat{.code = std::string(domain::category_code(tax.category))};
    if (tax.category != TaxCategory::not_subject) vat.rate = tax.rate;
    return vat;
}

// The VATEX code that says the category again; of "E" only the printed reason is known.
std::string_view reason_code_of(std::string_view category) {
    if (category == "AE") return "VATEX-EU-AE";
    if (category == "K") return "VATEX-EU-IC";
    if (category == "G") return "VATEX-EU-G";
    return category == not_subject ? "VATEX-EU-O" : "";
}

VatBreakdown& row_of(std::vector<VatBreakdown>& rows, const VatCategory& vat,
                     domain::Currency currency) {
    const auto found = std::ranges::find(rows, vat, &VatBreakdown::vat);
    if (found != rows.end()) return *found;
    return rows.emplace_back(VatBreakdown{.taxable = Money{0, currency},
                                          .tax = Money{0, currency},
                                          .vat = vat,
                                          .reason_code = std::string(reason_code_of(vat.code))});
}

// Whether some line or document adjustment carries no tax at all.
bool has_untaxed(const IssuedInvoice& invoice) {
    return std::ranges::any_of(invoice.lines,
                               [](const auto& line) { return line.taxes.empty(); }) ||
           std::ranges::any_of(invoice.adjustments, [](const DocumentAdjustment& one) {
               return one.taxes && one.taxes->empty();
           });
}

// Validators want a reason; a code says what a person left out.
EInvoiceAdjustment with_reason(const Adjustment& given) {
    EInvoiceAdjustment made{.kind = given.kind, .reason = given.reason};
    if (given.reason.empty())
        made.reason_code =
            std::string(given.kind == AdjustmentKind::discount ? discount_reason : charge_reason);
    return made;
}

void set_percent(const Adjustment& given, Money base, EInvoiceAdjustment& made) {
    if (const auto* const percent = std::get_if<domain::Percent>(&given.size)) {
        made.percent = *percent;
        made.base = base;
    }
}

// The lines that bear one category.
struct Bearers {
    VatCategory vat;
    std::int64_t lines_minor = 0;
    std::int64_t share_minor = 0; // Spread charges less spread discounts.
};

Result<std::vector<Bearers>> bearers_of(const IssuedInvoice& invoice, const EInvoice& made) {
    std::vector<Bearers> all;
    for (std::size_t i = 0; i < made.lines.size(); ++i) {
        const VatCategory& vat = made.lines[i].vat;
        auto found = std::ranges::find(all, vat, &Bearers::vat);
        if (found == all.end()) found = all.insert(found, Bearers{.vat = vat});
        const domain::LineTotals& totals = invoice.totals.lines[i];
        found->lines_minor =
            TRY(base::checked_add(found->lines_minor, totals.net_of_adjustments.minor));
        found->share_minor =
            TRY(base::checked_add(found->share_minor, totals.document_share.minor));
    }
    return all;
}

// Discounts and charges that name no tax, taken apart: what of them each category bears, so that
// the parts add up to both the adjustments and the shares of the totals.
struct Spread {
    std::vector<std::int64_t> discounts_minor; // By bearers.
    std::vector<std::int64_t> charges_minor;
};

Result<std::int64_t> spread_sum(const IssuedInvoice& invoice, AdjustmentKind kind) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < invoice.adjustments.size(); ++i) {
        const DocumentAdjustment& given = invoice.adjustments[i];
        if (given.taxes || given.adjustment.kind != kind) continue;
        sum = TRY(base::checked_add(sum, invoice.totals.document_adjustments[i].minor));
    }
    return sum;
}

Result<Spread> spread_of(const IssuedInvoice& invoice, const std::vector<Bearers>& bearers) {
    const std::int64_t discounts = TRY(spread_sum(invoice, AdjustmentKind::discount));
    const std::int64_t charges = TRY(spread_sum(invoice, AdjustmentKind::charge));
    std::vector<std::int64_t> weights;
    weights.reserve(bearers.size());
    for (const Bearers& one : bearers)
        weights.push_back(one.lines_minor);
    Spread spread;
    const std::vector<std::int64_t> parts = domain::allocate(discounts, weights);
    for (std::size_t i = 0; i < bearers.size(); ++i) {
        const std::int64_t share = bearers[i].share_minor;
        // Where there are discounts only, the totals have decided.
        const std::int64_t part = charges == 0 ? TRY(base::checked_negate(share)) : parts[i];
        spread.discounts_minor.push_back(part);
        spread.charges_minor.push_back(TRY(base::checked_add(share, part)));
    }
    return spread;
}

// One adjustment's part of each category; what is left of `open` waits for the next of its kind.
Result<void> add_parts(const IssuedInvoice& invoice, std::size_t index,
                       const std::vector<Bearers>& bearers, std::vector<std::int64_t>& open,
                       std::vector<EInvoiceAdjustment>& adjustments) {
    const Adjustment& given = invoice.adjustments[index].adjustment;
    const std::vector<std::int64_t> parts =
        domain::allocate(invoice.totals.document_adjustments[index].minor, open);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        open[i] = TRY(base::checked_subtract(open[i], parts[i]));
        if (parts[i] == 0) continue;
        EInvoiceAdjustment made = with_reason(given);
        made.amount = Money{parts[i], invoice.currency};
        made.vat = bearers[i].vat;
        if (bearers.size() == 1) set_percent(given, invoice.totals.sum_of_lines, made);
        adjustments.push_back(std::move(made));
    }
    return {};
}

Result<std::vector<EInvoiceAdjustment>> net_adjustments(const IssuedInvoice& invoice,
                                                        const EInvoice& made) {
    std::vector<EInvoiceAdjustment> adjustments;
    const std::vector<Bearers> bearers = TRY(bearers_of(invoice, made));
    if (bearers.empty()) return adjustments; // An invoice without lines offends a rule.
    Spread spread = TRY(spread_of(invoice, bearers));
    for (std::size_t i = 0; i < invoice.adjustments.size(); ++i) {
        const DocumentAdjustment& given = invoice.adjustments[i];
        if (given.taxes) {
            EInvoiceAdjustment own = with_reason(given.adjustment);
            own.amount = invoice.totals.document_adjustments[i];
            own.vat = TRY(vat_category_of(*given.taxes, domain::indexed("adjustments", i)));
            set_percent(given.adjustment, invoice.totals.sum_of_lines, own);
            adjustments.push_back(std::move(own));
            continue;
        }
        const bool is_discount = given.adjustment.kind == AdjustmentKind::discount;
        TRY_VOID(add_parts(invoice, i, bearers,
                           is_discount ? spread.discounts_minor : spread.charges_minor,
                           adjustments));
    }
    return adjustments;
}

// Prices with tax inside: a line's net share holds the spread adjustments already, and what a base
// has beside its lines is the net of those that name their own tax.
Result<std::vector<EInvoiceAdjustment>> inclusive_adjustments(const IssuedInvoice& invoice,
                                                              const EInvoice& made) {
    std::vector<EInvoiceAdjustment> adjustments;
    for (const VatBreakdown& row : made.breakdown) {
        Money rest = *row.taxable;
        for (const EInvoiceLine& line : made.lines)
            if (line.vat == row.vat) rest = TRY(domain::subtract(rest, *line.net));
        if (rest.minor == 0) continue;
        Adjustment given{.kind = rest.minor < 0 ? AdjustmentKind::discount : AdjustmentKind::charge,
                         .size = rest};
        for (std::size_t i = 0; i < invoice.adjustments.size(); ++i) {
            const DocumentAdjustment& one = invoice.adjustments[i];
            if (!one.taxes || one.adjustment.reason.empty()) continue;
            if (TRY(vat_category_of(*one.taxes, domain::indexed("adjustments", i))) != row.vat)
                continue;
            given.reason += (given.reason.empty() ? "" : "; ") + one.adjustment.reason;
        }
        EInvoiceAdjustment own = with_reason(given);
        own.amount = rest.minor < 0 ? TRY(domain::negate(rest)) : rest;
        own.vat = row.vat;
        adjustments.push_back(std::move(own));
    }
    return adjustments;
}

} // namespace

Result<VatCategory> vat_category_of(const std::vector<AppliedTax>& taxes, std::string_view field) {
    const std::string path = std::string(field) + ".taxes";
    for (const AppliedTax& tax : taxes)
        if (tax.retained == domain::Retained::yes) return base::fail(Code::out_of_range, path);
    if (taxes.size() > 1) return base::fail(Code::out_of_range, path, "1");
    if (taxes.empty()) return VatCategory{.code = std::string(not_subject)};
    return category_of(taxes.front());
}

Result<std::vector<VatBreakdown>> vat_breakdown(const IssuedInvoice& invoice) {
    for (std::size_t i = 0; i < invoice.adjustments.size(); ++i)
        if (const auto& taxes = invoice.adjustments[i].taxes)
            (void)TRY(vat_category_of(*taxes, domain::indexed("adjustments", i)));
    std::vector<VatBreakdown> rows;
    Money untaxed = invoice.totals.net;
    for (const domain::TaxGroup& group : invoice.totals.groups) {
        VatBreakdown& row = row_of(rows, category_of(group.tax), invoice.currency);
        row.taxable = TRY(domain::add(*row.taxable, group.base));
        untaxed = TRY(domain::subtract(untaxed, group.base));
        if (!domain::needs_exemption_reason(group.tax.category)) continue;
        if (!row.reason.empty() && !group.tax.exemption_reason.empty()) row.reason += "; ";
        row.reason += group.tax.exemption_reason;
    }
    if (has_untaxed(invoice)) {
        VatBreakdown& row = row_of(rows, {.code = std::string(not_subject)}, invoice.currency);
        row.taxable = TRY(domain::add(*row.taxable, untaxed));
    }
    for (VatBreakdown& row : rows)
        if (row.vat.rate)
            row.tax->minor = TRY(domain::percent_of(row.taxable->minor, *row.vat.rate,
                                                    base::Rounding::half_away_from_zero));
    return rows;
}

std::vector<EInvoiceAdjustment> line_adjustments(const domain::IssuedLine& line,
                                                 const domain::LineTotals& totals) {
    std::vector<EInvoiceAdjustment> adjustments;
    for (std::size_t i = 0; i < line.adjustments.size(); ++i) {
        EInvoiceAdjustment made = with_reason(line.adjustments[i]);
        made.amount = totals.adjustments[i];
        set_percent(line.adjustments[i], totals.amount, made);
        adjustments.push_back(std::move(made));
    }
    return adjustments;
}

Result<std::vector<EInvoiceAdjustment>> document_adjustments(const IssuedInvoice& invoice,
                                                             const EInvoice& made) {
    if (invoice.price_mode == domain::PriceMode::net) return net_adjustments(invoice, made);
    return inclusive_adjustments(invoice, made);
}

} // namespace documents
