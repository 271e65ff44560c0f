// An e-invoice says what its invoice says, whatever its lines, discounts, prices and rounding.
#include "documents/einvoice_issued.h"
#include "documents/einvoice_rules.h"
#include "property/generate.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace {

using documents::EInvoice;
using domain::IssuedInvoice;
using domain::Money;

// The standard knows one VAT a line, and no standard rate of zero.
void keep_one_vat(std::vector<domain::AppliedTax>& taxes) {
    std::erase_if(taxes, [](const domain::AppliedTax& tax) {
        return tax.retained == domain::Retained::yes || tax.code != "VAT";
    });
    if (taxes.empty()) taxes.push_back({.code = "VAT"});
    domain::AppliedTax& tax = taxes.front();
    if (tax.rate.value.scaled == 0) tax.category = domain::TaxCategory::zero;
}

IssuedInvoice issued(domain::TotalsInput input) {
    for (domain::TotalsLine& line : input.lines)
        keep_one_vat(line.taxes);
    for (domain::DocumentAdjustment& one : input.adjustments)
        if (one.taxes) keep_one_vat(*one.taxes);
    const auto totals = domain::compute_totals(input);
    REQUIRE(totals.has_value());
    IssuedInvoice invoice{.currency = input.currency,
                          .price_mode = input.price_mode,
                          .tax_rounding = input.tax_rounding,
                          .rounding = input.rounding,
                          .adjustments = input.adjustments,
                          .totals = *totals};
    for (const domain::TotalsLine& line : input.lines)
        invoice.lines.push_back({.name = "Session",
                                 .quantity = line.quantity,
                                 .unit_price = line.unit_price,
                                 .price_base_quantity = line.price_base_quantity,
                                 .adjustments = line.adjustments,
                                 .taxes = line.taxes});
    return invoice;
}

// Rules about figures; the others ask for names and numbers that these invoices lack, and BR-DEC
// for currencies of two decimals.
bool is_of_figures(std::string_view rule) {
    const bool is_of_vat = rule.starts_with("BR-S-") || rule.starts_with("BR-Z-");
    return rule.starts_with("BR-CO-1") || rule == "BR-27" ||
           (is_of_vat && !rule.ends_with("-02") && !rule.ends_with("-03") &&
            !rule.ends_with("-04"));
}

std::int64_t minor(const std::optional<Money>& amount) { return amount ? amount->minor : 0; }

// Quantity x price / base quantity to the cent, as receivers recompute it.
std::int64_t priced(const documents::EInvoiceLine& line, domain::Currency currency) {
    const base::Int128 product = base::Int128{line.quantity->scaled} * line.price->scaled;
    const std::int64_t base = line.price_quantity ? line.price_quantity->scaled : 1'000'000;
    return static_cast<std::int64_t>(
        base::divide(product, base::Int128{base} * (1'000'000 / currency.minor_per_unit()),
                     base::Rounding::half_away_from_zero));
}

void check_lines(const IssuedInvoice& invoice, const EInvoice& made) {
    REQUIRE(made.lines.size() == invoice.lines.size());
    for (std::size_t i = 0; i < made.lines.size(); ++i) {
        const documents::EInvoiceLine& line = made.lines[i];
        std::int64_t adjusted = priced(line, invoice.currency);
        for (const documents::EInvoiceAdjustment& one : line.adjustments)
            adjusted +=
                one.kind == domain::AdjustmentKind::charge ? minor(one.amount) : -minor(one.amount);
        CAPTURE(i);
        CHECK(adjusted == line.net->minor);
    }
}

void check_totals(const IssuedInvoice& invoice, const EInvoice& made) {
    const domain::Totals& totals = invoice.totals;
    CHECK(made.totals.net == totals.net);
    CHECK(made.totals.payable == totals.payable);
    CHECK(minor(made.totals.vat) + minor(made.totals.rounding) ==
          totals.tax.minor + totals.rounding.minor);
    for (const documents::VatBreakdown& row : made.breakdown) {
        const auto exact = domain::percent_of(row.taxable->minor, *row.vat.rate,
                                              base::Rounding::half_away_from_zero);
        REQUIRE(exact.has_value());
        CHECK(row.tax->minor == *exact);
    }
    if (invoice.price_mode != domain::PriceMode::net) return;
    CHECK(made.totals.lines == totals.sum_of_lines);
    CHECK(minor(made.totals.allowances) == totals.discounts.minor);
    CHECK(minor(made.totals.charges) == totals.charges.minor);
    if (invoice.tax_rounding == domain::TaxRounding::per_rate) {
        CHECK(made.totals.vat == totals.tax);
        CHECK(made.totals.gross == totals.gross);
    }
}

} // namespace

TEST_CASE("e-invoice: its figures are the invoice's, and no rule of figures is offended") {
    for (const std::uint64_t seed : generate::seeds(2'000)) {
        CAPTURE(seed);
        base::Random random(seed);
        domain::TotalsInput input = generate::invoice(random, 6);
        if (random.below(3) == 0) input.tax_rounding = domain::TaxRounding::per_line;
        const IssuedInvoice invoice = issued(std::move(input));
        const auto made = documents::einvoice_of(invoice);
        REQUIRE(made.has_value());
        check_lines(invoice, *made);
        check_totals(invoice, *made);
        for (const documents::RuleViolation& one : documents::check_einvoice(*made)) {
            CAPTURE(one.rule);
            CAPTURE(one.field);
            CHECK_FALSE(is_of_figures(one.rule));
        }
    }
}
