#include "domain/invoice.h"

#include "domain/adjustment.h"

#include <algorithm>

namespace domain {

namespace {

using base::Code;
using base::Result;

Result<std::vector<AppliedTax>> taxes_on(const std::vector<TaxId>& ids,
                                         const std::vector<TaxDefinition>& taxes,
                                         base::Date supply_date) {
    std::vector<AppliedTax> applied;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto found = std::ranges::find(taxes, ids[i], &TaxDefinition::id);
        if (found == taxes.end()) return base::fail(Code::not_found, indexed("taxes", i));
        Result<AppliedTax> tax = tax_on(*found, supply_date);
        if (!tax.has_value()) return base::fail(within(indexed("taxes", i), tax.error()));
        applied.push_back(*std::move(tax));
    }
    return applied;
}

DocumentRounding rounding_of(const Draft& draft, const BillingSettings& settings) {
    // Coins are those of the practice's own currency.
    if (settings.document_step_minor <= 1 || draft.currency != settings.currency) return {};
    return RoundToStep{settings.document_step_minor};
}

} // namespace

TotalsInput totals_input(const IssuedInvoice& invoice) {
    TotalsInput input{.currency = invoice.currency,
                      .price_mode = invoice.price_mode,
                      .tax_rounding = invoice.tax_rounding,
                      .lines = {},
                      .adjustments = invoice.adjustments,
                      .prepaid = {},
                      .rounding = invoice.rounding};
    for (const IssuedLine& line : invoice.lines)
        input.lines.push_back({.quantity = line.quantity,
                               .unit_price = line.unit_price,
                               .price_base_quantity = line.price_base_quantity,
                               .adjustments = line.adjustments,
                               .taxes = line.taxes});
    return input;
}

Result<void> verify_totals(const IssuedInvoice& invoice) {
    const Totals computed = TRY(compute_totals(totals_input(invoice)));
    const Totals& stored = invoice.totals;
    if (computed == stored) return {};
    struct Figure {
        const char* field;
        Money stored;
        Money computed;
    };
    for (const Figure& figure : {Figure{"totals.net", stored.net, computed.net},
                                 Figure{"totals.tax", stored.tax, computed.tax},
                                 Figure{"totals.gross", stored.gross, computed.gross},
                                 Figure{"totals.payable", stored.payable, computed.payable}})
        if (figure.stored != figure.computed)
            return base::fail(Code::totals_differ, figure.field, plain_text(figure.computed));
    return base::fail(Code::totals_differ, "totals");
}

Result<TotalsInput> totals_input(const Draft& draft, const std::vector<TaxDefinition>& taxes,
                                 const BillingSettings& settings, base::Date issue_date) {
    TotalsInput input{.currency = draft.currency,
                      .price_mode = draft.price_mode,
                      .tax_rounding = settings.tax_rounding,
                      .lines = {},
                      .adjustments = {},
                      .prepaid = {},
                      .rounding = rounding_of(draft, settings)};
    const std::vector<DraftLine> lines = ordered_lines(draft.lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const DraftLine& line = lines[i];
        Result<std::vector<AppliedTax>> applied =
            taxes_on(line.taxes, taxes, line.supply_date.value_or(issue_date));
        if (!applied.has_value()) return base::fail(within(indexed("lines", i), applied.error()));
        input.lines.push_back({.quantity = line.quantity,
                               .unit_price = line.unit_price,
                               .price_base_quantity = line.price_base_quantity,
                               .adjustments = line.adjustments,
                               .taxes = *std::move(applied)});
    }
    for (std::size_t i = 0; i < draft.adjustments.size(); ++i) {
        const DraftAdjustment& given = draft.adjustments[i];
        DocumentAdjustment adjustment{.adjustment = given.adjustment, .taxes = {}};
        if (given.taxes.has_value()) {
            Result<std::vector<AppliedTax>> applied = taxes_on(*given.taxes, taxes, issue_date);
            if (!applied.has_value())
                return base::fail(within(indexed("adjustments", i), applied.error()));
            adjustment.taxes = *std::move(applied);
        }
        input.adjustments.push_back(std::move(adjustment));
    }
    return input;
}

std::vector<DraftLine> ordered_lines(std::vector<DraftLine> lines) {
    std::ranges::sort(lines, [](const DraftLine& a, const DraftLine& b) {
        return a.position != b.position ? a.position < b.position : a.id < b.id;
    });
    return lines;
}

} // namespace domain
